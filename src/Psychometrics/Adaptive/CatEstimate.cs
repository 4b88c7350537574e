namespace Beffroi.Psychometrics;

/// <summary>The point estimate of an ability and its standard error, by the method of the test.</summary>
static class CatEstimate
{
    // Under this the likelihood is flat where it was searched and gives no error: the posterior does.
    const double LeastInformation = 1e-9;

    public static (double Ability, double StandardError) Of(CatAbilityMethod method, CompiledBank bank, AbilityTrack track) => method switch
    {
        CatAbilityMethod.ExpectedAPosteriori => Expected(bank, track),
        CatAbilityMethod.MaximumAPosteriori => Mode(bank, track),
        CatAbilityMethod.MaximumLikelihood => track.IsExtreme ? Expected(bank, track) : Likeliest(bank, track),
        CatAbilityMethod.WeightedLikelihood => track.IsExtreme ? Expected(bank, track) : Weighted(bank, track),
    };

    // Narrower than half a step, a posterior falls between the points and its spread on them is no longer its error: the normal approximation is.
    static (double, double) Expected(CompiledBank bank, AbilityTrack track) =>
        (track.Mean, track.StandardDeviation >= track.Prior.Step / 2 ? track.StandardDeviation
            : Math.Max(track.StandardDeviation, 1 / Math.Sqrt(Sums(bank, track, track.Mean).Information + track.Prior.Precision())));

    static (double, double) Mode(CompiledBank bank, AbilityTrack track)
    {
        var (mean, precision) = (track.Prior.Mean, track.Prior.Precision());
        var mode = Around(track, posterior: true, x => Sums(bank, track, x) is var s ? (s.Slope - ((x - mean) * precision), s.Information + precision) : default);
        return (mode, 1 / Math.Sqrt(Sums(bank, track, mode).Information + precision));
    }

    static (double, double) Likeliest(CompiledBank bank, AbilityTrack track) =>
        WithError(bank, track, Around(track, posterior: false, x => Sums(bank, track, x) is var s ? (s.Slope, s.Information) : default));

    // Warm's equation 13: the slope of the log-likelihood plus J / 2I, with J = Σ P′P″/P.
    static (double, double) Weighted(CompiledBank bank, AbilityTrack track) => WithError(bank, track, Root(
        track.Prior.Points[0],
        track.Prior.Points[^1],
        track.Prior.Points[track.Peak(posterior: false)],
        x => Sums(bank, track, x) is var s && s.Information > LeastInformation ? (s.Slope + (s.Bias / (2 * s.Information)), s.Information) : (s.Slope, s.Information)));

    static (double, double) WithError(CompiledBank bank, AbilityTrack track, double ability) =>
        Sums(bank, track, ability).Information is var information && information > LeastInformation ? (ability, 1 / Math.Sqrt(information)) : Expected(bank, track);

    static double Precision(this Quadrature prior) => 1 / (prior.StandardDeviation * prior.StandardDeviation);

    static double Around(AbilityTrack track, bool posterior, Func<double, (double Value, double Descent)> equation)
    {
        var (peak, points) = (track.Peak(posterior), track.Prior.Points);
        return Root(points[Math.Max(peak - 1, 0)], points[Math.Min(peak + 1, points.Length - 1)], points[peak], equation);
    }

    /// <summary>Where an equation that is positive on the left and negative on the right crosses zero: Fisher scoring kept inside the bracket by bisection;
    /// the end of the bracket when it does not cross.</summary>
    static double Root(double low, double high, double start, Func<double, (double Value, double Descent)> equation)
    {
        var x = start;
        for (var i = 0; i < 200 && high - low > 1e-12; i++)
        {
            var (value, descent) = equation(x);
            (low, high) = value > 0 ? (x, high) : (low, x);
            var next = descent > 0 ? x + (value / descent) : double.NaN;
            next = next > low && next < high ? next : low + ((high - low) / 2);
            if (Math.Abs(next - x) < 1e-12)
            {
                return next;
            }

            x = next;
        }

        return x;
    }

    static (double Slope, double Information, double Bias) Sums(CompiledBank bank, AbilityTrack track, double ability)
    {
        // An item has at most 101 scores.
        Span<double> work = stackalloc double[3 * 101];
        var (slope, information, bias) = (0.0, 0.0, 0.0);
        foreach (var (item, score) in track.Answers)
        {
            var model = bank.Model(item);
            var p = work[..(model.MaxScore + 1)];
            var first = work.Slice(101, p.Length);
            var second = work.Slice(202, p.Length);
            model.Derivatives(ability, p, first, second);
            slope += first[score] / Math.Max(p[score], ItemModel.Tiny);
            for (var k = 0; k < p.Length; k++)
            {
                information += p[k] > ItemModel.Tiny ? first[k] * first[k] / p[k] : 0;
                bias += p[k] > ItemModel.Tiny ? first[k] * second[k] / p[k] : 0;
            }
        }

        return (slope, information, bias);
    }
}
