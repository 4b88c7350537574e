using System.Globalization;

namespace Beffroi.Detection;

/// <summary>An object that members of a cluster shared within the window of each other.</summary>
/// <param name="ObjectId">What.</param>
/// <param name="Members">How many members took part.</param>
/// <param name="Shares">Their shares of it, first first: who, when, by which post.</param>
public sealed record SharedObject(string ObjectId, int Members, IReadOnlyList<Share> Shares);

/// <summary>What a member does in its cluster, as leads and ties tell it; a description, not an accusation.</summary>
public enum ClusterRole
{
    /// <summary>Neither first nor last more than others.</summary>
    Member,

    /// <summary>Shares before its partners in at least two thirds of the pairs where one leads.</summary>
    FirstMover,

    /// <summary>Shares after its partners in at least two thirds of those pairs.</summary>
    Amplifier,

    /// <summary>Tied to at least one other cluster by a quarter of its weight or more.</summary>
    Bridge,
}

/// <summary>A member and its role.</summary>
/// <param name="Account">Who.</param>
/// <param name="Role">What it does.</param>
/// <param name="Leads">Pairs in which it was strictly first.</param>
/// <param name="Follows">Pairs in which it was strictly second.</param>
public sealed record ClusterMember(string Account, ClusterRole Role, int Leads, int Follows);

/// <summary>Why a cluster is one: what its members did together, and when. A reason to look, never a proof.</summary>
public sealed record ClusterEvidence
{
    /// <summary>The cluster.</summary>
    public required CoordinationCluster Cluster { get; init; }

    /// <summary>Window, seconds.</summary>
    public required int Window { get; init; }

    /// <summary>Its members with their roles, in the cluster's order.</summary>
    public required IReadOnlyList<ClusterMember> Members { get; init; }

    /// <summary>Objects that members shared together, those of most members first; as many as asked.</summary>
    public required IReadOnlyList<SharedObject> Top { get; init; }

    /// <summary>How many such objects in all.</summary>
    public required int Objects { get; init; }

    /// <summary>Shares of members that fall in a minute in which another member shares too (anything), over all their shares; [0, 1].</summary>
    public required double Synchrony { get; init; }

    /// <summary>The same share if each member's day were turned by a random number of minutes (mean of the draws); [0, 1].</summary>
    public required double SynchronyByChance { get; init; }

    /// <summary>Shares of members by day (UTC), first day first, days without any left out.</summary>
    public required IReadOnlyList<KeyValuePair<DateOnly, int>> Timeline { get; init; }

    /// <summary>The evidence of every cluster, from the shares that the network was counted on (only those of members are kept in memory).</summary>
    /// <param name="findings">Clusters and ties.</param>
    /// <param name="shares">The same shares, in any order, read once.</param>
    /// <param name="window">The same window, seconds.</param>
    /// <param name="top">Most objects shown for each cluster.</param>
    /// <param name="seed">Of the draws of chance.</param>
    public static IReadOnlyList<ClusterEvidence> Of(CoordinationFindings findings, IEnumerable<Share> shares, int window, int top = 20, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentOutOfRangeException.ThrowIfNegative(window);
        var clusterOf = findings.Clusters.SelectMany(c => c.Members.Select(m => (m, c.Number))).ToDictionary(p => p.m, p => p.Number, StringComparer.Ordinal);
        var own = shares.Where(s => clusterOf.ContainsKey(s.AccountId)).ToLookup(s => clusterOf[s.AccountId]);
        var roles = ClusterRoles.Of(findings);
        return [.. findings.Clusters.Select(c => One(c, own[c.Number], roles, window, top, seed))];
    }

    /// <summary>The evidence in sentences, French or English (any other language gets English).</summary>
    public IReadOnlyList<string> Sentences(CultureInfo language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return EvidenceSentences.Of(this, string.Equals(language.TwoLetterISOLanguageName, "fr", StringComparison.Ordinal));
    }

    static ClusterEvidence One(CoordinationCluster cluster, IEnumerable<Share> all, IReadOnlyDictionary<string, ClusterMember> roles, int window, int top, ulong seed)
    {
        var shares = all.OrderBy(s => s.Timestamp).ThenBy(s => s.AccountId, StringComparer.Ordinal).ThenBy(s => s.ContentId, StringComparer.Ordinal).ToArray();
        var together = shares.GroupBy(s => s.ObjectId, StringComparer.Ordinal).Select(g => Together(g.Key, [.. g], window)).Where(o => o.Members > 1)
            .OrderByDescending(o => o.Members).ThenByDescending(o => o.Shares.Count).ThenBy(o => o.ObjectId, StringComparer.Ordinal).ToArray();
        var (synchrony, chance) = BurstSynchrony.Of(shares.Select(s => (s.AccountId, s.Timestamp)), seed: seed);
        return new()
        {
            Cluster = cluster,
            Window = window,
            Members = [.. cluster.Members.Select(m => roles[m])],
            Top = [.. together.Take(top)],
            Objects = together.Length,
            Synchrony = synchrony,
            SynchronyByChance = chance,
            Timeline = [.. shares.GroupBy(s => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(s.Timestamp).UtcDateTime)).OrderBy(g => g.Key).Select(g => KeyValuePair.Create(g.Key, g.Count()))],
        };
    }

    // Shares that have one of another member, by another post, within the window: the nearest before or after is enough to know.
    static SharedObject Together(string thing, Share[] shares, int window)
    {
        var kept = new List<Share>();
        var from = 0;
        for (var at = 0; at < shares.Length; at++)
        {
            while (shares[at].Timestamp - shares[from].Timestamp > window)
            {
                from++;
            }

            for (var other = from; other < shares.Length && shares[other].Timestamp - shares[at].Timestamp <= window; other++)
            {
                if (!string.Equals(shares[other].AccountId, shares[at].AccountId, StringComparison.Ordinal) && !string.Equals(shares[other].ContentId, shares[at].ContentId, StringComparison.Ordinal))
                {
                    kept.Add(shares[at]);
                    break;
                }
            }
        }

        return new(thing, kept.Select(s => s.AccountId).Distinct(StringComparer.Ordinal).Count(), kept);
    }
}
