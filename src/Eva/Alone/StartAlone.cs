using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Alone;

/// <summary>A person plays without a code and without a name: chooses short or whole, reads what is kept and for how long, says yes.</summary>
public static class StartAlone
{
    public const string Address = "/eva/seul";

    public static void Map(IEndpointRouteBuilder eva)
    {
        eva.MapGet("/seul", Show).ForEveryone().RequireRateLimiting(EvaModule.EntryLimit).CountsStep(EvaFunnels.Alone, "accueil").WhileRecorded(EvaAssessment.Template);
        eva.MapPost("/seul", Submit).Does("seul.commencer").ForEveryone().RequireRateLimiting(EvaModule.AloneLimit).CountsStep(EvaFunnels.Alone, "commencee").WhileRecorded(EvaAssessment.Template);
    }

    static async Task<IResult> Show(EvaluationAccess access, AloneSettings settings, TimeProvider clock, CancellationToken ct, string? langue = null)
    {
        var errors = new Errors();
        LanguageForm.Read(langue, errors);
        return View(new() { Once = Once.Draw(clock).ToString(), Langue = langue }, errors, await access.Open(ct) is { Alone: not null, CampaignId: null }, settings);
    }

    static async Task<IResult> Submit([FromForm] AloneForm? form, EvaDb db, EvaluationAccess access, Actor actor, AloneSettings settings, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var once = Once.Read(form.Once, clock);
        form = form with { Once = once.ToString() };
        var errors = new Errors();
        var language = LanguageForm.Read(form.Langue, errors);
        var parcours = ParcoursPlan.Read(form.Parcours);
        if (parcours is not { } known || !AlonePlay.Choices.Contains(known))
        {
            errors.Add(nameof(form.Parcours), "Choisissez « Court » ou « Complet »");
        }

        if (form.Consent is not "true")
        {
            errors.Add(nameof(form.Consent), "Cochez « Oui, je veux jouer » pour commencer");
        }

        if (parcours is not { } chosen || errors.Any)
        {
            return View(form, errors, false, settings);
        }

        if (await Twin(once, db, ct) is not { } twin)
        {
            db.Add(Begin(once, chosen, language, clock.GetUtcNow()));
            actor.Who = $"evaluation:{once.Id}";
            try
            {
                await db.SaveChangesAsync(ct);
                return Welcome(once, access);
            }
            catch (DbUpdateException) when (!ct.IsCancellationRequested)
            {
                // The same form, sent twice at once: the other one was first.
                db.ChangeTracker.Clear();
                twin = await Twin(once, db, ct);
                if (twin is null)
                {
                    throw;
                }
            }
        }

        // Sent again later, by the browser's « back » on a shared computer: that form has served.
        return once.Began(twin, null, clock) ? Welcome(once, access) : TypedResults.LocalRedirect("~" + Address);
    }

    static Evaluation Begin(Once once, Parcours parcours, Language language, DateTimeOffset now) => new()
    {
        Id = once.Id,
        CampaignId = null,
        BeneficiaryId = null,
        StartedAt = now,
        ConsentedAt = now,
        ConsentVersion = ReadIn.VersionOf(AloneConsent.Version, language),
        TokenHash = Evaluation.Hash(once.Token),
        // Made now, filled later: two quick taps on the first question must not make it twice.
        Background = new() { EvaluationId = once.Id },
        Alone = new()
        {
            EvaluationId = once.Id,
            Parcours = parcours,
            Situations = [.. ParcoursPlan.Names(parcours)],
            CodeHash = SpokenCode.Hash(AlonePlay.CodeOf(once.Token)),
            LastActiveOn = AlonePlay.DayOf(now),
        },
    };

    static Task<Evaluation?> Twin(Once once, EvaDb db, CancellationToken ct) => db.Evaluations.AsNoTracking().SingleOrDefaultAsync(e => e.Id == once.Id, ct);

    static IResult Welcome(Once once, EvaluationAccess access)
    {
        access.Grant(once.Id, once.Token);
        return TypedResults.LocalRedirect("~/eva/bienvenue");
    }

    static IResult View(AloneForm form, Errors errors, bool started, AloneSettings settings) =>
        Html.Form<StartAlonePage, StartAloneModel>(new(form, errors, started, settings), errors);
}

public sealed record AloneForm
{
    public string? Parcours { get; init; }
    public string? Consent { get; init; }

    /// <summary>Code of the <see cref="Language"/> in which the page was read; none for French.</summary>
    public string? Langue { get; init; }

    /// <summary>See <see cref="Eva.Once"/>.</summary>
    public string? Once { get; init; }
}

/// <param name="Started">Somebody plays alone, or played, on this device, and has not left.</param>
public sealed record StartAloneModel(AloneForm Form, Errors Errors, bool Started, AloneSettings Settings)
{
    public Language Language => Language.Find(Form.Langue) ?? Language.French;
}
