namespace Beffroi.Psychometrics;

/// <summary>Derivatives of the curves in the slope-intercept metric, where an item depends on aθ + d with d = -ab.</summary>
static class ItemDerivatives
{
    /// <summary>With respect to each intercept, the slope being held.</summary>
    public static IEnumerable<CurveDerivative> Intercepts(ItemModel item) => item switch
    {
        LogisticItem logistic => [(ability, derivatives) => Spread(Density(logistic, ability), derivatives)],
        GradedItem graded => Enumerable.Range(1, graded.MaxScore).Select(k => Intercept(graded, k)),
        PartialCreditItem partial => Enumerable.Range(1, partial.MaxScore).Select(k => Intercept(partial, k)),
        _ => throw NotEstimated(item),
    };

    /// <summary>With respect to the slope, the intercepts being held.</summary>
    public static CurveDerivative Slope(ItemModel item) => item switch
    {
        LogisticItem logistic => (ability, derivatives) => Spread(ability * Density(logistic, ability), derivatives),
        GradedItem graded => (ability, derivatives) =>
        {
            derivatives.Clear();
            for (var k = 1; k <= graded.MaxScore; k++)
            {
                var density = ability * Density(graded, k, ability);
                derivatives[k] += density;
                derivatives[k - 1] -= density;
            }
        },
        PartialCreditItem partial => (ability, derivatives) =>
        {
            partial.Probabilities(ability, derivatives);
            var mean = partial.ExpectedScore(ability);
            for (var k = 0; k <= partial.MaxScore; k++)
            {
                derivatives[k] *= ability * (k - mean);
            }
        },
        _ => throw NotEstimated(item),
    };

    /// <summary>With respect to the lower asymptote.</summary>
    public static CurveDerivative LowerAsymptote(LogisticItem item) =>
        (ability, derivatives) => Spread(Logistic.Of(-item.Discrimination * (ability - item.Difficulty)), derivatives);

    static CurveDerivative Intercept(GradedItem item, int step) => (ability, derivatives) =>
    {
        derivatives.Clear();
        derivatives[step] = Density(item, step, ability);
        derivatives[step - 1] = -derivatives[step];
    };

    // Intercept v raises log P(k) for every k ≥ v: ∂P(k) = P(k) (1[k ≥ v] - P(score ≥ v)).
    static CurveDerivative Intercept(PartialCreditItem item, int step) => (ability, derivatives) =>
    {
        item.Probabilities(ability, derivatives);
        var reached = 0.0;
        for (var k = step; k <= item.MaxScore; k++)
        {
            reached += derivatives[k];
        }

        for (var k = 0; k <= item.MaxScore; k++)
        {
            derivatives[k] *= (k >= step ? 1 : 0) - reached;
        }
    };

    static double Density(LogisticItem item, double ability)
    {
        var z = item.Discrimination * (ability - item.Difficulty);
        return (item.UpperAsymptote - item.LowerAsymptote) * Logistic.Of(z) * Logistic.Of(-z);
    }

    static double Density(GradedItem item, int step, double ability)
    {
        var z = item.Discrimination * (ability - item.Thresholds[step - 1]);
        return Logistic.Of(z) * Logistic.Of(-z);
    }

    static void Spread(double right, Span<double> derivatives) => (derivatives[0], derivatives[1]) = (-right, right);

    static ArgumentException NotEstimated(ItemModel item) =>
        new($"The parameters of {item.GetType().Name} are not estimated from answers; describe them by hand if they are.", nameof(item));
}
