namespace Beffroi.Psychometrics;

/// <summary>Mantel's test of one item of any number of ordered scores (Mantel, 1963, Journal of the American Statistical Association 58,
/// 690-700; Zwick, Donoghue &amp; Grima, 1993, Journal of Educational Measurement 30, 233-251): <see cref="DifItem.ChiSquared"/> has one degree
/// of freedom and no continuity correction.</summary>
public sealed record MantelItem : DifItem
{
    /// <summary>Standardised mean difference: mean score of the focal group less that of the reference group at equal sum, weighted by the focal
    /// group (Dorans &amp; Kulick, 1986, Journal of Educational Measurement 23, 355-368), in points: negative when the item favours the reference
    /// group. Null when no stratum has both groups.</summary>
    public required double? MeanDifference { get; init; }

    /// <summary><see cref="MeanDifference"/> over the standard deviation of the item (n - 1), without unit; null besides when the item does not vary.</summary>
    public required double? EffectSize { get; init; }

    /// <summary>Class of the Educational Testing Service for scores above 1: A when <see cref="DifItem.PValue"/> is at least 0.05 or
    /// |<see cref="EffectSize"/>| at most 0.17, C when it passes 0.25, B between (Allen, Carlson &amp; Zelenak, 1999, NAEP technical report,
    /// p. 150). Null as they are.</summary>
    public DifClass? Class => (PValue, EffectSize) is not ({ } p, { } effect) ? null
        : p >= 0.05 || Math.Abs(effect) <= 0.17 ? DifClass.A
        : Math.Abs(effect) <= 0.25 ? DifClass.B : DifClass.C;

    internal static MantelItem Of(string name, IReadOnlyList<Stratum> strata)
    {
        var (deviation, variance, difference, weight) = (0.0, 0.0, 0.0, 0.0);
        var counts = new double[strata[0].Focal.Length];
        foreach (var stratum in strata)
        {
            deviation += stratum.Deviation();
            variance += stratum.Variance();
            for (var score = 0; score < counts.Length; score++)
            {
                counts[score] += stratum.Reference[score] + stratum.Focal[score];
            }

            if (stratum.HasBoth)
            {
                weight += stratum.FocalCount;
                difference += Stratum.Total(stratum.Focal) - (stratum.FocalCount * Stratum.Total(stratum.Reference) / stratum.ReferenceCount);
            }
        }

        double? chiSquared = variance > 0 ? deviation * deviation / variance : null;
        double? mean = weight > 0 ? difference / weight : null;
        return new()
        {
            Name = name,
            ChiSquared = chiSquared,
            PValue = chiSquared is { } x ? Psychometrics.ChiSquared.Survival(x, 1) : null,
            MeanDifference = mean,
            EffectSize = Variance(counts) is > 0 and var v ? mean / Math.Sqrt(v) : null,
        };
    }

    static double Variance(double[] counts)
    {
        var n = counts.Sum();
        var (sum, squares) = (counts.Select((c, score) => c * score).Sum(), counts.Select((c, score) => c * score * score).Sum());
        return n > 1 ? ((n * squares) - (sum * sum)) / (n * (n - 1)) : 0;
    }
}
