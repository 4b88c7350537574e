using Beffroi.Detection;

namespace Beffroi.Bots.Clustering;

/// <summary>A group as one computation finds it, before it is known whether it was there yesterday.</summary>
public sealed record FoundGroup(IReadOnlyList<(Guid Account, ClusterRole Role)> Members, double Score, KeptEvidence Evidence);

/// <summary>Groups of accounts that do the same things at the same moments more than chance explains. Pure: same posts, same groups.</summary>
public static class CoordinatedGroups
{
    /// <summary>Two shares of one thing count together when so near, in seconds: a minute, since many sources give no finer time (docs/coordination.md).</summary>
    public const int Window = 60;

    /// <summary>Fewest accounts of a group: two are a couple.</summary>
    public const int Least = 3;

    // What everybody shares at once (a goal, an election night) says nothing of a group, and costs its square.
    const long MostPairs = 500_000;
    const int MostObjects = 30;
    const int MostShares = 40;

    /// <summary>What accounts may have in common, each tested against its own chance, then together. A near copy includes the exact one.</summary>
    static readonly Trace[] Looked = [Trace.Repost, Trace.Url, Trace.HashtagSequence, Trace.NearText, Trace.Media];

    /// <param name="posts">Posts of one watch over a period, authors as <see cref="WatchPost.Key"/>.</param>
    public static IReadOnlyList<FoundGroup> Of(IReadOnlyList<Post> posts)
    {
        var shares = new List<(Trace Trace, Share[] Shares)>();
        foreach (var trace in Looked)
        {
            if (Traces.Shares(posts, trace).ToArray() is { Length: > 1 } some)
            {
                shares.Add((trace, some));
            }
        }

        TraceNetwork[] networks = [.. shares.Select(s => Network(s.Trace, s.Shares))];
        if (networks.All(n => n.Network.Ties.Count == 0))
        {
            return [];
        }

        var findings = TraceFusion.Run(networks, new() { MinimumCluster = Least });
        var evidence = ClusterEvidence.Of(findings, shares.SelectMany(s => s.Shares.Select(x => x with { ObjectId = Object(s.Trace, x.ObjectId) })), Window, MostObjects);
        var scores = findings.AccountFindings.ToDictionary(a => a.Account, a => a.Score, StringComparer.Ordinal);
        var copies = CopiedTexts.Of(posts);
        return [.. evidence.Where(e => e.Members.Count >= Least).Select(e => One(e, scores, copies, posts))];
    }

    static TraceNetwork Network(Trace trace, Share[] shares)
    {
        var found = CoSharing.Find(ShareTable.Of(shares), new() { Window = Window, MostPairsPerObject = MostPairs });
        return new(trace, found.Network, found.Census);
    }

    static FoundGroup One(ClusterEvidence e, Dictionary<string, double> scores, CopiedTexts copies, IReadOnlyList<Post> posts)
    {
        var members = e.Members.Select(m => m.Account).ToHashSet(StringComparer.Ordinal);
        return new([.. e.Members.Select(m => (WatchPost.AccountOf(m.Account), m.Role))], e.Members.Average(m => scores[m.Account]), new()
        {
            Window = e.Window,
            Density = e.Cluster.Density,
            MeanDelay = e.Cluster.MeanDelay,
            Ties = e.Cluster.Ties,
            Objects = e.Objects,
            Synchrony = e.Synchrony,
            SynchronyByChance = e.SynchronyByChance,
            French = [.. e.Sentences(Kit.French.Culture)],
            English = [.. e.Sentences(Kit.English.Culture)],
            Top = [.. e.Top.Select(o => Thing(o))],
            Timeline = [.. e.Timeline.Select(t => new DayCount(t.Key, t.Value))],
            Copies = copies.Among(members, exact: true),
            NearCopies = copies.Among(members, exact: false),
            From = posts.Min(p => p.CreatedAt),
            To = posts.Max(p => p.CreatedAt),
        });
    }

    static SharedThing Thing(SharedObject o)
    {
        var (trace, what) = Parted(o.ObjectId);
        return new(trace, what, o.Members, o.Shares.Count, [.. o.Shares.Take(MostShares).Select(s => new ThingShare(WatchPost.AccountOf(s.AccountId), s.Timestamp))]);
    }

    static string Object(Trace trace, string id) => $"{trace} {id}";

    static (Trace, string) Parted(string id) => (Enum.Parse<Trace>(id.AsSpan(0, id.IndexOf(' ', StringComparison.Ordinal))), id[(id.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
}
