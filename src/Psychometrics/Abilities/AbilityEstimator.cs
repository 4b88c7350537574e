using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Estimates abilities from answers that are independent given the ability. Every model of item may be mixed. Immutable.</summary>
public sealed record AbilityEstimator
{
    // Peaks are first looked for on this many points: under the three-parameter model a likelihood can have several (Samejima, 1973).
    const int SearchPoints = 241;

    /// <summary>The method; default EAP.</summary>
    public AbilityMethod Method { get; init; }

    /// <summary>Distribution of the ability before any answer, for EAP (on its grid) and MAP (by its mean and standard deviation); the other
    /// methods do not read it. Default N(0, 1) on 121 points.</summary>
    public Quadrature Prior
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = Quadrature.Normal();

    /// <summary>Where ML, WLE and MAP look for a peak, in logits, finite and increasing; default -6 to 6. An estimate outside is
    /// brought back to the nearer end and says so (<see cref="AbilityEstimate.AtBound"/>).</summary>
    public (double Low, double High) Range
    {
        get;
        init => field = Require.Finite(value.Low, nameof(Range)) < Require.Finite(value.High, nameof(Range))
            ? value
            : throw new ArgumentException("A range goes from a lower to a higher ability.", nameof(value));
    } = (-6, 6);

    /// <summary>The ability of one person.</summary>
    /// <param name="responses">The answers; their order has no effect beyond rounding.</param>
    /// <returns>The estimate; null when there is no answer and the method has no prior (ML, WLE).</returns>
    public AbilityEstimate? Estimate(IReadOnlyList<Response> responses)
    {
        ArgumentNullException.ThrowIfNull(responses);
        return Estimate(new ItemCurves([.. responses.Select(r => r.Item)], Grid()), Answer.Of(responses));
    }

    /// <summary>The abilities of many people.</summary>
    /// <param name="items">The items, one for each column of <paramref name="responses"/>.</param>
    /// <param name="responses">A row for each person; missing answers are left out.</param>
    /// <returns>One estimate for each row, in order; null where the row is empty and the method has no prior (ML, WLE).</returns>
    /// <exception cref="ArgumentException">The items are not as many as the columns, or a score is above its item's highest.</exception>
    public ImmutableArray<AbilityEstimate?> Estimate(IReadOnlyList<ItemModel> items, ResponseMatrix responses)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(responses);
        if (items.Count != responses.Items || items.Zip(responses.MaxScores).Any(pair => pair.First.MaxScore < pair.Second))
        {
            throw new ArgumentException("Each column has its item, whose highest score is at least the column's.", nameof(items));
        }

        var curves = new ItemCurves(items, Grid());
        return [.. Enumerable.Range(0, responses.Persons).Select(person => Estimate(curves, Answer.Of(items, responses.Row(person))))];
    }

    AbilityEstimate? Estimate(ItemCurves curves, Answer[] answers) => Method switch
    {
        AbilityMethod.ExpectedAPosteriori => Mean(Posterior.Given(Prior, curves.LogLikelihood(answers))),
        AbilityMethod.MaximumAPosteriori => Prior.StandardDeviation == 0 ? new(Prior.Mean, 0, Method) : Peak(curves, answers),
        AbilityMethod.MaximumLikelihood or AbilityMethod.WeightedLikelihood => answers.Length == 0 ? null : Peak(curves, answers),
    };

    AbilityEstimate Mean(Posterior posterior) => new(posterior.Mean, posterior.StandardDeviation, Method);

    AbilityEstimate Peak(ItemCurves curves, Answer[] answers)
    {
        var (points, height) = (Grid(), Height(curves, answers));
        var best = Array.IndexOf(height, height.Max());

        // Where all that is left to gain is under the last digit, the curve is flat and still rising: the end of the plateau is its peak.
        while (best < height.Length - 1 && height[best + 1] == height[best])
        {
            best++;
        }

        var slope = Slope(points[best], answers);
        if (slope == 0 || (slope < 0 ? best == 0 : best == points.Length - 1))
        {
            return At(points[best], answers, atBound: best == 0 || best == points.Length - 1);
        }

        var (low, high) = slope < 0 ? (best - 1, best) : (best, best + 1);
        return At(BracketedRoot.Between(ability => Slope(ability, answers), points[low], points[high]), answers, atBound: false);
    }

    // What is maximised, on the grid.
    double[] Height(ItemCurves curves, Answer[] answers)
    {
        var likelihood = curves.LogLikelihood(answers);
        return Method switch
        {
            AbilityMethod.ExpectedAPosteriori or AbilityMethod.MaximumLikelihood => likelihood,
            AbilityMethod.MaximumAPosteriori => [.. likelihood.Zip(Grid(), (l, x) => l + (PriorSlope(x) * (x - Prior.Mean) / 2))],
            AbilityMethod.WeightedLikelihood => [.. likelihood.Zip(curves.WarmWeight(answers), (l, w) => l + w)],
        };
    }

    // Its derivative, anywhere.
    double Slope(double ability, Answer[] answers)
    {
        var (slope, information, bias) = LikelihoodSlope.At(ability, answers);
        return slope + Method switch
        {
            AbilityMethod.ExpectedAPosteriori or AbilityMethod.MaximumLikelihood => 0,
            AbilityMethod.MaximumAPosteriori => PriorSlope(ability),
            AbilityMethod.WeightedLikelihood => LikelihoodSlope.Warm(bias, information),
        };
    }

    AbilityEstimate At(double ability, Answer[] answers, bool atBound)
    {
        var prior = Method == AbilityMethod.MaximumAPosteriori ? 1 / (Prior.StandardDeviation * Prior.StandardDeviation) : 0;
        var information = LikelihoodSlope.At(ability, answers).Information + prior;
        return new(ability, information > ItemModel.Tiny ? 1 / Math.Sqrt(information) : null, Method, atBound);
    }

    double PriorSlope(double ability) => (Prior.Mean - ability) / (Prior.StandardDeviation * Prior.StandardDeviation);

    double[] Grid() => Method == AbilityMethod.ExpectedAPosteriori
        ? [.. Prior.Points]
        : [.. Enumerable.Range(0, SearchPoints).Select(i => Range.Low + ((Range.High - Range.Low) * i / (SearchPoints - 1)))];
}
