namespace Beffroi.Psychometrics;

/// <summary>Sums of numbers known by their logarithm, without overflow or underflow.</summary>
static class LogSpace
{
    /// <summary>log(Σ exp(x)); the largest term is taken out first.</summary>
    public static double Sum(ReadOnlySpan<double> logs)
    {
        var largest = double.NegativeInfinity;
        foreach (var log in logs)
        {
            largest = Math.Max(largest, log);
        }

        var sum = 0.0;
        foreach (var log in logs)
        {
            sum += Math.Exp(log - largest);
        }

        return largest + Math.Log(sum);
    }
}
