namespace Beffroi.Detection;

/// <summary>One search of <see cref="Leiden"/>. Both qualities are written: sum over communities of (weight within - rate × mass² ÷ 2), where the mass of a node is its
/// strength (modularity) or its size (Potts).</summary>
sealed class LeidenSearch(WeightedGraph first, CommunityQuality quality, double resolution, ChanceStream chance)
{
    // Width of the refinement's choice, in units of quality (Traag et al., 2019, take .01).
    const double Width = 0.01;
    const int MostRounds = 20;

    readonly double rate = quality == CommunityQuality.Modularity ? resolution / (2 * first.Total) : resolution;

    /// <summary>The community of each node.</summary>
    public int[] Run()
    {
        var communities = Enumerable.Range(0, first.Count).ToArray();
        var value = Quality(communities);
        for (var round = 0; round < MostRounds; round++)
        {
            var next = Connected(Once(communities));
            var better = Quality(next);
            if (better <= value + (1e-10 * Math.Abs(value)))
            {
                return better > value ? next : communities;
            }

            (communities, value) = (next, better);
        }

        return communities;
    }

    public double Quality(int[] communities)
    {
        var (within, mass) = (0.0, new Dictionary<int, double>());
        for (var node = 0; node < first.Count; node++)
        {
            within += first.Loops[node];
            mass[communities[node]] = mass.GetValueOrDefault(communities[node]) + Mass(first, node);
            for (var at = first.Starts[node]; at < first.Starts[node + 1]; at++)
            {
                within += communities[first.Targets[at]] == communities[node] ? first.Weights[at] / 2 : 0;
            }
        }

        var value = within - (rate / 2 * mass.OrderBy(m => m.Key).Sum(m => m.Value * m.Value));
        return quality == CommunityQuality.Modularity ? value / first.Total : value;
    }

    double Mass(WeightedGraph graph, int node) => quality == CommunityQuality.Modularity ? graph.Strengths[node] : graph.Sizes[node];

    int[] Once(int[] start)
    {
        var (graph, communities) = (first, Leiden.Numbered(start));
        var nodeOf = Enumerable.Range(0, first.Count).ToArray();
        while (true)
        {
            Move(graph, communities);
            communities = Leiden.Numbered(communities);
            if (communities.Length == 0 || communities.Max() + 1 == graph.Count)
            {
                break;
            }

            var refined = Leiden.Numbered(Refine(graph, communities));
            var groups = refined.Max() + 1;
            if (groups == graph.Count)
            {
                break;
            }

            var (sizes, parents) = (new double[groups], new int[groups]);
            for (var node = 0; node < graph.Count; node++)
            {
                sizes[refined[node]] += graph.Sizes[node];
                parents[refined[node]] = communities[node];
            }

            graph = new(groups, Links(graph, refined), sizes);
            communities = parents;
            nodeOf = [.. nodeOf.Select(n => refined[n])];
        }

        return [.. nodeOf.Select(n => communities[n])];
    }

    static IEnumerable<(int, int, double)> Links(WeightedGraph graph, int[] groups)
    {
        for (var node = 0; node < graph.Count; node++)
        {
            if (graph.Loops[node] > 0)
            {
                yield return (groups[node], groups[node], graph.Loops[node]);
            }

            for (var at = graph.Starts[node]; at < graph.Starts[node + 1]; at++)
            {
                if (graph.Targets[at] > node)
                {
                    yield return (groups[node], groups[graph.Targets[at]], graph.Weights[at]);
                }
            }
        }
    }

    // Fast local moves: a queue of nodes; those around a moved node come back.
    void Move(WeightedGraph graph, int[] communities)
    {
        var masses = new double[graph.Count];
        for (var node = 0; node < graph.Count; node++)
        {
            masses[communities[node]] += Mass(graph, node);
        }

        var members = new int[graph.Count];
        Array.ForEach(communities, c => members[c]++);
        var empty = new SortedSet<int>(Enumerable.Range(0, graph.Count).Where(c => members[c] == 0));
        var order = Enumerable.Range(0, graph.Count).ToArray();
        chance.Shuffle(order.AsSpan());
        var (queue, waits) = (new Queue<int>(order), Enumerable.Repeat(true, graph.Count).ToArray());
        var (weights, touched) = (new double[graph.Count], new List<int>());
        while (queue.TryDequeue(out var node))
        {
            waits[node] = false;
            var (own, mass) = (communities[node], Mass(graph, node));
            masses[own] -= mass;
            Around(graph, node, communities, weights, touched);
            var (best, gain) = (own, weights[own] - (rate * mass * masses[own]));
            foreach (var candidate in touched)
            {
                var value = weights[candidate] - (rate * mass * masses[candidate]);
                if (value > gain + 1e-12 || (value > gain - 1e-12 && value > 0 && best != own && candidate < best))
                {
                    (best, gain) = (candidate, Math.Max(value, gain));
                }
            }

            if (gain < -1e-12 && members[own] > 1)
            {
                best = empty.Min;
            }

            masses[best] += mass;
            if (best != own)
            {
                members[own]--;
                members[best]++;
                empty.Remove(best);
                if (members[own] == 0)
                {
                    empty.Add(own);
                }

                communities[node] = best;
                foreach (var other in graph.Neighbours(node))
                {
                    if (communities[other] != best && !waits[other])
                    {
                        waits[other] = true;
                        queue.Enqueue(other);
                    }
                }
            }

            Forget(weights, touched);
        }
    }

