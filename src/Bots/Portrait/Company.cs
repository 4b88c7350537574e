using Beffroi.Bots.Figures;
using Beffroi.Bots.Scoring;
using Beffroi.Bots.Signs;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Portrait;

/// <summary>Why another account is like this one.</summary>
public enum Likeness
{
    SameDescription,
    SameHandleShape,
    SameCreationDay,
    Tied,
}

/// <param name="Count">Things shared together, of a tie.</param>
public sealed record SimilarAccount(Guid Id, string Called, IReadOnlyList<Likeness> Why, int Count);

/// <summary>Watches, groups, signs and like accounts of an account, as far as the organisation sees them.</summary>
public sealed record Company
{
    const int MostNeighbours = 10_000;
    const int MostShown = 30;

    public required IReadOnlyList<Watch> Watches { get; init; }
    public required IReadOnlyList<(Cluster Cluster, string Role)> Clusters { get; init; }
    public required IReadOnlyList<TypologySign> Signs { get; init; }
    public required IReadOnlyList<SimilarAccount> Similar { get; init; }

    public static async Task<Company> Of(WatchedAccount account, Account profile, BotsDb db, Guid organisation, CancellationToken ct)
    {
        var watches = await db.WatchesOf(organisation).AsNoTracking().Where(w => db.AccountMatches.Any(m => m.WatchId == w.Id && m.AccountId == account.Id)).OrderBy(w => w.Name).ThenBy(w => w.Id).ToListAsync(ct);
        var ids = watches.ConvertAll(w => w.Id);
        var clusters = await db.Members.AsNoTracking().Where(m => m.AccountId == account.Id).Join(db.Clusters.AsNoTracking().Where(c => ids.Contains(c.WatchId)), m => m.ClusterId, c => c.Id, (m, c) => new { Cluster = c, m.Role })
            .OrderByDescending(r => r.Cluster.SeenAt).ThenBy(r => r.Cluster.Id).Take(MostShown).ToListAsync(ct);
        var ties = await db.Ties.AsNoTracking().Where(t => ids.Contains(t.WatchId) && (t.FirstId == account.Id || t.SecondId == account.Id))
            .GroupBy(t => t.FirstId == account.Id ? t.SecondId : t.FirstId).Select(g => new { Other = g.Key, Objects = g.Sum(t => t.Objects) })
            .OrderByDescending(t => t.Objects).ThenBy(t => t.Other).Take(MostShown).ToDictionaryAsync(t => t.Other, t => t.Objects, ct);
        var others = await db.Accounts.AsNoTracking().Where(a => a.Id != account.Id && !a.LeftOut && db.AccountMatches.Any(m => m.AccountId == a.Id && ids.Contains(m.WatchId)))
            .OrderByDescending(a => a.LastSeenAt).ThenBy(a => a.Id).Take(MostNeighbours).ToListAsync(ct);
        // A tied account is like it, however long ago it was seen.
        Guid[] tiedIds = [.. ties.Keys];
        var tied = await db.Accounts.AsNoTracking().Where(a => tiedIds.Contains(a.Id) && !a.LeftOut).ToListAsync(ct);
        return new()
        {
            Watches = watches,
            Clusters = [.. clusters.Select(c => (c.Cluster, c.Role))],
            Signs = await db.Signs.AsNoTracking().Where(s => s.AccountId == account.Id && ids.Contains(s.WatchId)).OrderBy(s => s.Kind).ThenBy(s => s.WatchId).ToListAsync(ct),
            Similar = Likes(account, profile, [.. others.Concat(tied).DistinctBy(a => a.Id)], ties),
        };
    }

    internal static IReadOnlyList<SimilarAccount> Likes(WatchedAccount account, Account profile, IReadOnlyList<WatchedAccount> others, IReadOnlyDictionary<Guid, int> ties)
    {
        var (description, shape) = (NormalText.Of(profile.Description), HandleShape.Of(account.Handle));
        return
        [
            .. others.Select(o => (Row: o, Profile: AccountEvidence.ProfileOf(o))).Select(o => new SimilarAccount(
                    o.Row.Id, ScoreWords.Called(o.Row.Handle, o.Row.NativeId),
                    [
                        .. description.Length >= SignKeeping.LeastDescription && string.Equals(NormalText.Of(o.Profile.Description), description, StringComparison.Ordinal) ? [Likeness.SameDescription] : Array.Empty<Likeness>(),
                        .. ties.ContainsKey(o.Row.Id) ? [Likeness.Tied] : Array.Empty<Likeness>(),
                        .. shape is not null && string.Equals(HandleShape.Of(o.Row.Handle), shape, StringComparison.Ordinal) ? [Likeness.SameHandleShape] : Array.Empty<Likeness>(),
                        .. profile.CreatedAt is { } day && o.Profile.CreatedAt?.UtcDateTime.Date == day.UtcDateTime.Date ? [Likeness.SameCreationDay] : Array.Empty<Likeness>(),
                    ],
                    ties.GetValueOrDefault(o.Row.Id)))
                .Where(s => s.Why.Count > 0)
                .OrderByDescending(s => s.Why.Count).ThenByDescending(s => s.Count).ThenBy(s => s.Called, StringComparer.Ordinal).Take(MostShown),
        ];
    }
}
