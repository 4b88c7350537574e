namespace Beffroi.Psychometrics;

/// <summary>Estimates in the metric of their users, with errors by the delta method.</summary>
static class ItemReading
{
    public static CalibratedItem Of(CalibrationState state, int item, ItemFamily family, int answers, double[] covariance)
    {
        var slot = state.Items[item];
        var (curve, size) = (slot.Curve, slot.X.Length);
        var (locations, derivatives) = (new double[curve.MaxScore], new double[curve.MaxScore * size]);
        curve.Locations(slot.X, locations, derivatives);
        var own = OwnCovariance(state, item, covariance);
        var moves = own.Length > 0 && slot.Free > 0;
        var asymptote = curve.LowerAsymptote(slot.X);
        var model = curve.ToItem(slot.X);
        return new()
        {
            Name = slot.Name,
            Family = family,
            Item = model,
            Discrimination = slot.X[0],
            Locations = [.. locations],
            LowerAsymptote = model is LogisticItem logistic ? logistic.LowerAsymptote : 0,
            Intercepts = [.. slot.X.AsSpan(1, curve.MaxScore)],
            DiscriminationError = moves && state.IndexOf(item, 0) >= 0 ? Math.Sqrt(own[0]) : null,
            LocationErrors = moves ? [.. Enumerable.Range(0, locations.Length).Select(v => Error(own, derivatives.AsSpan(v * size, size)))] : [],
            LowerAsymptoteError = moves && asymptote is { } c && own[^1] > 0 ? c.Slope * Math.Sqrt(own[^1]) : null,
            Answers = answers,
        };
    }

    public static CalibratedGroup OfGroup(CalibrationState state, int group, int people, double[] covariance)
    {
        var slot = state.Groups[group];
        var (mean, logSd) = state.IndexOfGroup(group);
        double? Error(int at) => at >= 0 && covariance.Length > 0 ? Math.Sqrt(covariance[(at * state.Size) + at]) : null;
        return new(people, slot.Mean, slot.Sd, Error(mean), Error(logSd) * slot.Sd);
    }

    // Covariance of the item's parameters; rows of fixed ones are 0.
    static double[] OwnCovariance(CalibrationState state, int item, double[] covariance)
    {
        if (covariance.Length == 0)
        {
            return [];
        }

        var size = state.Items[item].X.Length;
        var own = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                var (row, column) = (state.IndexOf(item, i), state.IndexOf(item, j));
                own[(i * size) + j] = row >= 0 && column >= 0 ? covariance[(row * state.Size) + column] : 0;
            }
        }

        return own;
    }

    static double Error(double[] covariance, ReadOnlySpan<double> derivatives)
    {
        var (size, sum) = (derivatives.Length, 0.0);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                sum += derivatives[i] * derivatives[j] * covariance[(i * size) + j];
            }
        }

        return Math.Sqrt(Math.Max(0, sum));
    }
}
