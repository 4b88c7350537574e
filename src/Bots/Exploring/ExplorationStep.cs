using System.Text.Json;
using Beffroi.Bots.Networks;
using Beffroi.Bots.Running;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Exploring;

/// <summary>One step of an exploration: goes to the next account of the frontier, looks at who can be reached from there, and writes what it found and where it may go, in one transaction. Killed before, it goes there again; after, never.</summary>
public sealed class ExplorationStep(BotsDb db, SourcesSetup setup, TimeProvider clock, ProfileScore score)
{
    /// <summary>The caller holds the lease. False: it has stopped, and the row says why.</summary>
    /// <exception cref="SourceTroubleException">The network does not give what it was asked for: nothing was written.</exception>
    public async Task<bool> Go(Guid id, CancellationToken ct)
    {
        var exploration = await db.Explorations.SingleAsync(e => e.Id == id, ct);
        var rules = ExplorationRules.Of(exploration);
        if (exploration.State != ExplorationState.Running || await Stopping.Before(db, exploration, rules, setup, clock.GetUtcNow(), ct) is { } before && Stop(exploration, before))
        {
            exploration.Version++;
            await db.SaveChangesAsync(ct);
            return false;
        }

        var found = new FoundFrom(setup, db, clock);
        if (!await db.Frontier.AnyAsync(f => f.ExplorationId == id, ct))
        {
            await Begin(exploration, rules, await found.Seeds(exploration, rules, ct), ct);
            return true;
        }

        if (await db.Frontier.Where(f => f.ExplorationId == id && f.State == FrontierState.Waiting).OrderBy(f => f.Rank).FirstOrDefaultAsync(ct) is not { } entry)
        {
            Stop(exploration, StopReason.Exhausted);
            exploration.Version++;
            await db.SaveChangesAsync(ct);
            return false;
        }

        var people = await found.Ask(exploration, rules, entry.NativeId, ct);
        await Write(exploration, rules, entry, people, ct);
        return true;
    }

    async Task Begin(Exploration exploration, ExplorationRules rules, FoundPeople seeds, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        Count(exploration, rules, seeds, now);
        var open = (await Open(exploration.Network, seeds, ct)).ConvertAll(p => p.Account);
        foreach (var (rank, account) in open.Index())
        {
            db.Frontier.Add(new() { ExplorationId = exploration.Id, NativeId = account.Id, Depth = 0, Why = new Why { Seed = true, Handle = account.Handle }.ToJson(), Rank = rank });
        }

        await new SeenPeople(db, exploration, now).Keep([.. open.Select(a => (a, true))], ct);
        if (open.Count == 0)
        {
            Stop(exploration, StopReason.NoSeed);
        }

        exploration.Version++;
        await db.SaveChangesAsync(ct);
    }

    async Task Write(Exploration exploration, ExplorationRules rules, FrontierEntry entry, FoundPeople people, CancellationToken ct)
    {
        var (now, screen) = (clock.GetUtcNow(), new Screen(rules, score));
        Count(exploration, rules, people, now);
        (entry.State, entry.VisitedAt) = (FrontierState.Visited, now);
        exploration.Visited++;

        // Those that are left out leave no trace, not even here.
        var open = await Open(exploration.Network, people, ct);
        var ids = open.ConvertAll(a => a.Account.Id);
        var seen = await db.Explored.Where(x => x.ExplorationId == exploration.Id && ids.Contains(x.NativeId)).Select(x => x.NativeId).ToHashSetAsync(StringComparer.Ordinal, ct);
        var known = await db.Frontier.Where(f => f.ExplorationId == exploration.Id && ids.Contains(f.NativeId)).Select(f => f.NativeId).ToHashSetAsync(StringComparer.Ordinal, ct);
        var rank = await db.Frontier.Where(f => f.ExplorationId == exploration.Id).MaxAsync(f => f.Rank, ct);
        List<(Account, bool)> fresh = [];
        foreach (var (place, (account, shared)) in open.Index())
        {
            db.ExploredTies.Add(new() { ExplorationId = exploration.Id, FromId = entry.NativeId, Place = place, ToId = account.Id, Shared = shared });
            var why = screen.Judge(account, shared);
            if (!seen.Contains(account.Id))
            {
                fresh.Add((account, why is not null));
                exploration.Screened++;
                exploration.MatchedCount += why is null ? 0 : 1;
            }

            if (why is not null && entry.Depth < rules.MostDepth && known.Add(account.Id))
            {
                db.Frontier.Add(new() { ExplorationId = exploration.Id, NativeId = account.Id, Depth = entry.Depth + 1, From = entry.NativeId, Why = why.ToJson(), Rank = ++rank });
            }
        }

        await new SeenPeople(db, exploration, now).Keep(fresh, ct);
        exploration.Version++;
        await db.SaveChangesAsync(ct);
    }

    // Neither those that say so now, nor those that were left out before: their owner obtained it, perhaps.
    async Task<List<(Account Account, int Shared)>> Open(Network network, FoundPeople people, CancellationToken ct)
    {
        var ids = people.Accounts.Select(a => a.Account.Id).ToList();
        var barred = await db.Accounts.Where(a => a.Network == network && a.LeftOut && ids.Contains(a.NativeId)).Select(a => a.NativeId).ToHashSetAsync(StringComparer.Ordinal, ct);
        return [.. people.Accounts.Where(a => !Screening.LeavesOut(a.Account) && !barred.Contains(a.Account.Id)).DistinctBy(a => a.Account.Id, StringComparer.Ordinal)];
    }

    static void Count(Exploration exploration, ExplorationRules rules, FoundPeople people, DateTimeOffset now)
    {
        exploration.Requests += people.Requests;
        exploration.Price += people.Price;
        exploration.NextAt = now.AddSeconds(60.0 * people.Requests / rules.PerMinute);
        exploration.LastError = null;
    }

    static bool Stop(Exploration exploration, StopReason reason)
    {
        exploration.State = reason switch
        {
            StopReason.Expired => ExplorationState.Expired,
            StopReason.NoSeed => ExplorationState.Failed,
            StopReason.Exhausted or StopReason.Requests or StopReason.Accounts or StopReason.Cents or StopReason.FewMatches or StopReason.WatchClosed => ExplorationState.Done,
        };
        exploration.StopReason = reason.ToString();
        return true;
    }
}
