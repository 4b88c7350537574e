using System.Globalization;

namespace Beffroi.Crowdsourcing.Bench;

/// <summary>Many durations, as percentiles.</summary>
static class Durations
{
    public static void Print(string what, double[] milliseconds)
    {
        Array.Sort(milliseconds);
        double At(double share) => milliseconds[Math.Min(milliseconds.Length - 1, (int)(share * milliseconds.Length))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: n {milliseconds.Length}, p50 {At(0.5):F4} ms, p95 {At(0.95):F4} ms, p99 {At(0.99):F4} ms, max {milliseconds[^1]:F3} ms"));
    }
}
