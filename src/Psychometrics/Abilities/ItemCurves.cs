namespace Beffroi.Psychometrics;

/// <summary>Curves of items on a grid of abilities, each computed when first needed and kept: many people answer the same items.</summary>
sealed class ItemCurves
{
    readonly IReadOnlyList<ItemModel> _items;
    readonly double[] _points;
    readonly double[]?[][] _logs;
    readonly (double[] Information, double[] Bias)?[] _warm;

    public ItemCurves(IReadOnlyList<ItemModel> items, double[] points)
    {
        (_items, _points) = (items, points);
        _logs = [.. items.Select(item => new double[item.MaxScore + 1][])];
        _warm = new (double[], double[])?[items.Count];
    }

    /// <summary>Log-likelihood of the answers at each point.</summary>
    public double[] LogLikelihood(ReadOnlySpan<Answer> answers)
    {
        var sum = new double[_points.Length];
        foreach (var answer in answers)
        {
            Add(sum, Log(answer));
        }

        return sum;
    }

    /// <summary>Integral of Warm's correction J / 2I from the first point to each of the equispaced points, by the cubic through the four points around
    /// each step (the trapezoidal rule at both ends): it only tells apart peaks of nearly equal height.</summary>
    public double[] WarmWeight(ReadOnlySpan<Answer> answers)
    {
        var (information, bias) = (new double[_points.Length], new double[_points.Length]);
        foreach (var answer in answers)
        {
            var item = _warm[answer.Column] ??= Warm(answer.Item);
            Add(information, item.Information);
            Add(bias, item.Bias);
        }

        double[] correction = [.. bias.Zip(information, LikelihoodSlope.Warm)];
        var (weight, step) = (new double[_points.Length], _points[1] - _points[0]);
        for (var k = 1; k < weight.Length; k++)
        {
            var inside = correction[k - 1] + correction[k];
            var around = k == 1 || k == weight.Length - 1 ? inside : correction[k - 2] + correction[k + 1];
            weight[k] = weight[k - 1] + (step * ((13 * inside) - around) / 24);
        }

        return weight;
    }

    static void Add(double[] sum, double[] curve)
    {
        for (var k = 0; k < sum.Length; k++)
        {
            sum[k] += curve[k];
        }
    }

    double[] Log(Answer answer)
    {
        if (_logs[answer.Column][answer.Score] is { } known)
        {
            return known;
        }

        var curve = new double[_points.Length];
        _items[answer.Column].LogCurve(answer.Score, _points, curve);
        return _logs[answer.Column][answer.Score] = curve;
    }

    (double[] Information, double[] Bias) Warm(ItemModel item)
    {
        var at = _points.Select(point => LikelihoodSlope.At(point, [new Answer(0, item, 0)])).ToArray();
        return ([.. at.Select(l => l.Information)], [.. at.Select(l => l.Bias)]);
    }
}
