namespace Beffroi.Psychometrics;

/// <summary>Fit to the complete table of answer patterns: every pattern, seen or not, against its expected count. Meant for a few items;
/// beyond, see <see cref="LimitedInformationFit"/>.</summary>
public sealed record TableFit
{
    TableFit()
    {
    }

    /// <summary>Likelihood-ratio statistic G² against the saturated table; null when <see cref="Gap"/> says why.</summary>
    public FitTest? LikelihoodRatio { get; private init; }

    /// <summary>Pearson's X² on the same table; null when <see cref="Gap"/> says why.</summary>
    public FitTest? Pearson { get; private init; }

    /// <summary>Why there is no test; null when there is one.</summary>
    public FitGap? Gap { get; private init; }

    /// <summary>The fit of calibrated items to their answers (Bock &amp; Lieberman, 1970, Psychometrika 35, 179-197).</summary>
    /// <param name="items">Calibrated items, one for each column.</param>
    /// <param name="prior">Distribution of the abilities.</param>
    /// <param name="data">The answers, complete; the table may have as many cells as there are people (an expected count of one on average; Koehler
    /// &amp; Larntz, 1980, Journal of the American Statistical Association 75, 336-344, on what sparse tables do to both statistics).</param>
    /// <param name="parameters">Number of free parameters of the calibration, at least 0.</param>
    /// <exception cref="ArgumentException">The items do not describe the columns.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of parameters is negative.</exception>
    public static TableFit Of(IReadOnlyList<ItemModel> items, Quadrature prior, ResponseMatrix data, int parameters)
    {
        ItemColumns.Check(items, data);
        ArgumentOutOfRangeException.ThrowIfNegative(parameters);
        var cells = items.Aggregate(1.0, (product, item) => product * (item.MaxScore + 1));
        FitGap? gap = data.Persons == 0 ? FitGap.NoPeople
            : !data.IsComplete ? FitGap.MissingAnswers
            : cells > data.Persons ? FitGap.TableTooLarge
            : cells - 1 - parameters < 1 ? FitGap.NoDegreesOfFreedom
            : null;
        if (gap is not null)
        {
            return new() { Gap = gap };
        }

        // Patterns nobody gave add nothing to G²; in X² = Σ n²/E - N they are in N, to which all expected counts sum.
        var likelihood = new PatternLikelihood(items, prior);
        var (ratio, pearson) = (0.0, -(double)data.Persons);
        foreach (var (scores, persons) in ResponsePatterns.Of(data))
        {
            var logExpected = Math.Log(data.Persons) + likelihood.LogProbability(scores);
            ratio += 2 * persons * (Math.Log(persons) - logExpected);
            pearson += persons * Math.Exp(Math.Log(persons) - logExpected);
        }

        var degrees = (int)cells - 1 - parameters;
        return new() { LikelihoodRatio = FitTest.Of(ratio, degrees), Pearson = FitTest.Of(pearson, degrees) };
    }
}
