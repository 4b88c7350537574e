using Beffroi.Eva.Reviews;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Reviewing;

/// <summary>Writes down, with the person, what she does not agree with; takes it back with her. Nothing is erased.</summary>
public static class ContestResult
{
    public static void Map(IEndpointRouteBuilder evaluations)
    {
        evaluations.MapGet("/{id:guid}/desaccord", Show).For();
        evaluations.MapPost("/{id:guid}/desaccord", Submit).Does("evaluation.contester").For();
        evaluations.MapPost("/{id:guid}/desaccord/{note:guid}/retirer", Withdraw).RequireAntiforgery().Does("evaluation.retirer_desaccord").For();
    }

    static async Task<IResult> Show(Guid id, Visitor visitor, EvaDb db, IStructures structures, CancellationToken ct) =>
        await Accompanied.Find(id, db, visitor.SignedIn, ct) is { } found ? await View(found, null, new(), db, structures, ct) : TypedResults.NotFound();

    static async Task<IResult> Submit(Guid id, [FromForm(Name = "Text")] string? typed, Visitor visitor, EvaDb db, IStructures structures, TimeProvider clock, CancellationToken ct)
    {
        if (await Accompanied.Find(id, db, visitor.SignedIn, ct) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var (errors, now) = (new Errors(), clock.GetUtcNow());
        if (Disagreement.ReadText(typed, errors, "Écrivez ce que la personne conteste, avec ses mots") is not { } text)
        {
            return await View(found, typed, errors, db, structures, ct);
        }

        db.Add(new Disagreement { Id = Guid.CreateVersion7(now), EvaluationId = id, Text = text, At = now, By = visitor.SignedIn.Id });
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect($"~/eva/evaluations/{id}#desaccord");
    }

    static async Task<IResult> Withdraw(Guid id, Guid note, Visitor visitor, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        var mine = Accompanied.By(db, visitor.SignedIn).Select(e => e.Id);
        if (await db.Set<Disagreement>().SingleOrDefaultAsync(d => d.Id == note && d.EvaluationId == id && mine.Contains(d.EvaluationId), ct) is not { } disagreement)
        {
            return TypedResults.NotFound();
        }

        disagreement.Withdraw(clock.GetUtcNow(), visitor.SignedIn.Id);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect($"~/eva/evaluations/{id}#desaccord");
    }

    static async Task<IResult> View(Evaluation found, string? typed, Errors errors, EvaDb db, IStructures structures, CancellationToken ct) =>
        Html.Form<ContestResultPage, ContestResultModel>(new(found, typed, errors, await ReviewBook.Read(db, structures, found.Id, ct)), errors);
}

public sealed record ContestResultModel(Evaluation Evaluation, string? Typed, Errors Errors, ReviewBook Reviews);
