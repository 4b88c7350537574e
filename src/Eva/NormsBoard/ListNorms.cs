using Beffroi.Eva.Norming;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.NormsBoard;

/// <summary>The norms that were published, the plan in force, and the way to a new one.</summary>
public static class ListNorms
{
    const int PageSize = 25;

    public static void Map(IEndpointRouteBuilder norms) => norms.MapGet("", Show).For(Role.Superadmin);

    static async Task<IResult> Show(EvaDb db, Visitor visitor, IStructures structures, CancellationToken ct, int page = 1)
    {
        var all = db.NormVersions.AsNoTracking().VisibleTo(visitor.SignedIn);
        var total = await all.CountAsync(ct);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var rows = await all.OrderByDescending(n => n.At).ThenByDescending(n => n.Number).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var people = await structures.People([.. rows.Select(n => n.AuthorId).Distinct()], ct);
        return Html.View<ListNormsPage, ListNormsModel>(new()
        {
            Rows = [.. rows.Select(n => (n, people.GetValueOrDefault(n.AuthorId, "Compte supprimé")))],
            Plan = await SamplingOf.Plan(db, ct),
            Places = await NormPlaces.Of(db, structures, ct),
            Total = total,
            Page = page,
            PageCount = pages,
        });
    }
}

public sealed record ListNormsModel
{
    public required IReadOnlyList<(NormVersion Norm, string Author)> Rows { get; init; }

    /// <summary>Null while nobody decided of one.</summary>
    public required SamplingPlan? Plan { get; init; }
    public required NormPlaces Places { get; init; }
    public required int Total { get; init; }
    public required int Page { get; init; }
    public required int PageCount { get; init; }
}
