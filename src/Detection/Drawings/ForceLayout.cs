namespace Beffroi.Detection;

/// <summary>Places nodes so that those that are linked are near (Fruchterman &amp; Reingold, 1991), far nodes acting as one (Barnes &amp; Hut, 1986): n·ln n a turn. Seeded, the same to the
/// last digit on the same runtime.</summary>
public static class ForceLayout
{
    // A group of nodes acts as one when its side is under this share of its distance.
    const double Opening = 0.9;

    /// <summary>The place of each node, centred on 0, within ± (200 + 300·ln n).</summary>
    /// <param name="nodes">How many, 0 or more.</param>
    /// <param name="links">Links between them.</param>
    /// <param name="turns">Turns, 1 or more.</param>
    /// <param name="seed">Of the first places.</param>
    public static IReadOnlyList<(double X, double Y)> Places(int nodes, IReadOnlyList<WeightedLink> links, int turns = 60, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(links);
        ArgumentOutOfRangeException.ThrowIfNegative(nodes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(turns);
        var chance = new ChanceStream(ChanceStream.Mix(seed));
        var (x, y) = (new double[nodes], new double[nodes]);
        for (var node = 0; node < nodes; node++)
        {
            (x[node], y[node]) = (chance.NextDouble(), chance.NextDouble());
        }

        var ideal = 1 / Math.Sqrt(Math.Max(1, nodes));
        var (dx, dy) = (new double[nodes], new double[nodes]);
        var tree = new QuadTree();
        for (var turn = 0; turn < turns && nodes > 1; turn++)
        {
            tree.Build(x, y);
            for (var node = 0; node < nodes; node++)
            {
                (dx[node], dy[node]) = tree.Push(x[node], y[node], ideal * ideal, Opening);
            }

            foreach (var link in links)
            {
                var (gapX, gapY) = (x[link.A] - x[link.B], y[link.A] - y[link.B]);
                var pull = link.Weight * Math.Sqrt((gapX * gapX) + (gapY * gapY)) / ideal;
                dx[link.A] -= gapX * pull;
                dy[link.A] -= gapY * pull;
                dx[link.B] += gapX * pull;
                dy[link.B] += gapY * pull;
            }

            var heat = 0.1 * (1 - (turn / (double)turns));
            for (var node = 0; node < nodes; node++)
            {
                var length = Math.Max(1e-9, Math.Sqrt((dx[node] * dx[node]) + (dy[node] * dy[node])));
                x[node] += dx[node] / length * Math.Min(length, heat);
                y[node] += dy[node] / length * Math.Min(length, heat);
            }
        }

        return Scaled(x, y);
    }

    static (double, double)[] Scaled(double[] x, double[] y)
    {
        if (x.Length == 0)
        {
            return [];
        }

        var (middleX, middleY) = (x.Average(), y.Average());
        var reach = Math.Max(1e-12, x.Select(v => Math.Abs(v - middleX)).Concat(y.Select(v => Math.Abs(v - middleY))).Max());
        var scale = x.Length == 1 ? 0 : (200 + (300 * Math.Log(x.Length))) / reach;
        return [.. x.Zip(y, (a, b) => ((a - middleX) * scale, (b - middleY) * scale))];
    }
}