    // Within each community, nodes that are well tied to it join each other by a draw that favours the better gain.
    int[] Refine(WeightedGraph graph, int[] communities)
    {
        var refined = Enumerable.Range(0, graph.Count).ToArray();
        var whole = new double[graph.Count];
        var (inside, masses, alone) = (new double[graph.Count], new double[graph.Count], Enumerable.Repeat(true, graph.Count).ToArray());
        for (var node = 0; node < graph.Count; node++)
        {
            masses[node] = Mass(graph, node);
            whole[communities[node]] += masses[node];
            for (var at = graph.Starts[node]; at < graph.Starts[node + 1]; at++)
            {
                inside[node] += communities[graph.Targets[at]] == communities[node] ? graph.Weights[at] : 0;
            }
        }

        var order = Enumerable.Range(0, graph.Count).ToArray();
        chance.Shuffle(order.AsSpan());
        var (weights, touched) = (new double[graph.Count], new List<int>());
        foreach (var node in order.Where(n => alone[n]))
        {
            var mass = Mass(graph, node);
            var total = whole[communities[node]];
            if (!alone[node] || inside[node] < rate * mass * (total - mass))
            {
                continue;
            }

            Around(graph, node, refined, weights, touched, communities);
            var options = touched.Where(c => c != node && inside[c] >= rate * masses[c] * (total - masses[c]))
                .Select(c => (Community: c, Gain: weights[c] - (rate * mass * masses[c]))).Where(c => c.Gain >= 0).OrderBy(c => c.Community).ToArray();
            if (options.Length > 0)
            {
                var chosen = Drawn(options);
                inside[chosen] += inside[node] - (2 * weights[chosen]);
                masses[chosen] += mass;
                masses[node] = 0;
                (alone[node], alone[chosen]) = (false, false);
                refined[node] = chosen;
            }

            Forget(weights, touched);
        }

        return refined;
    }

    int Drawn((int Community, double Gain)[] options)
    {
        var highest = options.Max(o => o.Gain);
        var left = chance.NextDouble() * options.Sum(o => Math.Exp((o.Gain - highest) / Width));
        foreach (var (community, gain) in options)
        {
            left -= Math.Exp((gain - highest) / Width);
            if (left < 0)
            {
                return community;
            }
        }

        return options[^1].Community;
    }

    static void Around(WeightedGraph graph, int node, int[] groups, double[] weights, List<int> touched, int[]? within = null)
    {
        for (var at = graph.Starts[node]; at < graph.Starts[node + 1]; at++)
        {
            var other = graph.Targets[at];
            if (within is null || within[other] == within[node])
            {
                if (weights[groups[other]] == 0)
                {
                    touched.Add(groups[other]);
                }

                weights[groups[other]] += graph.Weights[at];
            }
        }
    }

    static void Forget(double[] weights, List<int> touched)
    {
        touched.ForEach(c => weights[c] = 0);
        touched.Clear();
    }

    // Parts of a community that no link joins are communities of their own: the quality only gains.
    int[] Connected(int[] communities)
    {
        var parts = Enumerable.Repeat(-1, first.Count).ToArray();
        var stack = new Stack<int>();
        for (var node = 0; node < first.Count; node++)
        {
            if (parts[node] >= 0)
            {
                continue;
            }

            parts[node] = node;
            stack.Push(node);
            while (stack.TryPop(out var at))
            {
                foreach (var other in first.Neighbours(at))
                {
                    if (parts[other] < 0 && communities[other] == communities[node])
                    {
                        parts[other] = node;
                        stack.Push(other);
                    }
                }
            }
        }

        return parts;
    }
}
