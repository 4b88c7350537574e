using System.Text.Json;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Exploring;

/// <summary>Goes over an exploration again from what it kept, without the network, by its own rules or by others: where it would have gone, and why.</summary>
public sealed class OfflineExploration(BotsDb db, ProfileScore score)
{
    /// <summary>Accounts in the order in which they enter the frontier. By other rules it stops where nobody asked the network: such accounts are said to be unvisited.</summary>
    public async Task<IReadOnlyList<OfflineEntry>> Replay(Guid id, ExplorationRules rules, CancellationToken ct)
    {
        var profiles = (await db.Explored.AsNoTracking().Where(x => x.ExplorationId == id).ToListAsync(ct))
            .ToDictionary(x => x.NativeId, x => JsonSerializer.Deserialize<Account>(x.Profile)!, StringComparer.Ordinal);
        var ties = (await db.ExploredTies.AsNoTracking().Where(x => x.ExplorationId == id).OrderBy(x => x.Place).ToListAsync(ct)).ToLookup(x => x.FromId, StringComparer.Ordinal);
        var seeds = await db.Frontier.AsNoTracking().Where(f => f.ExplorationId == id && f.Depth == 0).OrderBy(f => f.Rank).ToListAsync(ct);
        var visited = await db.Frontier.AsNoTracking().Where(f => f.ExplorationId == id && f.State == FrontierState.Visited).Select(f => f.NativeId).ToHashSetAsync(StringComparer.Ordinal, ct);
        var screen = new Screen(rules, score);
        var found = seeds.ConvertAll(s => new OfflineEntry(s.NativeId, 0, null, Why.Of(s), visited.Contains(s.NativeId)));
        var known = seeds.Select(s => s.NativeId).ToHashSet(StringComparer.Ordinal);
        for (var at = 0; at < found.Count; at++)
        {
            var from = found[at];
            foreach (var tie in ties[from.NativeId].Take(rules.Each))
            {
                if (from.Depth < rules.MostDepth && profiles.TryGetValue(tie.ToId, out var account) && screen.Judge(account, tie.Shared) is { } why && known.Add(tie.ToId))
                {
                    found.Add(new(tie.ToId, from.Depth + 1, from.NativeId, why, visited.Contains(tie.ToId)));
                }
            }
        }

        return found;
    }
}

/// <param name="Visited">The exploration went there, so that what comes after is known.</param>
public sealed record OfflineEntry(string NativeId, int Depth, string? From, Why Why, bool Visited);
