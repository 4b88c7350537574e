using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Explorations;

/// <summary>The explorations of an organisation, the latest first.</summary>
public static class ListExplorations
{
    const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Explorations(l), Show).ForAnalysts();
        }
    }

    static async Task<IResult> Show(int? page, HttpRequest request, AtWork at, BotsDb db, CancellationToken ct)
    {
        var all = db.Explorations.AsNoTracking().Where(e => db.Watches.Any(w => w.Id == e.WatchId && w.OrganisationId == at.Organisation));
        var pages = Math.Max(1, (await all.CountAsync(ct) + PageSize - 1) / PageSize);
        var shown = Math.Clamp(page ?? 1, 1, pages);
        var rows = await all.OrderByDescending(e => e.CreatedAt).ThenBy(e => e.Id).Skip((shown - 1) * PageSize).Take(PageSize)
            .Join(db.Watches, e => e.WatchId, w => w.Id, (e, w) => new ExplorationRow { Id = e.Id, Name = e.Name, WatchId = w.Id, Watch = w.Name, Network = e.Network, State = e.State, Visited = e.Visited, Screened = e.Screened, Matched = e.MatchedCount, CreatedAt = e.CreatedAt })
            .ToListAsync(ct);
        return Html.View<ListExplorationsPage, ListExplorationsModel>(new() { L = Langs.Of(request), Rows = [.. rows.OrderByDescending(r => r.CreatedAt)], Page = shown, Pages = pages });
    }
}

public sealed record ExplorationRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required Guid WatchId { get; init; }
    public required string Watch { get; init; }
    public required Network Network { get; init; }
    public required ExplorationState State { get; init; }
    public required int Visited { get; init; }
    public required int Screened { get; init; }
    public required int Matched { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}

public sealed record ListExplorationsModel
{
    public required Lang L { get; init; }
    public required IReadOnlyList<ExplorationRow> Rows { get; init; }
    public required int Page { get; init; }
    public required int Pages { get; init; }
}
