using System.Text.Json;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Networks;

/// <summary>Accounts that repeated the same posts as another, in what a watch collected: no network is asked.</summary>
sealed class CoSharers(BotsDb db)
{
    /// <summary>A post that so many repeated says nothing of two of them, and would cost all of them.</summary>
    const int MostSharers = 500;

    /// <summary>The latest posts that the account repeated.</summary>
    const int MostObjects = 500;

    public async Task<FoundPeople> Of(Guid watch, Network network, string nativeId, int most, int leastShared, CancellationToken ct)
    {
        var account = await db.Accounts.AsNoTracking().Where(a => a.Network == network && a.NativeId == nativeId).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct);
        var seen = db.Posts.Where(p => db.Matches.Any(m => m.WatchId == watch && m.Seq == p.Seq) && (p.Kind == PostKind.Repost || p.Kind == PostKind.Quote) && p.TargetId != null && p.Network == network);
        var shared = await seen.Where(p => p.AccountId == account).GroupBy(p => p.TargetId!).Select(g => new { g.Key, Last = g.Max(p => p.Seq) }).OrderByDescending(g => g.Last).Take(MostObjects).Select(g => g.Key).ToListAsync(ct);
        var counts = new Dictionary<Guid, int>();
        foreach (var some in shared.Order(StringComparer.Ordinal).Chunk(100))
        {
            var pairs = await seen.Where(p => some.Contains(p.TargetId!) && p.AccountId != account).Select(p => new { p.TargetId, p.AccountId }).Distinct().ToListAsync(ct);
            foreach (var group in pairs.GroupBy(p => p.TargetId, StringComparer.Ordinal).Where(g => g.Count() <= MostSharers))
            {
                foreach (var pair in group)
                {
                    counts[pair.AccountId] = counts.GetValueOrDefault(pair.AccountId) + 1;
                }
            }
        }

        var best = counts.Where(c => c.Value >= leastShared).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(most).ToList();
        var ids = best.ConvertAll(b => b.Key);
        var rows = await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id) && !a.LeftOut).ToDictionaryAsync(a => a.Id, ct);
        return new([.. best.Where(b => rows.ContainsKey(b.Key)).Select(b => (Profile(rows[b.Key]), b.Value))], 0);
    }

    internal static Account Profile(WatchedAccount row) =>
        (row.Profile is null ? null : JsonSerializer.Deserialize<Account>(row.Profile)) is { } profile
            ? profile with { Network = row.Network, Id = row.NativeId }
            : new() { Network = row.Network, Id = row.NativeId, Handle = row.Handle };
}
