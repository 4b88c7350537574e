using Beffroi.Eva.FollowUp;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.HandingOver;

/// <summary>An adviser types the code of a person who played alone: the evaluation joins one of the campaigns of the structure, under the name that the person gives.</summary>
public static class ReceiveResults
{
    public static void Map(IEndpointRouteBuilder evaluations)
    {
        evaluations.MapGet("/recevoir", Show).For(Role.Superadmin, Role.Admin, Role.Conseiller);
        evaluations.MapPost("/recevoir", Submit).Does("remise.recevoir").For(Role.Superadmin, Role.Admin, Role.Conseiller).RequireRateLimiting(EvaModule.CodeLimit);
    }

    static async Task<IResult> Show(Visitor visitor, EvaDb db, CancellationToken ct, string? personne = null) =>
        View(new() { Known = personne }, new(), await Campaigns(db, visitor.SignedIn).ToListAsync(ct));

    static async Task<IResult> Submit([FromForm] ReceiveForm? form, Visitor visitor, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var (user, now, errors) = (visitor.SignedIn, clock.GetUtcNow(), new Errors());
        var campaigns = await Campaigns(db, user).ToListAsync(ct);
        var code = CampaignCode.Normalise(form.Code);
        if (code.Length == 0)
        {
            errors.Add(nameof(form.Code), "Tapez le code que la personne vous donne. Exemple : KBMT 4827");
        }

        var known = await Known(form.Known, user, db, errors, ct);
        var name = known?.Name ?? (string.IsNullOrWhiteSpace(form.Known) ? Beneficiary.ReadName(form.Name, errors, "Écrivez le prénom ou le surnom que la personne choisit") : null);
        var campaign = campaigns.Find(c => string.Equals(c.Id.ToString(), form.Campaign, StringComparison.OrdinalIgnoreCase));
        if (campaign is null)
        {
            errors.Add(nameof(form.Campaign), "Choisissez une campagne");
        }

        if (campaign is null || name is null || errors.Any)
        {
            return View(form, errors, campaigns);
        }

        var since = now - WrongHandOverCode.Window;
        if (await db.WrongHandOverCodes.CountAsync(w => w.By == user.Id && w.At > since, ct) >= WrongHandOverCode.Most)
        {
            errors.Add(nameof(form.Code), "Trop de codes faux à la suite. Réessayez dans une heure, ou demandez à la personne de faire un autre code");
            return View(form, errors, campaigns, StatusCodes.Status429TooManyRequests);
        }

        var hash = SpokenCode.Hash(code);
        if (await db.HandOverCodes.SingleOrDefaultAsync(c => c.Hash == hash && c.ExpiresAt > now, ct) is { } good)
        {
            try
            {
                if (await Receive(good, campaign, known, name, user.Id, db, clock, ct))
                {
                    return TypedResults.LocalRedirect($"~/eva/evaluations/{good.EvaluationId}");
                }
            }
            catch (DbUpdateException) when (!ct.IsCancellationRequested)
            {
                // The same code, typed twice at once: the other one was first.
                db.ChangeTracker.Clear();
            }
        }

        if (await db.HandOvers.AsNoTracking().Where(h => h.CodeHash == hash).OrderByDescending(h => h.At).FirstOrDefaultAsync(ct) is { } served && served.JustReceivedBy(user.Id, now))
        {
            return TypedResults.LocalRedirect($"~/eva/evaluations/{served.EvaluationId}");
        }

        db.Add(new WrongHandOverCode { Id = Guid.CreateVersion7(now), By = user.Id, At = now });
        await db.SaveChangesAsync(ct);
        errors.Add(nameof(form.Code), $"Ce code n’ouvre rien. Un code sert une seule fois, pendant {HandOverCode.Days} jours. Vérifiez-le avec la personne, ou demandez-lui d’en faire un autre");
        return View(form, errors, campaigns);
    }

    /// <summary>Somebody of the own structure whom this adviser accompanies already; null for somebody new.</summary>
    static async Task<Beneficiary?> Known(string? typed, CurrentUser user, EvaDb db, Errors errors, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var (id, structure) = (await db.Behind(CampaignCode.Normalise(typed), ct), user.StructureId);
        var known = await db.Beneficiaries.AccompaniedBy(db, user).SingleOrDefaultAsync(p => p.Id == id && p.StructureId == structure, ct);
        if (known is null)
        {
            errors.Add(nameof(ReceiveForm.Known), "Aucune personne que vous accompagnez n’a ce code personnel. Laissez vide pour une personne nouvelle");
        }

        return known;
    }

    /// <returns>False when the person erased her evaluation a moment ago.</returns>
    static async Task<bool> Receive(HandOverCode code, Campaign campaign, Beneficiary? known, string name, Guid by, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Evaluations.SingleOrDefaultAsync(e => e.Id == code.EvaluationId, ct) is not { } evaluation)
        {
            db.ChangeTracker.Clear();
            return false;
        }

        evaluation.HandTo(campaign, known ?? await Beneficiary.Meet(campaign.StructureId, name, db, clock, ct));
        db.Add(new HandOver { EvaluationId = evaluation.Id, At = clock.GetUtcNow(), By = by, StructureId = campaign.StructureId, CampaignId = campaign.Id, CodeHash = code.Hash });
        db.Remove(code);
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Those of the own structure whose people this person accompanies.</summary>
    static IQueryable<Campaign> Campaigns(EvaDb db, CurrentUser user)
    {
        var structure = user.StructureId;
        return db.Campaigns.AccompaniedBy(user).Where(c => c.StructureId == structure).OrderByDescending(c => c.CreatedAt);
    }

    static IResult View(ReceiveForm form, Errors errors, IReadOnlyList<Campaign> campaigns, int? status = null)
    {
        var model = new ReceiveResultsModel(form, errors, campaigns);
        return status is { } given ? Html.View<ReceiveResultsPage, ReceiveResultsModel>(model, given) : Html.Form<ReceiveResultsPage, ReceiveResultsModel>(model, errors);
    }
}

public sealed record ReceiveForm
{
    public string? Code { get; init; }
    public string? Name { get; init; }

    /// <summary>Personal code of a person known of the structure; empty for somebody new.</summary>
    public string? Known { get; init; }

    public string? Campaign { get; init; }
}

public sealed record ReceiveResultsModel(ReceiveForm Form, Errors Errors, IReadOnlyList<Campaign> Campaigns);
