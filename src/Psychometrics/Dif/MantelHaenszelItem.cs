namespace Beffroi.Psychometrics;

/// <summary>Mantel-Haenszel test of one right-or-wrong item (Holland &amp; Thayer, 1988, in Wainer &amp; Braun, Test Validity, ch. 9):
/// <see cref="DifItem.ChiSquared"/> has one degree of freedom and the continuity correction.</summary>
public sealed record MantelHaenszelItem : DifItem
{
    /// <summary>α: odds of a right answer in the reference group over those in the focal group, at equal sum; above 1 when the item favours
    /// the reference group. Null when no stratum has a right and a wrong answer to compare.</summary>
    public required double? CommonOddsRatio { get; init; }

    /// <summary>Standard error of log α (Phillips &amp; Holland, 1987, Biometrics 43, 425-431); null as <see cref="CommonOddsRatio"/>.</summary>
    public required double? LogOddsStandardError { get; init; }

    /// <summary>Δ = -2.35 log α, in the delta metric of the Educational Testing Service: negative when the item favours the reference group. Null as α is.</summary>
    public double? Delta => CommonOddsRatio is { } odds ? -2.35 * Math.Log(odds) : null;

    /// <summary>Class by size alone: A under 1 in absolute <see cref="Delta"/>, B under 1.5, C from there. Null as α is.</summary>
    public DifClass? Size => Delta is { } delta ? Math.Abs(delta) < 1 ? DifClass.A : Math.Abs(delta) < 1.5 ? DifClass.B : DifClass.C : null;

    /// <summary>Class by size and certainty (Zieky, 1993): A as well when Δ is not significantly different from 0 (5 %, two-sided), C only when
    /// |Δ| is at least 1.5 and significantly above 1 (5 %, one-sided). Null as α is.</summary>
    public DifClass? EtsClass => (Size, PValue) is not ({ } size, { } p) ? null
        : p >= 0.05 ? DifClass.A
        : size == DifClass.C && Math.Abs(Delta!.Value) - 1 <= 1.6448536269514722 * 2.35 * LogOddsStandardError!.Value ? DifClass.B
        : size;

    internal static MantelHaenszelItem Of(string name, IReadOnlyList<Stratum> strata)
    {
        var (deviation, variance, right, wrong) = (0.0, 0.0, 0.0, 0.0);
        foreach (var stratum in strata.Where(s => s.HasBoth && s.Focal.Length == 2))
        {
            deviation += stratum.Deviation();
            variance += stratum.Variance();
            right += (double)stratum.Reference[1] * stratum.Focal[0] / stratum.Count;
            wrong += (double)stratum.Reference[0] * stratum.Focal[1] / stratum.Count;
        }

        // As published, the correction is not bounded by the deviation: no difference at all gives 1/4 over the variance, far from any flag.
        var corrected = Math.Abs(deviation) - 0.5;
        double? chiSquared = variance > 0 ? corrected * corrected / variance : null;
        double? odds = right > 0 && wrong > 0 ? right / wrong : null;
        return new()
        {
            Name = name,
            ChiSquared = chiSquared,
            PValue = chiSquared is { } x ? ChiSquared1(x) : null,
            CommonOddsRatio = odds,
            LogOddsStandardError = odds is { } alpha ? Math.Sqrt(strata.Where(s => s.HasBoth).Sum(s => Spread(s, alpha)) / 2) / right : null,
        };
    }

    static double ChiSquared1(double x) => Psychometrics.ChiSquared.Survival(x, 1);

    static double Spread(Stratum s, double odds)
    {
        double a = s.Reference[1], b = s.Reference[0], c = s.Focal[1], d = s.Focal[0];
        return ((a * d) + (odds * b * c)) * (a + d + (odds * (b + c))) / (s.Count * s.Count);
    }
}
