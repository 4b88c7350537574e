using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Upkeep;

/// <summary>A campaign: its code, its link, the people who came in.</summary>
public static class ShowCampaign
{
    const int PageSize = 25;

    public static void Map(IEndpointRouteBuilder campaigns) => campaigns.MapGet("/{id:guid}", Show).For();

    static async Task<IResult> Show(Guid id, HttpRequest request, Visitor visitor, EvaDb db, IStructures structures, CancellationToken ct, int page = 1)
    {
        var user = visitor.SignedIn;
        if (await db.Campaigns.AsNoTracking().Include(c => c.Guests).VisibleTo(user).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign)
        {
            return TypedResults.NotFound();
        }

        var evaluations = db.Evaluations.AsNoTracking().Where(e => e.CampaignId == id);
        var total = await evaluations.CountAsync(ct);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var people = await structures.People([campaign.AuthorId, .. campaign.Guests.Select(g => g.AccountId)], ct);

        return Html.View<ShowCampaignPage, ShowCampaignModel>(new()
        {
            Campaign = campaign,
            Structure = (await structures.Find([campaign.StructureId], ct)).GetValueOrDefault(campaign.StructureId)?.Name ?? "",
            Author = people.GetValueOrDefault(campaign.AuthorId, "Compte supprimé"),
            Guests = [.. campaign.Guests.Select(g => people.GetValueOrDefault(g.AccountId, "Compte supprimé"))],
            Link = EntryLink.Of(request, campaign.Code),
            MayChange = await db.Campaigns.ChangeableBy(user).AnyAsync(c => c.Id == id, ct),
            Rows = await evaluations.OrderByDescending(e => e.StartedAt).ThenBy(e => e.Id).Skip((page - 1) * PageSize).Take(PageSize)
                .Select(e => new EvaluationRow(e.Id, e.Beneficiary!.Name, e.Beneficiary.Code, e.StartedAt, e.FinishedAt)).ToListAsync(ct),
            Total = total,
            Page = page,
            PageCount = pages,
        });
    }
}

public sealed record EvaluationRow(Guid Id, string Name, string Code, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt);

public sealed record ShowCampaignModel
{
    public required Campaign Campaign { get; init; }
    public required string Structure { get; init; }
    public required string Author { get; init; }
    public required IReadOnlyList<string> Guests { get; init; }
    public required string Link { get; init; }
    public required bool MayChange { get; init; }
    public required IReadOnlyList<EvaluationRow> Rows { get; init; }
    public required int Total { get; init; }
    public required int Page { get; init; }
    public required int PageCount { get; init; }
}
