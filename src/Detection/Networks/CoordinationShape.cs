namespace Beffroi.Detection;

/// <summary>From significant ties to clusters: pruning of nodes, backbone, communities, scores. Everything is computed on accounts sorted by identifier, so that the order of the
/// input changes nothing.</summary>
static class CoordinationShape
{
    public static CoordinationFindings Of(IReadOnlyList<string> accounts, TestedTie[] ties, IReadOnlyDictionary<string, int> activity, double testablePairs, CoordinationOptions options)
    {
        var sorted = Enumerable.Range(0, accounts.Count).OrderBy(i => accounts[i], StringComparer.Ordinal).ToArray();
        var place = new int[accounts.Count];
        for (var at = 0; at < sorted.Length; at++)
        {
            place[sorted[at]] = at;
        }

        WeightedLink Link(int tie)
        {
            var (a, b) = (place[ties[tie].Tie.First], place[ties[tie].Tie.Second]);
            return new(Math.Min(a, b), Math.Max(a, b), Math.Max(ties[tie].Weight, 1e-9));
        }

        var significant = Enumerable.Range(0, ties.Length).Where(t => ties[t].Significant).Select(t => (Tie: t, Link: Link(t)))
            .OrderBy(t => t.Link.A).ThenBy(t => t.Link.B).ToArray();
        var inside = Inside(accounts.Count, [.. significant.Select(t => t.Link)], options);
        var alone = Math.Log10(options.FalseDiscoveryRate);
        var kept = significant.Where(t => (inside[t.Link.A] && inside[t.Link.B]) || (ties[t.Tie].LogAdjusted <= alone && ties[t.Tie].Weight >= options.StrongTie)).ToArray();
        WeightedLink[] links = [.. kept.Select(t => t.Link)];
        var backbone = BackboneFilter.Kept(accounts.Count, links, options.Backbone, options.BackboneLevel);
        var clusters = Clusters(accounts.Count, links, backbone, options);
        var results = ties.ToArray();
        for (var at = 0; at < kept.Length; at++)
        {
            // Accounts of parts smaller than the least cluster are in none.
            var stays = clusters[links[at].A] >= 0 && clusters[links[at].B] >= 0;
            results[kept[at].Tie] = results[kept[at].Tie] with { Kept = stays, InBackbone = stays && backbone[at] };
        }

        var scores = CoordinationScores.Of(accounts.Count, results, Bar(ties, testablePairs, options));
        return Described(accounts, activity, results, [.. place.Select(p => clusters[p])], scores) with { TestablePairs = testablePairs };
    }

    // The least surprising tie that is significant; where none is, what a single one would have to be.
    static double Bar(TestedTie[] ties, double testablePairs, CoordinationOptions options)
    {
        var significant = ties.Where(t => t.Significant).ToArray();
        return Math.Min(-1e-3, significant.Length > 0 ? significant.Max(t => t.LogChance) : Math.Log10(options.FalseDiscoveryRate / Math.Max(1, testablePairs)));
    }

    // The k-core, found again until it no longer moves: a core keeps its own nodes' links only.
    static bool[] Inside(int nodes, WeightedLink[] links, CoordinationOptions options)
    {
        var graph = new WeightedGraph(nodes, links.Select(l => (l.A, l.B, l.Weight)));
        var numbers = NodePruning.CoreNumbers(graph);
        if (options.CentralityQuantile <= 0)
        {
            return [.. numbers.Select(n => n >= options.Core)];
        }

        var centralities = NodePruning.Eigenvector(graph);
        double[] values = [.. Enumerable.Range(0, nodes).Where(n => graph.Degree(n) > 0).Select(n => centralities[n]).Order()];
        var bar = values.Length == 0 ? 0 : values[Math.Min(values.Length - 1, (int)(options.CentralityQuantile * values.Length))];
        return [.. numbers.Select((n, node) => n >= options.Core && centralities[node] >= bar)];
    }

