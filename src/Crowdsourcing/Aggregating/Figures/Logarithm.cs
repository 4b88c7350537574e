namespace Beffroi.Crowdsourcing;

static class Logarithm
{
    // Without a prior a count may be 0, even 0 of 0: certain, not impossible, so that one slip of one person never decides alone.
    const double Least = 1e-12;

    public static double Of(double probability) => Math.Log(probability > Least ? probability : Least);

    /// <summary>Turns logarithms of weights into probabilities; gives the logarithm of their sum.</summary>
    public static double Normalise(Span<double> logs)
    {
        var peak = double.NegativeInfinity;
        foreach (var log in logs)
        {
            peak = Math.Max(peak, log);
        }

        var sum = 0.0;
        for (var at = 0; at < logs.Length; at++)
        {
            sum += logs[at] = Math.Exp(logs[at] - peak);
        }

        for (var at = 0; at < logs.Length; at++)
        {
            logs[at] /= sum;
        }

        return peak + Math.Log(sum);
    }
}
