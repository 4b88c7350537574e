namespace Beffroi.Psychometrics;

/// <summary>What weighs the points of the grid.</summary>
public enum GridWeight
{
    /// <summary>The posterior.</summary>
    Posterior,

    /// <summary>The likelihood of the answers within the grid, without the prior.</summary>
    Likelihood,
}

/// <summary>Information averaged over what is known of the ability: MPWI with the posterior (van der Linden, 1998, Psychometrika 63, 201-216), MLWI with the
/// likelihood (Veerkamp &amp; Berger, 1997, Journal of Educational and Behavioral Statistics 22, 203-226).</summary>
/// <param name="Weight">Posterior by default.</param>
public sealed record WeightedInformation(GridWeight Weight = GridWeight.Posterior) : SelectionRule
{
    internal override void Score(CompiledBank bank, AbilityTrack track, double ability, SplitMix64 chance, Span<double> worth)
    {
        Span<double> weights = stackalloc double[bank.Stride];
        GridSums.Weigh(Weight, track, weights);
        for (var i = 0; i < bank.Count; i++)
        {
            worth[i] = GridSums.Dot(weights, bank.InformationCurve(i));
        }
    }
}

/// <summary>Kullback-Leibler information between the current ability and the others, Σ w(θ) Σ P(x|θ̂) log(P(x|θ̂) / P(x|θ)) (Chang &amp; Ying, 1996,
/// Applied Psychological Measurement 20, 213-229), weighed over the whole grid.</summary>
/// <param name="Weight">Likelihood by default.</param>
public sealed record KullbackLeibler(GridWeight Weight = GridWeight.Likelihood) : SelectionRule
{
    internal override void Score(CompiledBank bank, AbilityTrack track, double ability, SplitMix64 chance, Span<double> worth)
    {
        Span<double> weights = stackalloc double[bank.Stride];
        Span<double> p = stackalloc double[101];
        GridSums.Weigh(Weight, track, weights);
        for (var i = 0; i < bank.Count; i++)
        {
            bank.Probabilities(i, ability, p[..(bank.Model(i).MaxScore + 1)]);
            worth[i] = 0;
            for (var score = 0; score <= bank.Model(i).MaxScore; score++)
            {
                worth[i] += p[score] > ItemModel.Tiny ? p[score] * (Math.Log(p[score]) - GridSums.Dot(weights, bank.LogCurve(i, score))) : 0;
            }
        }
    }
}

/// <summary>The item after which the posterior variance is expected to be the smallest, over the answers that the posterior predicts (MEPV; van der Linden, 1998,
/// Psychometrika 63, 201-216; after Owen, 1975).</summary>
public sealed record MinimumExpectedPosteriorVariance : SelectionRule
{
    internal override void Score(CompiledBank bank, AbilityTrack track, double ability, SplitMix64 chance, Span<double> worth)
    {
        // About the current mean, so that no digit is lost.
        var (points, weights) = (bank.Grid.Points, track.Weights);
        Span<double> first = stackalloc double[bank.Stride];
        first.Clear();
        for (var k = 0; k < points.Length; k++)
        {
            first[k] = weights[k] * (points[k] - track.Mean);
        }

        for (var i = 0; i < bank.Count; i++)
        {
            // E[var | answer] = var - Σ P(x) (mean given x - mean)².
            worth[i] = 0;
            for (var score = 0; score <= bank.Model(i).MaxScore; score++)
            {
                var curve = bank.Curve(i, score);
                var (mass, moment) = (GridSums.Dot(weights, curve), GridSums.Dot(first, curve));
                worth[i] += mass > ItemModel.Tiny ? moment * moment / mass : 0;
            }
        }
    }
}
