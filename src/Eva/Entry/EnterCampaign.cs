using Beffroi.Eva.Contracts;
using Beffroi.Eva.FollowUp;
using Beffroi.Eva.Playing;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Entry;

/// <summary>A person enters a campaign under a name, after reading what is kept and saying yes.</summary>
public static class EnterCampaign
{
    public static void Map(IEndpointRouteBuilder eva)
    {
        eva.MapGet("/{code}", Show).ForEveryone().RequireRateLimiting(EvaModule.EntryLimit).CountsStep(EvaFunnels.WithCode, "code").WhileRecorded(EvaAssessment.Template);
        eva.MapPost("/{code}", Submit).Does("evaluation.commencer").ForEveryone().RequireRateLimiting(EvaModule.EntryLimit).CountsStep(EvaFunnels.WithCode, "commencee").WhileRecorded(EvaAssessment.Template);
    }

    static async Task<IResult> Show(string code, EvaDb db, EvaluationAccess access, TimeProvider clock, CancellationToken ct, string? langue = null)
    {
        var normal = CampaignCode.Normalise(code);
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Code == normal, ct) is not { } campaign)
        {
            return await db.Behind(normal, ct) is not null
                ? TypedResults.LocalRedirect("~/eva/reprendre")
                : Html.View<NoEntryPage, NoEntryModel>(new(normal, IsClosed: false), StatusCodes.Status404NotFound);
        }

        var started = await access.Open(ct);
        var errors = new Errors();
        LanguageForm.Read(langue, errors);
        return View(campaign, new() { Once = Once.Draw(clock).ToString(), Langue = langue }, errors, started is { FinishedAt: null } && started.CampaignId == campaign.Id ? started.Beneficiary!.Name : null);
    }

    static async Task<IResult> Submit(string code, [FromForm] EntryForm? form, EvaDb db, EvaluationAccess access, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var once = Once.Read(form.Once, clock);
        form = form with { Once = once.ToString() };
        var normal = CampaignCode.Normalise(code);
        if (await db.Campaigns.SingleOrDefaultAsync(c => c.Code == normal, ct) is not { } campaign)
        {
            return Html.View<NoEntryPage, NoEntryModel>(new(normal, IsClosed: false), StatusCodes.Status404NotFound);
        }

        var errors = new Errors();
        var name = Beneficiary.ReadName(form.Name, errors);
        var language = LanguageForm.Read(form.Langue, errors);
        if (form.Consent is not "true")
        {
            errors.Add(nameof(form.Consent), "Cochez « Oui, je veux jouer » pour commencer");
        }

        if (name is null || errors.Any || !campaign.IsOpen)
        {
            return View(campaign, form, errors, null);
        }

        // Who has a personal code of this structure types it instead of the first name, and stays the same person.
        var personal = CampaignCode.Normalise(name);
        var known = await db.Behind(personal, ct) is { } id ? await db.Beneficiaries.SingleOrDefaultAsync(b => b.Id == id && b.StructureId == campaign.StructureId, ct) : null;
        if (known is not null && await db.Evaluations.OrderByDescending(e => e.StartedAt).FirstOrDefaultAsync(e => e.BeneficiaryId == known.Id && e.CampaignId == campaign.Id && e.FinishedAt == null, ct) is { } unfinished)
        {
            return await ResumeEvaluation.Resume(unfinished, db, access, actor, clock, ct);
        }

        if (await Twin(once, db, ct) is not { } twin)
        {
            var evaluation = Begin(once, campaign, known ?? await Beneficiary.Meet(campaign.StructureId, name, db, clock, ct), language, db, clock);
            actor.Who = $"evaluation:{evaluation.Id}";
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
        return once.Began(twin, known?.Name ?? name, clock) ? Welcome(once, access) : TypedResults.LocalRedirect($"~/eva/{campaign.Code}");
    }

    static Task<Evaluation?> Twin(Once once, EvaDb db, CancellationToken ct) =>
        db.Evaluations.AsNoTracking().Include(e => e.Beneficiary).SingleOrDefaultAsync(e => e.Id == once.Id, ct);

    static IResult Welcome(Once once, EvaluationAccess access)
    {
        access.Grant(once.Id, once.Token);
        return TypedResults.LocalRedirect("~/eva/bienvenue");
    }

    /// <summary>A new evaluation, not saved yet.</summary>
    static Evaluation Begin(Once once, Campaign campaign, Beneficiary beneficiary, Language language, EvaDb db, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var evaluation = new Evaluation
        {
            Id = once.Id,
            CampaignId = campaign.Id,
            BeneficiaryId = beneficiary.Id,
            StartedAt = now,
            ConsentedAt = now,
            ConsentVersion = ReadIn.VersionOf(ConsentText.Version, language),
            TokenHash = Evaluation.Hash(once.Token),
        };
        // Made now, filled later: two quick taps on the first question must not make it twice.
        evaluation.Background = new() { EvaluationId = evaluation.Id };
        db.Add(evaluation);
        return evaluation;
    }

    static IResult View(Campaign campaign, EntryForm form, Errors errors, string? started) =>
        campaign.IsOpen || started is not null
            ? Html.Form<EnterCampaignPage, EnterCampaignModel>(new(campaign, form, errors, started), errors)
            : Html.View<NoEntryPage, NoEntryModel>(new(campaign.Code, IsClosed: true), StatusCodes.Status403Forbidden);
}

public sealed record EntryForm
{
    public string? Name { get; init; }
    public string? Consent { get; init; }

    /// <summary>Code of the <see cref="Language"/> in which the page was read; none for French.</summary>
    public string? Langue { get; init; }

    /// <summary>See <see cref="Eva.Once"/>.</summary>
    public string? Once { get; init; }
}

/// <param name="Started">Name of the person who began here on this device and has not finished; null for nobody.</param>
public sealed record EnterCampaignModel(Campaign Campaign, EntryForm Form, Errors Errors, string? Started)
{
    public Language Language => Language.Find(Form.Langue) ?? Language.French;
}

public sealed record NoEntryModel(string Code, bool IsClosed);
