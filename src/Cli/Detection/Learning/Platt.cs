namespace Beffroi.Cli.Detection.Learning;

/// <summary>Log-odds from a raw score by two parameters (Platt, 1999), at a share of one half.</summary>
/// <param name="Slope">Log-odds by unit of raw score; at least 0.</param>
/// <param name="Intercept">Log-odds of the raw score 0.</param>
sealed record Platt(double Slope, double Intercept)
{
    /// <summary>Most likely parameters, by Newton's method: programs and people weigh the same within each set, and each set the same; targets are those of Platt, away from 0 and 1.</summary>
    public static Platt Fit(IReadOnlyList<IReadOnlyList<(double Raw, bool Bot)>> sets) => Fit(sets, given: null);

    /// <summary>The intercept alone, the slope being given.</summary>
    public static Platt FitIntercept(IReadOnlyList<IReadOnlyList<(double Raw, bool Bot)>> sets, double slope) => Fit(sets, slope);

    static Platt Fit(IReadOnlyList<IReadOnlyList<(double Raw, bool Bot)>> sets, double? given)
    {
        var rows = sets.SelectMany(Weighed).ToArray();
        var (slope, intercept) = (given ?? 0, 0.0);
        for (var turn = 0; turn < 100; turn++)
        {
            var (a, b, aa, ab, bb) = (0.0, 0.0, 1e-9, 0.0, 1e-9);
            foreach (var (raw, target, weight) in rows)
            {
                var p = 1 / (1 + Math.Exp(-((slope * raw) + intercept)));
                var (off, bend) = (weight * (target - p), weight * p * (1 - p));
                (a, b, aa, ab, bb) = (a + (off * raw), b + off, aa + (bend * raw * raw), ab + (bend * raw), bb + bend);
            }

            var scale = (aa * bb) - (ab * ab);
            var (up, over) = given is null ? (((a * bb) - (b * ab)) / scale, ((b * aa) - (a * ab)) / scale) : (0, b / bb);
            // A step of Newton's method can be too long far from the top.
            (slope, intercept) = (slope + Math.Clamp(up, -2, 2), intercept + Math.Clamp(over, -2, 2));
            if (Math.Abs(up) + Math.Abs(over) < 1e-10)
            {
                break;
            }
        }

        return new(Math.Max(0, slope), intercept);
    }

    static IEnumerable<(double Raw, double Target, double Weight)> Weighed(IReadOnlyList<(double Raw, bool Bot)> set)
    {
        var (bots, people) = (set.Count(r => r.Bot), set.Count(r => !r.Bot));
        return set.Select(r => (r.Raw, r.Bot ? (bots + 1.0) / (bots + 2.0) : 1 / (people + 2.0), 0.5 / Math.Max(1, r.Bot ? bots : people)));
    }
}
