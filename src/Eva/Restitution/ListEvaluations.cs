using Beffroi.Eva.FollowUp;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Restitution;

/// <summary>The evaluations a person may read, newest first, found by first name or personal code.</summary>
public static class ListEvaluations
{
    const int PageSize = 25;

    /// <summary>Value of <c>suite</c>: those for which an answer on what was done is awaited.</summary>
    public const string Awaited = EvaluationSearch.Awaited;

    public static void Map(IEndpointRouteBuilder evaluations) => evaluations.MapGet("", Show).For();

    static async Task<IResult> Show(Visitor visitor, EvaDb db, CancellationToken ct, string? q = null, int page = 1, string? suite = null)
    {
        var missing = ActionState.Missing(db, visitor.SignedIn);
        var search = EvaluationSearch.Read(q);
        var visible = EvaluationSearch.Listed(db, visitor.SignedIn, suite).AsNoTracking().Matching(search);
        var total = await visible.CountAsync(ct);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var rows = await visible.OrderByDescending(e => e.StartedAt).ThenBy(e => e.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(e => new ListedEvaluation(e.Id, e.Beneficiary!.Name, e.Beneficiary.Code, e.Campaign!.Label, e.StartedAt, e.FinishedAt != null))
            .ToListAsync(ct);
        return Html.View<ListEvaluationsPage, ListEvaluationsModel>(new() { Rows = rows, Search = search, Total = total, Page = page, PageCount = pages, Missing = await missing.CountAsync(ct), OnlyMissing = suite is Awaited });
    }
}

public sealed record ListedEvaluation(Guid Id, string Name, string Code, string Campaign, DateTimeOffset StartedAt, bool IsFinished);

public sealed record ListEvaluationsModel
{
    public required IReadOnlyList<ListedEvaluation> Rows { get; init; }
    public required string? Search { get; init; }
    public required int Total { get; init; }
    public required int Page { get; init; }
    public required int PageCount { get; init; }

    /// <summary>Evaluations for which this person should still say what was done.</summary>
    public required int Missing { get; init; }

    /// <summary>Whether only those are shown.</summary>
    public required bool OnlyMissing { get; init; }
}
