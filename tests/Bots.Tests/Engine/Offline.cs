using Beffroi.Bots.Keeping;
using Beffroi.Bots.Scoring;
using Beffroi.Detection;

namespace Beffroi.Bots.Tests.Engine;

/// <summary>What must come out of posts, computed plainly from the posts themselves: pair by pair, without stream, checkpoint or table.</summary>
static class Offline
{
    /// <summary>By account of the network: its probability and class at a share of a tenth.</summary>
    public static Dictionary<string, (double Probability, AutomationClass Class)> Scores(IEnumerable<IncomingPost> posts)
    {
        using var file = File.OpenRead(Path.Combine(Repository.Root, "models/automation.beffroi"));
        var model = AutomationModel.Read(file);
        return posts.DistinctBy(p => p.Post.Id).GroupBy(p => p.Post.AccountId, StringComparer.Ordinal).ToDictionary(g => g.Key, g =>
        {
            // As collected: addresses in their one writing.
            var own = g.Select(p => p.Post with { Urls = p.Post.Urls is { } urls ? [.. urls.Select(CanonicalUrl.Of).OfType<string>()] : null }).OrderByDescending(p => p.CreatedAt).Take(200).ToList();
            var score = model.Score(g.First().Author!, own, 0.1);
            return (score.Probability, score.Class);
        }, StringComparer.Ordinal);
    }

    /// <summary>By trace and two accounts of the network, the smaller first: distinct objects, pairs, first and last instants. Only those of two objects or more.</summary>
    public static Dictionary<(Trace, string, string), (int Objects, int Pairs, long First, long Last)> Ties(IEnumerable<IncomingPost> posts)
    {
        var found = new Dictionary<(Trace, string, string), List<(string Object, long From, long To)>>();
        foreach (var trace in new[] { Trace.Repost, Trace.Url, Trace.HashtagSequence, Trace.Text, Trace.Media, Trace.Reply })
        {
            foreach (var thing in Traces.Shares(posts.DistinctBy(p => p.Post.Id).Select(p => p.Post), trace).GroupBy(s => s.ObjectId, StringComparer.Ordinal))
            {
                var shares = thing.ToArray();
                for (var i = 0; i < shares.Length; i++)
                {
                    for (var j = i + 1; j < shares.Length; j++)
                    {
                        var (a, b) = (shares[i], shares[j]);
                        if (Math.Abs(a.Timestamp - b.Timestamp) <= 60 && !string.Equals(a.AccountId, b.AccountId, StringComparison.Ordinal))
                        {
                            var key = string.CompareOrdinal(a.AccountId, b.AccountId) < 0 ? (trace, a.AccountId, b.AccountId) : (trace, b.AccountId, a.AccountId);
                            (found.TryGetValue(key, out var pairs) ? pairs : found[key] = []).Add((thing.Key, Math.Min(a.Timestamp, b.Timestamp), Math.Max(a.Timestamp, b.Timestamp)));
                        }
                    }
                }
            }
        }

        return found.Where(f => f.Value.Select(p => p.Object).Distinct(StringComparer.Ordinal).Count() >= 2)
            .ToDictionary(f => f.Key, f => (f.Value.Select(p => p.Object).Distinct(StringComparer.Ordinal).Count(), f.Value.Count, f.Value.Min(p => p.From), f.Value.Max(p => p.To)));
    }

    /// <summary>By term (empty: all of them) and hour: posts, reposts, quotes, replies.</summary>
    public static Dictionary<(Guid, DateTimeOffset), (long, long, long, long)> Volumes(IEnumerable<IncomingPost> posts)
    {
        var once = posts.DistinctBy(p => p.Post.Id).ToList();
        return once.Select(p => (Term: Guid.Empty, p.Post)).Concat(once.Where(p => p.TermId is not null).Select(p => (Term: p.TermId!.Value, p.Post)))
            .GroupBy(p => (p.Term, Hour: new DateTimeOffset(p.Post.CreatedAt.Year, p.Post.CreatedAt.Month, p.Post.CreatedAt.Day, p.Post.CreatedAt.Hour, 0, 0, TimeSpan.Zero)))
            .ToDictionary(g => (g.Key.Term, g.Key.Hour), g => (
                g.LongCount(p => p.Post.RepostOf is null && p.Post.QuoteOf is null && p.Post.ReplyTo is null), g.LongCount(p => p.Post.RepostOf is not null),
                g.LongCount(p => p.Post.RepostOf is null && p.Post.QuoteOf is not null), g.LongCount(p => p.Post.RepostOf is null && p.Post.QuoteOf is null && p.Post.ReplyTo is not null)));
    }

    /// <summary>What the tables hold is what was computed plainly.</summary>
    public static void Equals(BotsDb db, Guid watch, IReadOnlyList<IncomingPost> posts)
    {
        var scores = Scores(posts);
        Assert.Equal(scores.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value.Probability, s.Value.Class)),
            db.Accounts.Where(a => a.ScoredAt != null).AsEnumerable().OrderBy(a => a.NativeId, StringComparer.Ordinal).Select(a => (a.NativeId, a.Probability!.Value, a.Class!.Value)));

        EqualTies(db, watch, posts);

        var volumes = db.Volumes.Where(v => v.WatchId == watch).AsEnumerable().Select(v => ((v.TermId, v.Hour), (v.Posts, v.Reposts, v.Quotes, v.Replies)));
        Assert.Equal(Volumes(posts).Select(v => (v.Key, v.Value)).OrderBy(v => v.Key), volumes.OrderBy(v => v.Item1));
    }

    /// <summary>The ties that the table holds are those that were computed plainly.</summary>
    public static void EqualTies(BotsDb db, Guid watch, IReadOnlyList<IncomingPost> posts)
    {
        var natives = db.Accounts.ToDictionary(a => a.Id, a => a.NativeId);
        var ties = db.Ties.Where(t => t.WatchId == watch).AsEnumerable().Select(t =>
        {
            string[] ends = [natives[t.FirstId], natives[t.SecondId]];
            Array.Sort(ends, StringComparer.Ordinal);
            return ((t.Trace, ends[0], ends[1]), (t.Objects, t.Pairs, t.FirstAt.ToUnixTimeSeconds(), t.LastAt.ToUnixTimeSeconds()));
        });
        Assert.Equal(Ties(posts).Select(t => (t.Key, t.Value)).OrderBy(t => t.Key), ties.OrderBy(t => t.Item1));
    }
}
