using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Campaigns;

public static class ListCampaigns
{
    const int PageSize = 20;

    public static void Map(IEndpointRouteBuilder campaigns) => campaigns.MapGet("", Show).For();

    static async Task<IResult> Show(Visitor visitor, EvaDb db, IStructures structures, CancellationToken ct, int page = 1)
    {
        var visible = db.Campaigns.AsNoTracking().VisibleTo(visitor.SignedIn);
        var total = await visible.CountAsync(ct);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);

        var rows = await visible.OrderByDescending(c => c.CreatedAt).ThenBy(c => c.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(c => new CampaignRow
            {
                Id = c.Id,
                Label = c.Label,
                Code = c.Code,
                StructureId = c.StructureId,
                CreatedAt = c.CreatedAt,
                IsOpen = c.DeactivatedAt == null,
                IsPrivate = c.IsPrivate,
                Started = db.Evaluations.Count(e => e.CampaignId == c.Id),
                Finished = db.Evaluations.Count(e => e.CampaignId == c.Id && e.FinishedAt != null),
            })
            .ToListAsync(ct);
        var names = await structures.Find([.. rows.Select(r => r.StructureId).Distinct()], ct);

        return Html.View<ListCampaignsPage, ListCampaignsModel>(new()
        {
            Rows = rows,
            Structures = names,
            Total = total,
            Page = page,
            PageCount = pages,
            MayCreate = visitor.SignedIn.Role != Role.ChargeDeMissionRegionale,
        });
    }
}

public sealed record CampaignRow
{
    public required Guid Id { get; init; }
    public required string Label { get; init; }
    public required string Code { get; init; }
    public required Guid StructureId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required bool IsOpen { get; init; }
    public required bool IsPrivate { get; init; }
    public required int Started { get; init; }
    public required int Finished { get; init; }
}

public sealed record ListCampaignsModel
{
    public required IReadOnlyList<CampaignRow> Rows { get; init; }
    public required IReadOnlyDictionary<Guid, StructureSummary> Structures { get; init; }
    public required int Total { get; init; }
    public required int Page { get; init; }
    public required int PageCount { get; init; }
    public required bool MayCreate { get; init; }
}
