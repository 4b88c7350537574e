namespace Beffroi.Detection;

/// <summary>What all the shares say before any window: who shares how much, and how popular objects are. Together with a <see cref="TieNetwork"/> it is all that the
/// null model needs, so that both can be counted from a file larger than memory.</summary>
public sealed record ShareCensus
{
    /// <summary>Distinct objects that each account shared, for every account of the input, tied or not.</summary>
    public required IReadOnlyDictionary<string, int> Activity { get; init; }

    /// <summary>How many objects were shared by 1, 2, 3… distinct accounts (key: accounts, value: objects). May be empty: then only
    /// <see cref="ChanceModel.PoissonBinomial"/> is refused.</summary>
    public IReadOnlyDictionary<int, long> Popularity { get; init; } = new Dictionary<int, long>();

    /// <summary>Counts shares that are at hand; the same account sharing the same object again counts once.</summary>
    public static ShareCensus Of(IEnumerable<Share> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        var seen = new HashSet<(string, string)>();
        var activity = new Dictionary<string, int>(StringComparer.Ordinal);
        var sharers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var share in shares)
        {
            if (seen.Add((share.ObjectId, share.AccountId)))
            {
                activity[share.AccountId] = activity.GetValueOrDefault(share.AccountId) + 1;
                sharers[share.ObjectId] = sharers.GetValueOrDefault(share.ObjectId) + 1;
            }
        }

        return new() { Activity = activity, Popularity = sharers.Values.GroupBy(n => n).ToDictionary(g => g.Key, g => (long)g.Count()) };
    }
}
