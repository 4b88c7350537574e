using Beffroi.Encyclopedia.LinkHealth;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Encyclopedia.Links;

/// <summary>Asks once for each address whose turn has come, and notes what it answered.</summary>
public sealed class LinkRound(IServiceScopeFactory scopes, LinkSettings settings, TimeProvider clock)
{
    const int LongestPauseDays = 60;
    const int GatheredAtOnce = 200;
    static readonly TimeSpan Claim = TimeSpan.FromHours(1);

    readonly HostManners _manners = new(TimeSpan.FromSeconds(settings.SecondsBetweenRequests), clock);

    bool _gathered;

    /// <returns>Addresses asked for.</returns>
    public async Task<int> Check(CancellationToken ct)
    {
        var due = await Due(ct);
        using var client = GuardedConnection.Client(new() { UserAgent = settings.UserAgent, PrivateHosts = settings.PrivateHosts, TimeoutSeconds = settings.TimeoutSeconds });
        await Parallel.ForEachAsync(
            due.GroupBy(h => Uri.TryCreate(h.Url, UriKind.Absolute, out var at) ? at.Authority : "", StringComparer.OrdinalIgnoreCase),
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, settings.HostsAtOnce), CancellationToken = ct },
            async (host, cancel) => await CheckHost([.. host], client, cancel));
        return due.Count;
    }

    // One request at a time to one site, and a pause between two.
    async Task CheckHost(List<UrlHealth> addresses, HttpClient client, CancellationToken ct)
    {
        var probe = new LinkProbe(client, _manners, clock);
        foreach (var address in addresses)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<EncyclopediaDb>();
            if (await Take(db, address, ct))
            {
                await Note(db, address, await probe.Ask(address.Url, address.ETag, ct), ct);
            }
        }
    }

    // What a machine answered is no act of anybody: the rows are their own trace, and an audit row an address would drown the others.
#pragma warning disable RS0030
    // Several nodes may go round at once: the first to take an address asks for it.
    async Task<bool> Take(EncyclopediaDb db, UrlHealth address, CancellationToken ct)
    {
        var (seen, next) = (address.NextCheckAt, clock.GetUtcNow() + Claim);
        return await db.UrlHealth.Where(h => h.Url == address.Url && h.NextCheckAt == seen).ExecuteUpdateAsync(h => h.SetProperty(x => x.NextCheckAt, next), ct) == 1;
    }

    async Task Note(EncyclopediaDb db, UrlHealth before, LinkAnswer answer, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var failures = answer.IsAlive || answer.IsUnknown ? 0 : before.FailuresInARow + 1;
        DateTimeOffset? since = failures == 0 ? null : before.FailsSince ?? now;
        var pause = failures == 0 ? settings.DaysBetweenChecks : Math.Min(LongestPauseDays, 1 << Math.Min(failures - 1, 6));
        var next = now + TimeSpan.FromDays(pause);
        var asked = answer.RetryAfter is { } wait ? now + TimeSpan.FromDays(Math.Clamp(wait.TotalDays, 0, LongestPauseDays)) : now;
        next = asked > next ? asked : next;
        var etag = answer.Status == 304 ? before.ETag : answer.ETag is { Length: <= 200 } tag ? tag : null;
        await db.UrlHealth.Where(h => h.Url == before.Url).ExecuteUpdateAsync(
            h => h.SetProperty(x => x.CheckedAt, now)
                .SetProperty(x => x.Status, answer.Status)
                .SetProperty(x => x.Failure, answer.Failure)
                .SetProperty(x => x.FailuresInARow, failures)
                .SetProperty(x => x.FailsSince, since)
                .SetProperty(x => x.NextCheckAt, next)
                .SetProperty(x => x.ETag, etag),
            ct);
    }
#pragma warning restore RS0030

    async Task<List<UrlHealth>> Due(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EncyclopediaDb>();
        if (!_gathered)
        {
            await Gather(db, ct);
            _gathered = true;
        }

        await Enrol(db, ct);
        await Forget(db, ct);
        return await db.UrlHealth.AsNoTracking()
            .Where(h => h.NextCheckAt <= now && db.Urls.Any(u => u.Url == h.Url))
            .OrderBy(h => h.NextCheckAt).ThenBy(h => h.Url)
            .Take(settings.AddressesPerTurn)
            .ToListAsync(ct);
    }

    // Entries published by a program that did not look for addresses in their texts: once in the life of this one.
    static async Task Gather(EncyclopediaDb db, CancellationToken ct)
    {
        for (var done = 0; ; done += GatheredAtOnce)
        {
            var entries = await db.Entries.AsNoTracking().OrderBy(e => e.Id).Skip(done).Take(GatheredAtOnce)
                .Join(db.Versions, e => new { EntryId = e.Id, Number = e.Version }, v => new { v.EntryId, v.Number }, (e, v) => new { e.Id, v.Content })
                .ToListAsync(ct);
            if (entries.Count == 0)
            {
                return;
            }

            var ids = entries.ConvertAll(e => e.Id);
            var known = (await db.Urls.Where(u => ids.Contains(u.EntryId)).Select(u => new { u.EntryId, u.Url }).ToListAsync(ct)).Select(u => (u.EntryId, u.Url)).ToHashSet();
            foreach (var url in entries.SelectMany(e => Projection.Urls(e.Id, EntryJson.Read(e.Content))).Where(u => !known.Contains((u.EntryId, u.Url))))
            {
                await db.Database.ExecuteSqlAsync($"""INSERT INTO encyclopedia_urls ("EntryId", "Url") VALUES ({url.EntryId}, {url.Url}) ON CONFLICT DO NOTHING""", ct);
            }
        }
    }

    // An address that no entry gives any more.
    static Task Forget(EncyclopediaDb db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"""DELETE FROM encyclopedia_url_health WHERE NOT EXISTS (SELECT 1 FROM encyclopedia_urls u WHERE u."Url" = encyclopedia_url_health."Url")""", ct);

    // No person wrote these rows and no person reads them one by one: they leave no trace in the audit.
    static async Task Enrol(EncyclopediaDb db, CancellationToken ct)
    {
        var unknown = await db.Urls.Where(u => !db.UrlHealth.Any(h => h.Url == u.Url)).Select(u => u.Url).Distinct().ToListAsync(ct);
        foreach (var url in unknown)
        {
            await db.Database.ExecuteSqlAsync($"""INSERT INTO encyclopedia_url_health ("Url", "CheckedAt", "FailuresInARow", "NextCheckAt") SELECT {url}, "ChangedAt", 0, "ChangedAt" FROM encyclopedia_entries WHERE "Id" = (SELECT "EntryId" FROM encyclopedia_urls WHERE "Url" = {url} LIMIT 1) ON CONFLICT DO NOTHING""", ct);
        }
    }
}
