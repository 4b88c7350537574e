using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Results;
using Beffroi.Eva.Reviews;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Reviewing;

/// <summary>A professional confirms a proposal, sets it aside or leaves it to confirm, with a reason. What was decided before stays.</summary>
public static class DecideResult
{
    public static void Map(IEndpointRouteBuilder evaluations)
    {
        evaluations.MapGet("/{id:guid}/confirmer", Show).For();
        evaluations.MapPost("/{id:guid}/confirmer", Submit).Does("evaluation.confirmer").For();
    }

    static async Task<IResult> Show(Guid id, Visitor visitor, EvaDb db, IStructures structures, CancellationToken ct) =>
        await Open(id, visitor, db, structures, ct) is { } opened ? View(opened, new(), new()) : TypedResults.NotFound();

    static async Task<IResult> Submit(Guid id, [FromForm] DecisionForm? form, Visitor visitor, EvaDb db, IStructures structures, TimeProvider clock, CancellationToken ct)
    {
        if (await Open(id, visitor, db, structures, ct) is not { } opened)
        {
            return TypedResults.NotFound();
        }

        var (errors, now) = (new Errors(), clock.GetUtcNow());
        form ??= new();
        if (Read(form, opened, visitor.SignedIn.Id, now, errors) is not { } decision)
        {
            return View(opened, form, errors);
        }

        db.Add(decision);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect($"~/eva/evaluations/{id}#confirmation");
    }

    static Decision? Read(DecisionForm form, Opened opened, Guid by, DateTimeOffset now, Errors errors) =>
        TechnicalName.TryParse<DecisionSubject>(form.About, out var about)
            ? about switch
            {
                DecisionSubject.Screening => Screening(form, opened, by, now, errors),
                DecisionSubject.Category => Category(form, opened, by, now, errors),
            }
            : null;

    static Decision? Screening(DecisionForm form, Opened opened, Guid by, DateTimeOffset now, Errors errors)
    {
        if (!opened.Reading.IsPotential)
        {
            return null;
        }

        if (!TechnicalName.TryParse<Verdict>(form.Verdict, out var verdict))
        {
            errors.Add(nameof(form.Verdict), "Choisissez une réponse");
        }

        var reason = Decision.ReadReason(nameof(form.Reason), form.Reason, errors);
        return errors.Any ? null : new()
        {
            Id = Guid.CreateVersion7(now), EvaluationId = opened.Evaluation.Id, About = DecisionSubject.Screening, Verdict = verdict, Proposed = VerdictWords.Screening, Kept = null, Reason = reason!, At = now, By = by,
        };
    }

    static Decision? Category(DecisionForm form, Opened opened, Guid by, DateTimeOffset now, Errors errors)
    {
        if (opened.Reading.Category is not { } proposal)
        {
            return null;
        }

        var kept = Decision.ReadCategory(nameof(form.Category), form.Category, errors);
        var reason = Decision.ReadReason(nameof(form.CategoryReason), form.CategoryReason, errors);
        return errors.Any ? null : new()
        {
            Id = Guid.CreateVersion7(now), EvaluationId = opened.Evaluation.Id, About = DecisionSubject.Category, Verdict = Decision.Of(kept!.Value, proposal.Category), Proposed = TechnicalName.Of(proposal.Category), Kept = kept, Reason = reason!, At = now, By = by,
        };
    }

    static async Task<Opened?> Open(Guid id, Visitor visitor, EvaDb db, IStructures structures, CancellationToken ct)
    {
        var found = await Accompanied.By(db, visitor.SignedIn).AsNoTracking().Include(e => e.Campaign).Include(e => e.Beneficiary).Include(e => e.Background).Include(e => e.Results)
            .Include(e => e.Runs).ThenInclude(r => r.Events).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (found is null)
        {
            return null;
        }

        await BankShelf.Bring(db, found.Runs, ct);
        return new(found, OverallReading.Of(found), await ReviewBook.Read(db, structures, id, ct));
    }

    static IResult View(Opened opened, DecisionForm form, Errors errors) => Html.Form<DecideResultPage, DecideResultModel>(new(opened, form, errors), errors);
}

public sealed record Opened(Evaluation Evaluation, OverallReading Reading, ReviewBook Reviews);

public sealed record DecisionForm
{
    public string? About { get; init; }
    public string? Verdict { get; init; }
    public string? Reason { get; init; }
    public string? Category { get; init; }
    public string? CategoryReason { get; init; }
}

public sealed record DecideResultModel(Opened Opened, DecisionForm Form, Errors Errors);
