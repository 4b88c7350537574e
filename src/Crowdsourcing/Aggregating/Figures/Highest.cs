namespace Beffroi.Crowdsourcing;

/// <summary>The most probable of several classes, ties told.</summary>
static class Highest
{
    /// <summary>The lowest of those tied: rounding in the last digits decides nothing.</summary>
    public static int Of(ReadOnlySpan<double> posterior)
    {
        var highest = Peak(posterior) - Aggregation.TieWidth;
        var at = 0;
        while (posterior[at] < highest)
        {
            at++;
        }

        return at;
    }

    public static bool Holds(ReadOnlySpan<double> posterior, int at) => posterior[at] >= Peak(posterior) - Aggregation.TieWidth;

    public static int Tied(ReadOnlySpan<double> posterior)
    {
        var (highest, tied) = (Peak(posterior) - Aggregation.TieWidth, 0);
        foreach (var p in posterior)
        {
            tied += p >= highest ? 1 : 0;
        }

        return tied;
    }

    static double Peak(ReadOnlySpan<double> posterior)
    {
        var peak = posterior[0];
        foreach (var p in posterior)
        {
            peak = Math.Max(peak, p);
        }

        return peak;
    }
}
