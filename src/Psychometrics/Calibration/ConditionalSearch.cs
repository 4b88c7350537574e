namespace Beffroi.Psychometrics;

/// <summary>Newton's method on the conditional likelihood, among steps that sum to 0.</summary>
sealed class ConditionalSearch
{
    readonly ConditionalLikelihood _likelihood;
    readonly double[] _gradient;
    readonly double[] _information;

    public ConditionalSearch(ConditionalLikelihood likelihood, double[] start)
    {
        (_likelihood, Steps) = (likelihood, Centred(start));
        (_gradient, _information) = (new double[start.Length], new double[start.Length * start.Length]);
        LogLikelihood = likelihood.Value(Steps);
    }

    public double[] Steps { get; private set; }

    public double LogLikelihood { get; private set; }

    public int Iterations { get; private set; }

    public double LargestChange { get; private set; }

    public bool Converged { get; private set; }

    public double LargestGradient => _gradient.Max(Math.Abs);

    /// <summary>One step; false when there is none left to do.</summary>
    public bool Advance(double tolerance, CancellationToken cancellation)
    {
        if (Converged || Factor(cancellation) is not { } factor)
        {
            return false;
        }

        var change = _gradient.ToArray();
        factor.Solve(change);
        LargestChange = change.Max(Math.Abs);
        Iterations++;
        Converged = LargestChange <= tolerance;
        for (var share = 1.0; share > 1e-9; share /= 2)
        {
            var tried = Centred([.. Steps.Zip(change, (b, d) => b + (share * d))]);
            var value = _likelihood.Value(tried);

            // Near the top the gain is under the rounding of the sum.
            if (value >= LogLikelihood - (1e-12 * Math.Abs(LogLikelihood)))
            {
                (Steps, LogLikelihood) = (tried, value);
                return true;
            }
        }

        return false;
    }

    /// <summary>Covariance of the steps given that they sum to 0, and the gradient brought up to date; null when the information is singular.</summary>
    public double[]? Covariance(CancellationToken cancellation)
    {
        if (Factor(cancellation) is not { } factor)
        {
            return null;
        }

        var inverse = factor.Inverse();
        var shift = 1 / (Scale() * Steps.Length);
        for (var at = 0; at < inverse.Length; at++)
        {
            inverse[at] -= shift;
        }

        return inverse;
    }

    // Adding a constant to every step changes nothing, so that the information is flat along (1, 1, …). It is lifted there by its mean
    // diagonal s: (I + s 11'/m)⁻¹ is then the inverse among steps that sum to 0, plus 11'/(s m).
    Cholesky? Factor(CancellationToken cancellation)
    {
        _likelihood.Derivatives(Steps, _gradient, _information, cancellation);
        var lift = Scale() / Steps.Length;
        double[] lifted = [.. _information.Select(value => value + lift)];
        return Cholesky.Of(lifted, Steps.Length);
    }

    double Scale() => Enumerable.Range(0, Steps.Length).Average(v => _information[v * (Steps.Length + 1)]);

    static double[] Centred(double[] steps)
    {
        var mean = steps.Average();
        return [.. steps.Select(b => b - mean)];
    }
}
