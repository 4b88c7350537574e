using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Analysing;

/// <summary>Analyses a narrative within the watches of an organisation.</summary>
public sealed class NarrativeReading(BotsDb db, NarrativeGate gate)
{
    /// <summary>More would not fit in memory while it is counted.</summary>
    public const int MostPosts = 1_000_000;

    const int AtOnce = 5_000;

    /// <summary>Null where there are more posts than can be looked at: the period is to be shortened.</summary>
    public async Task<Narrative?> Of(Guid organisation, NarrativeFilter filter, CancellationToken ct)
    {
        using (await gate.Enter(ct))
        {
            return await Fold(organisation, filter, ct) is { } fold ? await Told(filter, fold, ct) : null;
        }
    }

    public async Task<NarrativeFold?> Fold(Guid organisation, NarrativeFilter filter, CancellationToken ct)
    {
        var fold = new NarrativeFold();
        var accounts = await AccountsOf(organisation, filter, ct);
        var posts = NarrativePosts.Of(db, organisation, filter, accounts);
        foreach (var part in await posts.Found(db, filter.Subject, ct))
        {
            await foreach (var post in part.About(filter.Hashtag).About(filter.Domain).Select(NarrativePosts.Read).AsAsyncEnumerable().WithCancellation(ct))
            {
                if (filter.Subject.IsIn(post) && filter.Hashtag?.IsIn(post) is not false && filter.Domain?.IsIn(post) is not false)
                {
                    fold.Add(post);
                }

                if (fold.Total.Posts > MostPosts)
                {
                    return null;
                }
            }
        }

        // A repost without a word belongs with what it repeats.
        await foreach (var repost in posts.Where(p => p.Kind == PostKind.Repost && (p.Text == null || p.Text == "")).Select(NarrativePosts.Read).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!filter.Subject.IsIn(repost) && fold.Repeats(repost))
            {
                fold.Add(repost);
            }

            if (fold.Total.Posts > MostPosts)
            {
                return null;
            }
        }

        fold.Close();
        return fold;
    }

    async Task<Narrative> Told(NarrativeFilter filter, NarrativeFold fold, CancellationToken ct)
    {
        var authors = await Authors(fold, ct);
        var texts = await new NarrativeTexts(db).Of(fold, ct);
        return new()
        {
            Filter = filter, Counted = fold, Authors = authors,
            Identical = texts.Identical, IdenticalCount = texts.IdenticalCount, Near = texts.Near, NearScope = texts.Scope,
            Top = await new NarrativeTops(db).Of(fold, ct),
            Amplification = AmplificationShare.Of([.. authors.Select(a => a.Score)]),
        };
    }

    /// <summary>Accounts that a handle or an identifier names, within the own watches; null: all.</summary>
    async Task<IReadOnlyCollection<Guid>?> AccountsOf(Guid organisation, NarrativeFilter filter, CancellationToken ct)
    {
        if (filter.Account is not { } named)
        {
            return null;
        }

        var (id, handle, watch) = (Guid.TryParse(named, out var known) ? known : Guid.Empty, named.ToLowerInvariant(), filter.Watch);
        var watches = db.Watches.Where(w => w.OrganisationId == organisation && (watch == null || w.Id == watch)).Select(w => w.Id);
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Becomes lower() in SQL: the database has no culture to be given.
        return await db.Accounts.Where(a => (a.Id == id || a.Handle == named || a.Handle!.ToLower() == handle) && db.AccountMatches.Any(m => m.AccountId == a.Id && watches.Contains(m.WatchId)))
#pragma warning restore CA1304, CA1311, CA1862, MA0011
            .Select(a => a.Id).Take(AtOnce).ToListAsync(ct);
    }

    async Task<IReadOnlyList<NarrativeAuthor>> Authors(NarrativeFold fold, CancellationToken ct)
    {
        var authors = new List<NarrativeAuthor>(fold.Authors.Count);
        foreach (var some in fold.Authors.Index().Chunk(AtOnce))
        {
            var ids = some.Select(a => a.Item.Id).ToList();
            var known = await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Handle, a.Probability, a.Class }).ToDictionaryAsync(a => a.Id, ct);
            var scores = await db.Scores.AsNoTracking()
                .Where(s => ids.Contains(s.AccountId) && !db.Scores.Any(later => later.AccountId == s.AccountId && later.At > s.At))
                .Select(s => new { s.AccountId, s.LogOdds, s.Low, s.High, s.Probability, s.Class, s.Doubt }).ToDictionaryAsync(s => s.AccountId, ct);
            foreach (var (number, tally) in some)
            {
                var (account, score) = (known.GetValueOrDefault(tally.Id), scores.GetValueOrDefault(tally.Id));
                // A score whose interval holds one half still tells, with less certainty; the other doubts say that it does not.
                var tells = score is { Doubt: ScoreDoubt.None or ScoreDoubt.Border };
                authors.Add(new()
                {
                    Number = number, Id = tally.Id, Network = tally.Network, Handle = account?.Handle, Posts = tally.Posts, Reposts = tally.Reposts,
                    Probability = score?.Probability ?? account?.Probability, Class = score?.Class ?? account?.Class,
                    Score = new()
                    {
                        Posts = tally.Posts, LogOdds = tells ? score!.LogOdds : null, Spread = tells ? AuthorScore.SpreadOf(score!.Low, score.High) : 0,
                        // A class that its own interval contradicts is what the account says of itself.
                        IsDeclared = score is { Class: AutomationClass.Bot, Low: <= 0.5 },
                    },
                });
            }
        }

        return [.. authors.OrderByDescending(a => a.Posts).ThenBy(a => a.Handle ?? "", StringComparer.Ordinal).ThenBy(a => a.Id)];
    }
}
