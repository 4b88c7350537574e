namespace Beffroi.Psychometrics;

/// <summary>The moments as a model expects them: their values, their covariance in the answers of one person, and how they move with the
/// parameters. Scores are independent given the ability, so that everything is an integral of products of conditional means.</summary>
sealed class MomentModel
{
    readonly IReadOnlyList<ItemModel> _items;
    readonly Quadrature _prior;
    readonly MomentSet _set;
    readonly double[] _weights;
    readonly double[][][] _curves;
    readonly double[][] _means;
    readonly double[][] _conditional;

    public MomentModel(IReadOnlyList<ItemModel> items, Quadrature prior, MomentSet set)
    {
        (_items, _prior, _set) = (items, prior, set);
        _weights = [.. prior.LogWeights.Select(Math.Exp)];
        _curves = [.. items.Select(item => ItemColumns.Curves(item, prior))];
        _means = [.. set.Functions.Select(f => Average(_curves[f.Item], f.Of))];
        _conditional = [.. set.Moments.Select(m => m.Second is { } second ? Product(_means[m.First], _means[second]) : _means[m.First])];
        Expected = [.. _conditional.Select(row => Integral(_weights, row))];
    }

    public double[] Expected { get; }

    /// <summary>Covariance of the moments in one person's answers, row after row.</summary>
    public double[] Covariance(CancellationToken cancellation)
    {
        var size = Expected.Length;
        var covariance = new double[size * size];
        for (var m = 0; m < size; m++)
        {
            cancellation.ThrowIfCancellationRequested();
            var weighted = Product(_weights, _conditional[m]);
            for (var l = 0; l <= m; l++)
            {
                var joint = Meet(_set.Moments[m], _set.Moments[l]) ? Integral(_weights, Overlap(_set.Moments[m], _set.Moments[l])) : Integral(weighted, _conditional[l]);
                covariance[(m * size) + l] = covariance[(l * size) + m] = joint - (Expected[m] * Expected[l]);
            }
        }

        return covariance;
    }

    /// <summary>Derivative of every moment with respect to one parameter.</summary>
    public double[] Derivative(ModelParameter parameter)
    {
        var moves = new double[_set.Functions.Count][];
        foreach (var (item, derivative) in parameter.Effects)
        {
            var curves = Curves(_items[item].MaxScore + 1, derivative);
            for (var f = 0; f < moves.Length; f++)
            {
                moves[f] = _set.Functions[f].Item == item ? Average(curves, _set.Functions[f].Of) : moves[f];
            }
        }

        return [.. _set.Moments.Select(m => m.Second is { } second
            ? Move(moves[m.First], _means[second]) + Move(moves[second], _means[m.First])
            : Move(moves[m.First], null))];
    }

    double Move(double[]? change, double[]? other) =>
        change is null ? 0 : Integral(_weights, other is null ? change : Product(change, other));

    double[][] Curves(int scores, CurveDerivative derivative)
    {
        var curves = Enumerable.Range(0, scores).Select(_ => new double[_weights.Length]).ToArray();
        var at = new double[scores];
        for (var q = 0; q < _weights.Length; q++)
        {
            derivative(_prior.Points[q], at);
            for (var k = 0; k < scores; k++)
            {
                curves[k][q] = Require.Finite(at[k], nameof(derivative));
            }
        }

        return curves;
    }

    bool Meet(Moment m, Moment l) =>
        Partner(m.First, l) is not null || (m.Second is { } second && Partner(second, l) is not null);

    // An item of both moments enters once, with the product of its two functions; the other items with their own.
    double[] Overlap(Moment m, Moment l)
    {
        var product = Factor(m.First, Partner(m.First, l));
        if (m.Second is { } second)
        {
            product = Product(product, Factor(second, Partner(second, l)));
        }

        foreach (var own in new[] { l.First, l.Second })
        {
            if (own is { } f && Partner(f, m) is null)
            {
                product = Product(product, _means[f]);
            }
        }

        return product;
    }

    double[] Factor(int f, int? partner)
    {
        var (one, other) = (_set.Functions[f], partner is { } p ? _set.Functions[p] : (ScoreFunction?)null);
        return other is { } second ? Average(_curves[one.Item], k => one.Of(k) * second.Of(k)) : _means[f];
    }

    // The function of this moment that bears on the same item.
    int? Partner(int f, Moment moment) =>
        _set.Functions[moment.First].Item == _set.Functions[f].Item ? moment.First
        : moment.Second is { } second && _set.Functions[second].Item == _set.Functions[f].Item ? second
        : null;

    static double[] Average(double[][] curves, Func<int, double> value)
    {
        var sum = new double[curves[0].Length];
        for (var k = 0; k < curves.Length; k++)
        {
            var factor = value(k);
            for (var q = 0; q < sum.Length && factor != 0; q++)
            {
                sum[q] += factor * curves[k][q];
            }
        }

        return sum;
    }

    static double[] Product(double[] x, double[] y)
    {
        var product = new double[x.Length];
        for (var q = 0; q < x.Length; q++)
        {
            product[q] = x[q] * y[q];
        }

        return product;
    }

    static double Integral(double[] weights, double[] values)
    {
        var sum = 0.0;
        for (var q = 0; q < weights.Length; q++)
        {
            sum += weights[q] * values[q];
        }

        return sum;
    }
}
