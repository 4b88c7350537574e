using Beffroi.Bots.Clustering;
using Beffroi.Bots.Figures;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Graphs;

/// <summary>Reads what is drawn, within what the organisation watches.</summary>
static class GraphReading
{
    const int Days = 7;
    const int MostPosts = 50_000;
    const int MostTies = 20_000;
    const int Chunk = 500;

    /// <summary>Null: no such watch or cluster here.</summary>
    public static async Task<(Watch Watch, DrawnGraph Graph)?> Of(GraphAsk ask, BotsDb db, AtWork at, CancellationToken ct)
    {
        var cluster = ask.Cluster is { } id ? await db.ClustersOf(at.Organisation).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) : null;
        var watchId = cluster?.WatchId ?? ask.Watch;
        if ((ask.Cluster is not null && cluster is null) || await db.WatchesOf(at.Organisation).AsNoTracking().SingleOrDefaultAsync(w => w.Id == watchId, ct) is not { } watch)
        {
            return null;
        }

        var members = cluster is null ? null : (await db.Members.Where(m => m.ClusterId == cluster.Id).Select(m => m.AccountId).ToListAsync(ct)).ToHashSet();
        var (from, to) = await Period(ask, watch.Id, db, ct);
        var graph = ask.Kind == GraphKind.Ties ? DrawnGraph.OfTies(await Ties(watch.Id, members, from, to, db, ct)) : DrawnGraph.OfInteractions(await Interactions(watch.Id, members, from, to, db, ct));
        return (watch, await Named(graph, db, ct));
    }

    /// <summary>Days asked for; where none are, the week that ends with the last post.</summary>
    static async Task<(DateTimeOffset From, DateTimeOffset To)> Period(GraphAsk ask, Guid watch, BotsDb db, CancellationToken ct)
    {
        DateTimeOffset? to = ask.To is { } last ? French.Begins(last.AddDays(1)) : ask.From is { } begin ? French.Begins(begin.AddDays(Days)) : null;
        to ??= (await db.Matches.Where(m => m.WatchId == watch).Join(db.Posts, m => m.Seq, p => p.Seq, (_, p) => (DateTimeOffset?)p.At).MaxAsync(ct) ?? DateTimeOffset.UnixEpoch.AddYears(1)).AddSeconds(1);
        return (ask.From is { } first ? French.Begins(first) : to.Value.AddDays(-Days), to.Value);
    }

    static async Task<IReadOnlyList<Interaction>> Interactions(Guid watch, HashSet<Guid>? members, DateTimeOffset from, DateTimeOffset to, BotsDb db, CancellationToken ct)
    {
        var posts = await WatchPosts.In(db, watch, from, to, MostPosts, ct);
        // The author of a post that was published before the period is known by that post.
        string[] targets = [.. posts.Where(p => p.Row.Kind is PostKind.Repost or PostKind.Quote).Select(p => p.Row.TargetId).OfType<string>().Except(posts.Select(p => p.Row.NativeId), StringComparer.Ordinal)];
        foreach (var some in targets.Chunk(Chunk))
        {
            posts.AddRange((await db.Posts.AsNoTracking().Where(p => some.Contains(p.NativeId) && p.At < from && db.Matches.Any(m => m.Seq == p.Seq && m.WatchId == watch)).ToListAsync(ct)).Select(p => new WatchPost(p, null)));
        }

        var interactions = Interaction.Of(posts.Select(p => p.AsPost())).Where(i => i.At >= from);
        return [.. members is null ? interactions : interactions.Where(i => members.Contains(WatchPost.AccountOf(i.From)) || members.Contains(WatchPost.AccountOf(i.To)))];
    }

    static async Task<IReadOnlyList<SharedTie>> Ties(Guid watch, HashSet<Guid>? members, DateTimeOffset from, DateTimeOffset to, BotsDb db, CancellationToken ct)
    {
        var ties = db.Ties.AsNoTracking().Where(t => t.WatchId == watch && t.LastAt >= from && t.FirstAt < to);
        if (members is not null)
        {
            ties = ties.Where(t => members.Contains(t.FirstId) && members.Contains(t.SecondId));
        }

        var rows = await ties.OrderByDescending(t => t.Objects).ThenBy(t => t.FirstId).ThenBy(t => t.SecondId).ThenBy(t => t.Trace).Take(MostTies).ToListAsync(ct);
        return [.. rows.GroupBy(t => (t.FirstId, t.SecondId)).OrderBy(g => g.Key).Select(g => new SharedTie(g.Key.FirstId, g.Key.SecondId, g.Sum(t => t.Objects), g.Min(t => t.FirstAt), g.Max(t => t.LastAt)))];
    }

    static async Task<DrawnGraph> Named(DrawnGraph graph, BotsDb db, CancellationToken ct)
    {
        var rows = new Dictionary<Guid, WatchedAccount>();
        foreach (var some in graph.Nodes.Select(n => n.Account).Chunk(Chunk))
        {
            foreach (var row in await db.Accounts.AsNoTracking().Where(a => some.Contains(a.Id) && !a.LeftOut).ToListAsync(ct))
            {
                rows.Add(row.Id, row);
            }
        }

        return graph with
        {
            Nodes = [.. graph.Nodes.Select(n => rows.TryGetValue(n.Account, out var row) ? n with { Label = ScoreWords.Called(row.Handle, row.NativeId), Probability = row.Probability, Class = row.Class } : n with { Label = "–" })],
        };
    }
}
