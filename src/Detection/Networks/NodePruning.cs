namespace Beffroi.Detection;

/// <summary>Which nodes of a graph are in its thick of it.</summary>
static class NodePruning
{
    /// <summary>The largest k of which each node is in the k-core: a set where everybody has at least k links (Batagelj &amp; Zaveršnik, 2003).</summary>
    public static int[] CoreNumbers(WeightedGraph graph)
    {
        var degrees = Enumerable.Range(0, graph.Count).Select(graph.Degree).ToArray();
        var waiting = new PriorityQueue<int, int>(degrees.Select((d, node) => (node, d)));
        var (numbers, done, highest) = (new int[graph.Count], new bool[graph.Count], 0);
        while (waiting.TryDequeue(out var node, out var degree))
        {
            if (done[node] || degree != degrees[node])
            {
                continue;
            }

            done[node] = true;
            highest = Math.Max(highest, degree);
            numbers[node] = highest;
            foreach (var other in graph.Neighbours(node))
            {
                if (!done[other])
                {
                    waiting.Enqueue(other, --degrees[other]);
                }
            }
        }

        return numbers;
    }

    /// <summary>Eigenvector centrality, at most 1, by iterated powers of (weights + identity), which always converge; 0 in the components that the leading one outweighs.</summary>
    public static double[] Eigenvector(WeightedGraph graph)
    {
        var scale = graph.Strengths.DefaultIfEmpty().Max();
        var now = Enumerable.Repeat(1.0, graph.Count).ToArray();
        for (var step = 0; step < 1000 && scale > 0; step++)
        {
            var next = new double[graph.Count];
            for (var node = 0; node < graph.Count; node++)
            {
                next[node] = now[node] * (1 + (graph.Loops[node] / scale));
                for (var at = graph.Starts[node]; at < graph.Starts[node + 1]; at++)
                {
                    next[node] += graph.Weights[at] / scale * now[graph.Targets[at]];
                }
            }

            var highest = next.Max();
            var moved = 0.0;
            for (var node = 0; node < graph.Count; node++)
            {
                next[node] /= highest;
                moved = Math.Max(moved, Math.Abs(next[node] - now[node]));
            }

            now = next;
            if (moved < 1e-9)
            {
                break;
            }
        }

        return now;
    }
}
