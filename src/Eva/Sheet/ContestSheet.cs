using Beffroi.Eva.Playing;
using Beffroi.Eva.Reviews;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Sheet;

/// <summary>A person who played alone says that she sees it otherwise: her words stay on her sheet, and beside the result once she has given it. She may take them back.</summary>
public static class ContestSheet
{
    /// <summary>A sheet that fills up would say nothing more.</summary>
    public const int Most = 5;

    public static void Map(IEndpointRouteBuilder eva)
    {
        eva.MapGet("/seul/desaccord", Show).ForEveryone();
        eva.MapPost("/seul/desaccord", Submit).Does("seul.contester").ForEveryone().RequireRateLimiting(EvaModule.CodeLimit);
        eva.MapPost("/seul/desaccord/{note:guid}/retirer", Withdraw).RequireAntiforgery().Does("seul.retirer_desaccord").ForEveryone();
    }

    static async Task<IResult> Show(EvaluationAccess access, EvaDb db, IStructures structures, CancellationToken ct) =>
        await Open(access, ct) is { } mine ? await View(mine, null, new(), db, structures, ct) : TypedResults.LocalRedirect("~/eva/suite");

    static async Task<IResult> Submit([FromForm(Name = "Text")] string? typed, EvaluationAccess access, EvaDb db, IStructures structures, TimeProvider clock, CancellationToken ct)
    {
        if (await Open(access, ct) is not { } mine)
        {
            return TypedResults.LocalRedirect("~/eva/suite");
        }

        var (errors, now, id) = (new Errors(), clock.GetUtcNow(), mine.Id);
        var text = Disagreement.ReadText(typed, errors, "Écrivez votre avis, avec vos mots");
        if (await db.Set<Disagreement>().CountAsync(d => d.EvaluationId == id && d.WithdrawnAt == null, ct) >= Most)
        {
            errors.Add("Text", "Retirez d’abord un de vos avis");
        }

        if (text is null || errors.Any)
        {
            return await View(mine, typed, errors, db, structures, ct);
        }

        db.Add(new Disagreement { Id = Guid.CreateVersion7(now), EvaluationId = id, Text = text, At = now, By = null });
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect("~/eva/seul/resultats");
    }

    static async Task<IResult> Withdraw(Guid note, EvaluationAccess access, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await Open(access, ct) is not { Id: var id } || await db.Set<Disagreement>().SingleOrDefaultAsync(d => d.Id == note && d.EvaluationId == id, ct) is not { } disagreement)
        {
            return TypedResults.NotFound();
        }

        disagreement.Withdraw(clock.GetUtcNow(), by: null);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect("~/eva/seul/resultats");
    }

    static async Task<Evaluation?> Open(EvaluationAccess access, CancellationToken ct) =>
        await access.Open(ct) is { Alone: not null, FinishedAt: not null } mine ? mine : null;

    static async Task<IResult> View(Evaluation mine, string? typed, Errors errors, EvaDb db, IStructures structures, CancellationToken ct) =>
        Html.Form<ContestSheetPage, ContestSheetModel>(new(typed, errors, (await ReviewBook.Read(db, structures, mine.Id, ct)).Disagreements), errors);
}

public sealed record ContestSheetModel(string? Typed, Errors Errors, IReadOnlyList<Signed<Disagreement>> Notes);
