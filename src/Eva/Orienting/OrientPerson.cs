using System.Globalization;
using Beffroi.Eva.Orientation;
using Beffroi.Eva.OrientationFiles;
using Beffroi.Eva.Plans;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Orienting;

/// <summary>Proposals with their reasons; an adviser keeps, removes, adds, and confirms: each confirmation is a version of the plan.</summary>
public static class OrientPerson
{
    public static void Map(IEndpointRouteBuilder evaluations)
    {
        evaluations.MapGet("/{id:guid}/orientation", Show).For();
        evaluations.MapPost("/{id:guid}/orientation", Submit).Does("orientation.confirmer").For();
    }

    static async Task<IResult> Show(Guid id, int? version, Visitor visitor, EvaDb db, IStructures structures, TimeProvider clock, CancellationToken ct)
    {
        if (await Findings.Load(db, id, visitor.SignedIn, ct) is not { } findings || (version is not null && !await db.Plans.AnyAsync(p => p.EvaluationId == id && p.Number == version, ct)))
        {
            return TypedResults.NotFound();
        }

        var actions = await Actions(db, id, ct);
        var last = await db.Plans.AsNoTracking().Where(p => p.EvaluationId == id).OrderByDescending(p => p.Number).FirstOrDefaultAsync(ct);
        var form = last is null ? new() { Department = await HomeDepartment(findings, structures, ct) } : PlanForm.Of(last.Read(), actions);
        return await View(findings, form, new(), actions, version, visitor.SignedIn, db, structures, clock, ct);
    }

    static async Task<IResult> Submit(Guid id, [FromForm] IFormCollection sent, Visitor visitor, EvaDb db, IStructures structures, TimeProvider clock, CancellationToken ct)
    {
        if (await Findings.Load(db, id, visitor.SignedIn, ct) is not { } findings || !await db.Accompanies(visitor.SignedIn, findings.Campaign.Id, ct))
        {
            return TypedResults.NotFound();
        }

        var (form, errors, actions) = (PlanForm.Read(sent), new Errors(), await Actions(db, id, ct));
        if (sent["Act"].ToString() is not "confirmer")
        {
            form.ReadDepartment(errors);
            return await View(findings, form, errors, actions, null, visitor.SignedIn, db, structures, clock, ct);
        }

        var (tension, fits) = await Rank(findings, form, db, clock, ct);
        if (form.Confirm(findings.Ways, fits, actions, MadeWith(tension), errors) is not { } content)
        {
            return await View(findings, form, errors, actions, null, visitor.SignedIn, db, structures, clock, ct);
        }

        var number = await db.Plans.Where(p => p.EvaluationId == id).MaxAsync(p => (int?)p.Number, ct) ?? 0;
        db.Add(new Plan { Id = Guid.CreateVersion7(clock.GetUtcNow()), EvaluationId = id, Number = number + 1, AuthorId = visitor.SignedIn.Id, At = clock.GetUtcNow(), Content = content.ToJson() });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            errors.Add("Ways", "Quelqu’un d’autre vient de confirmer ce plan : relisez sa version, puis confirmez la vôtre");
            return await View(findings, form, errors, actions, null, visitor.SignedIn, db, structures, clock, ct);
        }

        return TypedResults.LocalRedirect($"~/eva/evaluations/{id}/orientation");
    }

    static async Task<IResult> View(Findings findings, PlanForm form, Errors errors, IReadOnlyList<AgreedAction> actions, int? version, CurrentUser user, EvaDb db, IStructures structures, TimeProvider clock, CancellationToken ct)
    {
        var plans = await db.Plans.AsNoTracking().Where(p => p.EvaluationId == findings.Evaluation.Id).OrderByDescending(p => p.Number).ToListAsync(ct);
        var (tension, fits) = await Rank(findings, form, db, clock, ct);
        return Html.Form<OrientPersonPage, OrientPersonModel>(
            new()
            {
                Findings = findings,
                Form = form,
                Errors = errors,
                Actions = actions,
                Ways = findings.Ways,
                Fits = fits,
                Tension = tension,
                TensionWarning = tension?.Warning(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)),
                Plans = plans,
                Shown = plans.Find(p => p.Number == version) ?? plans.FirstOrDefault(),
                People = await structures.People([.. plans.Select(p => p.AuthorId).Distinct()], ct),
                MayEdit = await db.Accompanies(user, findings.Campaign.Id, ct),
                Structure = (await structures.Find([findings.Campaign.StructureId], ct)).GetValueOrDefault(findings.Campaign.StructureId)?.Name ?? "",
            },
            errors);
    }

    static async Task<(TensionView?, IReadOnlyList<TradeFit>)> Rank(Findings findings, PlanForm form, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        var tension = await OrientationShelf.Tension(db, Departments.Read(form.Department), ct);
        return (tension, TradeRanking.Of(Trades.Current.All, new()
        {
            Base = findings.Base,
            Strengths = findings.Strengths,
            Constraints = form.Constraints,
            Tension = tension,
            Today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
        }));
    }

    static async Task<IReadOnlyList<AgreedAction>> Actions(EvaDb db, Guid id, CancellationToken ct) =>
        await db.AgreedActions.AsNoTracking().Where(a => a.EvaluationId == id).OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync(ct);

    static async Task<string?> HomeDepartment(Findings findings, IStructures structures, CancellationToken ct) =>
        (await structures.Find([findings.Campaign.StructureId], ct)).GetValueOrDefault(findings.Campaign.StructureId) is { PostCode.Length: 5 } structure ? Departments.Read(Departments.OfPostCode(structure.PostCode)) : null;

    /// <summary>Versions of what a plan was made with.</summary>
    public static string MadeWith(TensionView? tension) =>
        $"Textes {WayTexts.Current.Version}, métiers {Trades.Current.Version}, {(tension is null ? "sans chiffres de recrutement" : string.Create(CultureInfo.InvariantCulture, $"{tension.Source}, mesure du {French.Day(tension.MeasuredOn)}"))}";
}

public sealed record OrientPersonModel
{
    public required Findings Findings { get; init; }
    public required PlanForm Form { get; init; }
    public required Errors Errors { get; init; }
    public required IReadOnlyList<AgreedAction> Actions { get; init; }
    public required IReadOnlyList<ProposedWay> Ways { get; init; }
    public required IReadOnlyList<TradeFit> Fits { get; init; }
    public required TensionView? Tension { get; init; }
    public required string? TensionWarning { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<Plan> Plans { get; init; }

    public required Plan? Shown { get; init; }
    public required IReadOnlyDictionary<Guid, string> People { get; init; }
    public required bool MayEdit { get; init; }
    public required string Structure { get; init; }

    public string By(Plan plan) => People.GetValueOrDefault(plan.AuthorId, "Compte supprimé");
}
