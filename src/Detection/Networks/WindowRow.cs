namespace Beffroi.Detection;

/// <summary>What one window gives: a line of the table by which a window is chosen.</summary>
/// <param name="Window">Seconds.</param>
/// <param name="Ties">Pairs of accounts that met at all.</param>
/// <param name="Meetings">Sum of their common objects.</param>
/// <param name="ByChance">How many of those meetings the background explains.</param>
/// <param name="Significant">Significant ties.</param>
/// <param name="Kept">Ties kept.</param>
/// <param name="Accounts">Accounts in clusters.</param>
/// <param name="Clusters">Clusters.</param>
public sealed record WindowRow(int Window, int Ties, long Meetings, double ByChance, int Significant, int Kept, int Accounts, int Clusters)
{
    /// <summary>The table: each window has its own ties and its own chance, and none overwrites another.</summary>
    /// <param name="shares">All the shares, in any order.</param>
    /// <param name="windows">Seconds, each 0 or more.</param>
    /// <param name="options">Null for the defaults.</param>
    public static IReadOnlyList<WindowRow> Table(IReadOnlyCollection<Share> shares, IEnumerable<int> windows, CoordinationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentNullException.ThrowIfNull(windows);
        var sorted = shares.OrderBy(s => s.Timestamp).ToArray();
        return [.. windows.Distinct().Order().Select(w => Of(sorted, w, options))];
    }

    static WindowRow Of(Share[] sorted, int window, CoordinationOptions? options)
    {
        var stream = new RunningCoordination(window);
        Array.ForEach(sorted, s => stream.Add(s));
        var (network, census) = (stream.Network(), stream.Census());
        var found = CoordinationAnalysis.Run(network, census, options);
        var (sum, squares) = (census.Activity.Values.Sum(n => (double)n), census.Activity.Values.Order().Sum(n => (double)n * n));
        return new(window, network.Ties.Count, network.Ties.Sum(t => (long)t.Objects), found.Background!.Value * ((sum * sum) - squares) / 2,
            found.Ties.Count(t => t.Significant), found.Kept.Count(), found.Clusters.Sum(c => c.Members.Count), found.Clusters.Count);
    }
}
