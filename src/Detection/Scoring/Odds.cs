namespace Beffroi.Detection;

/// <summary>Probabilities and log-odds.</summary>
static class Odds
{
    /// <summary>ln(p / (1 − p)).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1, both excluded.</exception>
    public static double Log(double probability) => probability is > 0 and < 1
        ? Math.Log(probability / (1 - probability))
        : throw new ArgumentOutOfRangeException(nameof(probability), probability, "A share between 0 and 1, both excluded, is needed.");

    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
