using Beffroi.Bots.Clustering;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Signs;

/// <summary>Reads again the signs of the accounts that published since the last turn, and of those that describe themselves with the same words.</summary>
sealed class SignKeeping(BotsDb db)
{
    /// <summary>Accounts in one turn; the others wait for the next.</summary>
    const int Most = 2000;
    const int MostPosts = 200;
    const int MostProfiles = 50_000;

    /// <summary>Shorter descriptions are the same by chance.</summary>
    public const int LeastDescription = 20;

    /// <returns>The place of the last post whose author was read.</returns>
    public async Task<long> Look(Guid watch, long after, long last, DateTimeOffset now, CancellationToken ct)
    {
        var authors = await db.Matches.AsNoTracking().Where(m => m.WatchId == watch && m.Place > after && m.Place <= last)
            .Join(db.Posts.AsNoTracking(), m => m.Seq, p => p.Seq, (m, p) => new { m.Place, p.AccountId })
            .GroupBy(p => p.AccountId).Select(g => new { Account = g.Key, First = g.Min(p => p.Place) }).OrderBy(a => a.First).Take(Most + 1).ToListAsync(ct);
        var reached = authors.Count > Most ? authors[Most].First - 1 : last;
        var fresh = authors.Take(Most).Select(a => a.Account).ToHashSet();
        if (fresh.Count == 0)
        {
            return reached;
        }

        var profiles = await db.AccountMatches.AsNoTracking().Where(m => m.WatchId == watch).Join(db.Accounts.AsNoTracking().Where(a => !a.LeftOut), m => m.AccountId, a => a.Id, (_, a) => a)
            .OrderBy(a => a.Id).Take(MostProfiles).ToDictionaryAsync(a => a.Id, Scoring.AccountEvidence.ProfileOf, ct);
        var twins = profiles.Select(p => (p.Key, Text: NormalText.Of(p.Value.Description))).Where(p => p.Text.Length >= LeastDescription).ToLookup(p => p.Text, p => p.Key, StringComparer.Ordinal);
        var read = fresh.Where(profiles.ContainsKey).ToHashSet();
        read.UnionWith(twins.Where(t => t.Any(fresh.Contains)).SelectMany(t => t));
        foreach (var some in read.Order().Chunk(200))
        {
            await Read(watch, some, profiles, twins, now, ct);
        }

        return reached;
    }

    async Task Read(Guid watch, Guid[] accounts, Dictionary<Guid, Account> profiles, ILookup<string, Guid> twins, DateTimeOffset now, CancellationToken ct)
    {
        var before = (await db.Signs.Where(s => s.WatchId == watch && accounts.Contains(s.AccountId)).ToListAsync(ct)).ToLookup(s => s.AccountId);
        foreach (var account in accounts)
        {
            var posts = await db.Posts.AsNoTracking().Where(p => p.AccountId == account && db.Matches.Any(m => m.WatchId == watch && m.Seq == p.Seq))
                .OrderByDescending(p => p.At).ThenByDescending(p => p.Seq).Take(MostPosts).ToListAsync(ct);
            var description = NormalText.Of(profiles[account].Description);
            var figures = AccountFigures.Of(profiles[account], posts.ConvertAll(p => new WatchPost(p, null).AsPost()), description.Length < LeastDescription ? null : twins[description].Count() - 1, now);
            Replace(watch, account, before[account], TypologyRules.Of(figures), now);
        }
    }

    void Replace(Guid watch, Guid account, IEnumerable<TypologySign> before, IReadOnlyList<FoundSign> after, DateTimeOffset now)
    {
        var old = before.ToDictionary(s => s.Kind);
        foreach (var sign in after)
        {
            var evidence = SignWords.Write(sign);
            if (!old.Remove(sign.Kind, out var kept))
            {
                db.Add(new TypologySign { WatchId = watch, AccountId = account, Kind = sign.Kind, At = now, Evidence = evidence });
            }
            else if (!string.Equals(kept.Evidence, evidence, StringComparison.Ordinal))
            {
                (kept.At, kept.Evidence) = (now, evidence);
            }
        }

        db.RemoveRange(old.Values);
    }
}
