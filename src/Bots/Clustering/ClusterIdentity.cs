namespace Beffroi.Bots.Clustering;

/// <summary>Which group of today is which of yesterday. Pure: the order of either list changes nothing.</summary>
public static class ClusterIdentity
{
    /// <summary>Two groups are the same one when so much of the smaller is in both.</summary>
    public const double LeastShared = 0.5;

    /// <summary>For each group of today, the one of yesterday that it goes on from, or null. Those that have most members in common are matched first; each is taken once.</summary>
    /// <param name="before">Known groups and their members.</param>
    /// <param name="after">Members of each group found now.</param>
    public static IReadOnlyList<Guid?> Match(IReadOnlyList<(Guid Id, IReadOnlySet<Guid> Members)> before, IReadOnlyList<IReadOnlySet<Guid>> after)
    {
        var pairs = from old in before
                    from now in after.Index()
                    let common = old.Members.Count(now.Item.Contains)
                    where common > 0 && common >= LeastShared * Math.Min(old.Members.Count, now.Item.Count)
                    orderby common descending, (double)common / (old.Members.Count + now.Item.Count - common) descending, old.Id, now.Item.Min()
                    select (old.Id, now.Index);
        var matched = new Guid?[after.Count];
        var taken = new HashSet<Guid>();
        foreach (var (id, at) in pairs)
        {
            if (matched[at] is null && taken.Add(id))
            {
                matched[at] = id;
            }
        }

        return matched;
    }
}
