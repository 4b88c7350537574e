namespace Beffroi.Detection;

/// <summary>What is known of one author of a narrative.</summary>
public sealed record AuthorScore
{
    /// <summary>Posts that they published in it, reposts included; at least 1.</summary>
    public required long Posts { get; init; }

    /// <summary><see cref="AutomationScore.LogOdds"/>; null where the score does not tell (too little is known, or the account is out of the range of the model).</summary>
    public double? LogOdds { get; init; }

    /// <summary>Standard deviation of the log-odds over resamples of the training accounts; 0 where it is not known.</summary>
    public double Spread { get; init; }

    /// <summary>The account says itself that it is automated: it counts as such, whatever its score.</summary>
    public bool IsDeclared { get; init; }

    /// <summary>The spread that an interval of a score was made with.</summary>
    /// <param name="low"><see cref="AutomationScore.Low"/>.</param>
    /// <param name="high"><see cref="AutomationScore.High"/>.</param>
    public static double SpreadOf(double low, double high)
    {
        // Probabilities at the ends of their range came from log-odds that they no longer tell apart.
        const double Least = 1e-12;
        var (from, to) = (Math.Clamp(low, Least, 1 - Least), Math.Clamp(high, Least, 1 - Least));
        return Math.Max(0, Odds.Log(to) - Odds.Log(from)) / (2 * AutomationModel.HalfWidth);
    }
}
