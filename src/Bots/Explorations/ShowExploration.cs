using Beffroi.Bots.Exploring;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Explorations;

/// <summary>One exploration: how far it is, where it went and why, and its stop.</summary>
public static class ShowExploration
{
    const int PageSize = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Explorations(l) + "/{id:guid}", Show).ForAnalysts();
            app.MapPost(Addresses.Explorations(l) + "/{id:guid}", Change).Does("robots.exploration.changer").ForAnalysts();
        }
    }

    static async Task<IResult> Change(Guid id, [FromForm] ChangeForm? form, HttpRequest request, AtWork at, BotsDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await Mine(db, at).SingleOrDefaultAsync(e => e.Id == id, ct) is not { } exploration)
        {
            return TypedResults.NotFound();
        }

        if (form?.Stop == true && exploration.State == ExplorationState.Running)
        {
            (exploration.State, exploration.StopReason) = (ExplorationState.Stopped, null);
            exploration.Version++;
        }
        else if (form?.Go == true && exploration.State is ExplorationState.Stopped or ExplorationState.Failed)
        {
            (exploration.State, exploration.StopReason, exploration.NextAt, exploration.LastError) = (ExplorationState.Running, null, clock.GetUtcNow(), null);
            exploration.Version++;
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // It moved at the same moment: the page is shown as it is now, with its button.
        }

        return TypedResults.LocalRedirect(Addresses.Exploration(Langs.Of(request), id));
    }

    static async Task<IResult> Show(Guid id, string? from, int? page, HttpRequest request, AtWork at, BotsDb db, CancellationToken ct)
    {
        if (await Mine(db, at).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } exploration)
        {
            return TypedResults.NotFound();
        }

        // One branch of the tree at a time: what an account led to.
        var under = from is { Length: > 0 } ? from : null;
        var branch = db.Frontier.AsNoTracking().Where(f => f.ExplorationId == id && f.From == under);
        var pages = Math.Max(1, (await branch.CountAsync(ct) + PageSize - 1) / PageSize);
        var shown = Math.Clamp(page ?? 1, 1, pages);
        var entries = await branch.OrderBy(f => f.Rank).Skip((shown - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var ids = entries.ConvertAll(e => e.NativeId);
        var led = await db.Frontier.Where(f => f.ExplorationId == id && ids.Contains(f.From!)).GroupBy(f => f.From!).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, ct);
        var accounts = await db.Accounts.AsNoTracking().Where(a => a.Network == exploration.Network && ids.Contains(a.NativeId) && db.AccountMatches.Any(m => m.WatchId == exploration.WatchId && m.AccountId == a.Id)).ToDictionaryAsync(a => a.NativeId, a => a.Id, StringComparer.Ordinal, ct);
        return Html.View<ShowExplorationPage, ShowExplorationModel>(new()
        {
            L = Langs.Of(request), Exploration = exploration, Rules = ExplorationRules.Of(exploration), Watch = await db.Watches.Where(w => w.Id == exploration.WatchId).Select(w => w.Name).SingleAsync(ct),
            Waiting = await db.Frontier.CountAsync(f => f.ExplorationId == id && f.State == FrontierState.Waiting, ct),
            Path = await Path(db, id, under, ct), From = under, Page = shown, Pages = pages,
            Rows = [.. entries.Select(e => new EntryRow(e.NativeId, Why.Of(e), e.State, led.GetValueOrDefault(e.NativeId), accounts.TryGetValue(e.NativeId, out var account) ? account : null))],
        });
    }

    // From the seed to here: as long as the exploration is deep.
    static async Task<IReadOnlyList<(string Id, string Name)>> Path(BotsDb db, Guid id, string? from, CancellationToken ct)
    {
        List<(string, string)> path = [];
        for (var at = from; at is { Length: > 0 } && path.Count < 20 && await db.Frontier.AsNoTracking().SingleOrDefaultAsync(f => f.ExplorationId == id && f.NativeId == at, ct) is { } entry; at = entry.From)
        {
            path.Insert(0, (entry.NativeId, Why.Of(entry).Handle ?? entry.NativeId));
        }

        return path;
    }

    static IQueryable<Exploration> Mine(BotsDb db, AtWork at) => db.Explorations.Where(e => db.Watches.Any(w => w.Id == e.WatchId && w.OrganisationId == at.Organisation));
}

public sealed record ChangeForm
{
    public bool Stop { get; init; }
    public bool Go { get; init; }
}

/// <param name="Led">Accounts that it led to.</param>
/// <param name="Account">Its page; null where it is not of the watch.</param>
public sealed record EntryRow(string NativeId, Why Why, FrontierState State, int Led, Guid? Account);

public sealed record ShowExplorationModel
{
    public required Lang L { get; init; }
    public required Exploration Exploration { get; init; }
    public required ExplorationRules Rules { get; init; }
    public required string Watch { get; init; }
    public required int Waiting { get; init; }
    public required IReadOnlyList<(string Id, string Name)> Path { get; init; }
    public required string? From { get; init; }
    public required IReadOnlyList<EntryRow> Rows { get; init; }
    public required int Page { get; init; }
    public required int Pages { get; init; }
}
