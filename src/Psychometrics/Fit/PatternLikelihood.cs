namespace Beffroi.Psychometrics;

/// <summary>Log-likelihood of rows of answers over a grid of abilities, the curves being computed once.</summary>
sealed class PatternLikelihood
{
    readonly Quadrature _prior;
    readonly double[][][] _curves;
    readonly double[] _joint;

    public PatternLikelihood(IReadOnlyList<ItemModel> items, Quadrature prior)
    {
        ArgumentNullException.ThrowIfNull(prior);
        _prior = prior;
        _joint = new double[prior.Points.Length];
        _curves = [.. items.Select(item => Enumerable.Range(0, item.MaxScore + 1).Select(score =>
        {
            var curve = new double[prior.Points.Length];
            item.LogCurve(score, prior.Points.AsSpan(), curve);
            return curve;
        }).ToArray())];
    }

    /// <summary>Natural logarithm of the probability of the answers given; 0 when there is none.</summary>
    public double LogProbability(ReadOnlySpan<sbyte> scores) => LogSpace.Sum(Joint(scores));

    /// <summary>Expected a posteriori ability, in logits.</summary>
    public double Mean(ReadOnlySpan<sbyte> scores)
    {
        var joint = Joint(scores);
        var (total, mean) = (LogSpace.Sum(joint), 0.0);
        for (var q = 0; q < joint.Length; q++)
        {
            mean += Math.Exp(joint[q] - total) * _prior.Points[q];
        }

        return mean;
    }

    double[] Joint(ReadOnlySpan<sbyte> scores)
    {
        _prior.LogWeights.CopyTo(_joint);
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] == ResponseMatrix.Missing)
            {
                continue;
            }

            var curve = _curves[i][scores[i]];
            for (var q = 0; q < _joint.Length; q++)
            {
                _joint[q] += curve[q];
            }
        }

        return _joint;
    }
}
