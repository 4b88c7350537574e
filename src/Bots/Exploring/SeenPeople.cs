using System.Text.Json;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Exploring;

/// <summary>Keeps the accounts that an exploration looked at: those that match nothing too, for as long as the mandate says.</summary>
sealed class SeenPeople(BotsDb db, Exploration exploration, DateTimeOffset now)
{
    /// <param name="people">New to this exploration, each with whether it matches.</param>
    public async Task Keep(IReadOnlyList<(Account Account, bool Matched)> people, CancellationToken ct)
    {
        var ids = people.Select(p => p.Account.Id).ToList();
        var rows = await db.Accounts.Where(a => a.Network == exploration.Network && ids.Contains(a.NativeId)).ToDictionaryAsync(a => a.NativeId, StringComparer.Ordinal, ct);
        var accounts = rows.Values.Select(r => r.Id).ToList();
        var watched = await db.AccountMatches.Where(m => m.WatchId == exploration.WatchId && accounts.Contains(m.AccountId)).Select(m => m.AccountId).ToHashSetAsync(ct);
        foreach (var (account, matched) in people)
        {
            var profile = JsonSerializer.Serialize(account);
            db.Explored.Add(new() { ExplorationId = exploration.Id, NativeId = account.Id, Profile = profile, At = now, Matched = matched });
            if (!rows.TryGetValue(account.Id, out var row))
            {
                db.Accounts.Add(row = new() { Id = Guid.CreateVersion7(now), Network = exploration.Network, NativeId = account.Id, FirstSeenAt = now, LastSeenAt = now });
            }

            (row.Handle, row.LastSeenAt, row.Matched) = (account.Handle ?? row.Handle, now, row.Matched || matched);
            if (account.ObservedAt is not null)
            {
                (row.Profile, row.ProfileAt, row.ToScore) = (profile, now, true);
            }

            if (matched && watched.Add(row.Id))
            {
                db.AccountMatches.Add(new() { WatchId = exploration.WatchId, AccountId = row.Id, FirstAt = now });
            }
        }
    }
}
