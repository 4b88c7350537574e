namespace Beffroi.Detection;

/// <summary>Makes CooRTweet's edges of its pairs.</summary>
static class CooRTweetEdges
{
    public static IReadOnlyList<CooRTweetEdge> Of(ShareTable table, SharePair[] pairs, double edgeWeight, int workers)
    {
        if (pairs.Length == 0)
        {
            return [];
        }

        var ranks = table.Accounts.Ranks();
        var byRank = new int[ranks.Length];
        for (var account = 0; account < ranks.Length; account++)
        {
            byRank[ranks[account]] = account;
        }

        var groups = PairGroups.Of(table, pairs, ranks, workers);
        int[] order = [.. Enumerable.Range(0, groups.Count).OrderBy(g => groups.Members(g)[0])];
        var threshold = Quantile([.. order.Select(g => groups.Members(g).Length).Order()], edgeWeight);

        // igraph numbers the vertices of the first column, then those of the second that are new, and tells an edge by its lower number first.
        var vertices = new Dictionary<int, int>();
        foreach (var group in order)
        {
            vertices.TryAdd(groups.Ranks(group).Low, vertices.Count);
        }

        foreach (var group in order)
        {
            vertices.TryAdd(groups.Ranks(group).High, vertices.Count);
        }

        var (contents, laterContents) = (new Distinct(), new Distinct());
        return [.. order.Select(group =>
        {
            var (low, high) = groups.Ranks(group);
            var (from, to) = vertices[low] < vertices[high] ? (low, high) : (high, low);
            var delay = 0L;
            contents.Clear();
            laterContents.Clear();
            foreach (var member in groups.Members(group))
            {
                var pair = groups.Pair(member);
                delay += table.TimeColumn[pair.Later] - table.TimeColumn[pair.Earlier];
                contents.Add(table.ContentColumn[pair.Earlier]);
                laterContents.Add(table.ContentColumn[pair.Later]);
            }

            var weight = groups.Members(group).Length;
            return new CooRTweetEdge
            {
                From = table.Accounts[byRank[from]],
                To = table.Accounts[byRank[to]],
                Weight = weight,
                AverageTimeDelta = (double)delay / weight,
                Contents = contents.Count(),
                LaterContents = laterContents.Count(),
                AboveThreshold = weight > threshold,
            };
        })];
    }

    // R's default quantile (Hyndman and Fan 1996, type 7).
    internal static double Quantile(int[] sorted, double share)
    {
        var at = (sorted.Length - 1) * share;
        var low = (int)Math.Floor(at);
        return low + 1 < sorted.Length ? sorted[low] + ((at - low) * (sorted[low + 1] - sorted[low])) : sorted[low];
    }
}
