namespace Beffroi.Detection;

/// <summary>An undirected weighted graph by its adjacency, without double edges; loops are kept apart.</summary>
sealed class WeightedGraph
{
    /// <summary>Builds the graph of <paramref name="nodes"/> nodes; weights of the same pair add up.</summary>
    public WeightedGraph(int nodes, IEnumerable<(int A, int B, double Weight)> edges, double[]? sizes = null)
    {
        Sizes = sizes ?? [.. Enumerable.Repeat(1.0, nodes)];
        Loops = new double[nodes];
        Strengths = new double[nodes];
        var halves = new List<(int From, int To, double Weight)>();
        foreach (var (a, b, weight) in edges)
        {
            Total += weight;
            Strengths[a] += weight;
            Strengths[b] += weight;
            if (a == b)
            {
                Loops[a] += weight;
            }
            else
            {
                halves.Add((a, b, weight));
                halves.Add((b, a, weight));
            }
        }

        halves.Sort((x, y) => x.From != y.From ? x.From.CompareTo(y.From) : x.To.CompareTo(y.To));
        Starts = new int[nodes + 1];
        var (targets, weights) = (new List<int>(halves.Count), new List<double>(halves.Count));
        var at = 0;
        for (var node = 0; node < nodes; node++)
        {
            Starts[node] = targets.Count;
            for (; at < halves.Count && halves[at].From == node; at++)
            {
                if (targets.Count > Starts[node] && targets[^1] == halves[at].To)
                {
                    weights[^1] += halves[at].Weight;
                }
                else
                {
                    targets.Add(halves[at].To);
                    weights.Add(halves[at].Weight);
                }
            }
        }

        Starts[nodes] = targets.Count;
        Targets = [.. targets];
        Weights = [.. weights];
    }

    public int Count => Loops.Length;

    /// <summary>Sum of the weights, loops included.</summary>
    public double Total { get; }

    public int[] Starts { get; }

    public int[] Targets { get; }

    public double[] Weights { get; }

    /// <summary>Weight of the loop of each node.</summary>
    public double[] Loops { get; }

    /// <summary>Weight around each node; a loop counts twice.</summary>
    public double[] Strengths { get; }

    /// <summary>How many nodes of the first graph each node stands for.</summary>
    public double[] Sizes { get; }

    public int Degree(int node) => Starts[node + 1] - Starts[node];

    public ReadOnlySpan<int> Neighbours(int node) => Targets.AsSpan(Starts[node]..Starts[node + 1]);

    public ReadOnlySpan<double> WeightsOf(int node) => Weights.AsSpan(Starts[node]..Starts[node + 1]);
}
