namespace Beffroi.Psychometrics;

/// <summary>Logistic regression of one right-or-wrong item on the sum score, the group and their product (Swaminathan &amp; Rogers, 1990,
/// Journal of Educational Measurement 27, 361-370). <see cref="DifItem.ChiSquared"/>, with two degrees of freedom, is the likelihood ratio of
/// the whole against the sum alone: both kinds of differential functioning at once.</summary>
public sealed record LogisticDifItem : DifItem
{
    /// <summary>Nagelkerke's R² of the whole less that of the sum alone (Nagelkerke, 1991, Biometrika 78, 691-692), in [0, 1]; null as the statistic.</summary>
    public required double? DeltaRSquared { get; init; }

    /// <summary>Likelihood ratio of sum and group against the sum alone, one degree of freedom: one group is favoured at every sum. Null as the statistic.</summary>
    public required double? UniformChiSquared { get; init; }

    /// <summary>Probability of <see cref="UniformChiSquared"/> when the item functions alike; null as it is.</summary>
    public required double? UniformPValue { get; init; }

    /// <summary>Likelihood ratio of the whole against sum and group, one degree of freedom: who is favoured depends on the sum. Null as the statistic.</summary>
    public required double? NonUniformChiSquared { get; init; }

    /// <summary>Probability of <see cref="NonUniformChiSquared"/> when the item functions alike; null as it is.</summary>
    public required double? NonUniformPValue { get; init; }

    /// <summary>Log-odds of a right answer in the focal group less those in the reference group, at equal sum, when they do not depend on it:
    /// negative when the item favours the reference group. Null as the statistic, or when the data put it at infinity.</summary>
    public required double? GroupLogOdds { get; init; }

    /// <summary>Size by <see cref="DeltaRSquared"/> (Jodoin &amp; Gierl, 2001, Applied Measurement in Education 14, 329-349): A when the item is not
    /// <see cref="DifItem.Flagged"/> or under 0.035, B under 0.07, C from there. Null as the statistic.</summary>
    public DifClass? Class => DeltaRSquared is not { } delta ? null
        : !Flagged || delta < 0.035 ? DifClass.A
        : delta < 0.07 ? DifClass.B : DifClass.C;

    internal static LogisticDifItem Of(string name, IReadOnlyList<Stratum> strata)
    {
        var fits = Enumerable.Range(1, 4).Select(terms => LogisticFit.Of(strata, terms)).ToArray();
        if (fits is not [{ } none, { } sum, { } group, { } whole])
        {
            return new() { Name = name, ChiSquared = null, PValue = null, DeltaRSquared = null, UniformChiSquared = null, UniformPValue = null, NonUniformChiSquared = null, NonUniformPValue = null, GroupLogOdds = null };
        }

        var (both, uniform, nonUniform) = (Ratio(whole, sum), Ratio(group, sum), Ratio(whole, group));
        return new()
        {
            Name = name,
            ChiSquared = both,
            PValue = Psychometrics.ChiSquared.Survival(both, 2),
            DeltaRSquared = Math.Max(0, RSquared(whole, none) - RSquared(sum, none)),
            UniformChiSquared = uniform,
            UniformPValue = Psychometrics.ChiSquared.Survival(uniform, 1),
            NonUniformChiSquared = nonUniform,
            NonUniformPValue = Psychometrics.ChiSquared.Survival(nonUniform, 1),
            GroupLogOdds = group.Settled ? group.Coefficients[2] : null,
        };
    }

    static double Ratio(LogisticFit larger, LogisticFit smaller) => Math.Max(0, 2 * (larger.LogLikelihood - smaller.LogLikelihood));

    // (1 - (L0/L1)^(2/n)) / (1 - L0^(2/n)).
    static double RSquared(LogisticFit fit, LogisticFit none) =>
        (1 - Math.Exp(2 * (none.LogLikelihood - fit.LogLikelihood) / none.Count)) / (1 - Math.Exp(2 * none.LogLikelihood / none.Count));
}