    // Communities of the backbone. One that is smaller than the least cluster joins the cluster it is most tied to, by all kept ties; where there is none it is dropped.
    static int[] Clusters(int nodes, WeightedLink[] links, bool[] backbone, CoordinationOptions options)
    {
        var present = new SortedSet<int>(links.SelectMany(l => new[] { l.A, l.B }));
        var number = present.Select((node, at) => (node, at)).ToDictionary(p => p.node, p => p.at);
        WeightedLink Renumbered(WeightedLink l) => new(number[l.A], number[l.B], l.Weight);
        int[] found = [.. Leiden.Communities(present.Count, [.. links.Where((_, at) => backbone[at]).Select(Renumbered)], options.Quality, options.Resolution, options.Seed,
            runs: links.Length > 50_000 ? 1 : 4)];
        WeightedLink[] all = [.. links.Select(Renumbered)];
        while (true)
        {
            var sizes = found.Where(c => c >= 0).GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count());
            var small = sizes.Where(s => s.Value < options.MinimumCluster).OrderBy(s => s.Value).ThenBy(s => s.Key).Select(s => (int?)s.Key).FirstOrDefault();
            if (small is not { } lost)
            {
                break;
            }

            var pulls = new SortedDictionary<int, double>();
            foreach (var link in all.Where(l => found[l.A] != found[l.B] && (found[l.A] == lost || found[l.B] == lost)))
            {
                var other = found[link.A] == lost ? found[link.B] : found[link.A];
                pulls[other] = pulls.GetValueOrDefault(other) + link.Weight;
            }

            pulls.Remove(-1);
            var into = pulls.Count == 0 ? -1 : pulls.MaxBy(p => p.Value).Key;
            found = [.. found.Select(c => c == lost ? into : c)];
        }

        var clusters = Enumerable.Repeat(-1, nodes).ToArray();
        foreach (var (node, at) in number)
        {
            clusters[node] = found[at];
        }

        // Largest first, then by first node.
        var order = clusters.Select((c, node) => (c, node)).Where(p => p.c >= 0).GroupBy(p => p.c).OrderByDescending(g => g.Count()).ThenBy(g => g.Min(p => p.node))
            .Select((g, at) => (g.Key, at)).ToDictionary(p => p.Key, p => p.at);
        return [.. clusters.Select(c => c < 0 ? -1 : order[c])];
    }

    static CoordinationFindings Described(
        IReadOnlyList<string> accounts, IReadOnlyDictionary<string, int> activity, TestedTie[] ties, int[] clusters, (double Score, double LogChance)[] scores)
    {
        var (degrees, strengths) = (new int[accounts.Count], new double[accounts.Count]);
        foreach (var tie in ties.Where(t => t.Kept))
        {
            foreach (var end in new[] { tie.Tie.First, tie.Tie.Second })
            {
                degrees[end]++;
                strengths[end] += tie.Weight;
            }
        }

        var inside = ties.Where(t => t.Kept && clusters[t.Tie.First] == clusters[t.Tie.Second]).ToLookup(t => clusters[t.Tie.First]);
        return new()
        {
            Accounts = accounts,
            Ties = ties,
            AccountFindings = [.. accounts.Select((a, at) =>
                new AccountFinding(a, activity[a], degrees[at], strengths[at], clusters[at] < 0 ? null : clusters[at], scores[at].Score, scores[at].LogChance))],
            Clusters = [.. Enumerable.Range(0, accounts.Count).Where(a => clusters[a] >= 0).GroupBy(a => clusters[a]).OrderBy(g => g.Key).Select(g => new CoordinationCluster(
                g.Key,
                [.. g.OrderByDescending(a => Math.Round(strengths[a], 9)).ThenBy(a => accounts[a], StringComparer.Ordinal).Select(a => accounts[a])],
                inside[g.Key].Count(),
                inside[g.Key].Sum(t => t.Weight),
                inside[g.Key].Any() ? (double)inside[g.Key].Sum(t => t.Tie.DelaySum) / inside[g.Key].Sum(t => (long)t.Tie.Pairs) : 0))],
            TestablePairs = 0,
            Background = null,
        };
    }
}
