namespace Beffroi.Psychometrics;

/// <summary>People with neighbouring total scores who have neighbouring scores on an item: how many were seen and how many the model expects.</summary>
/// <param name="Totals">Lowest and highest total score of the group of people.</param>
/// <param name="Scores">Lowest and highest score on the item.</param>
/// <param name="Observed">People seen.</param>
/// <param name="Expected">People expected, given how many have these total scores.</param>
public sealed record ScoreCell((int Low, int High) Totals, (int Low, int High) Scores, int Observed, double Expected)
{
    /// <summary>Its part in the χ² statistic.</summary>
    public double Contribution => (Observed - Expected) * (Observed - Expected) / Expected;

    /// <summary>Together with the next scores of the same people.</summary>
    internal ScoreCell WithScores(ScoreCell next) =>
        new(Totals, (Scores.Low, next.Scores.High), Observed + next.Observed, Expected + next.Expected);

    /// <summary>Together with the people of the next total scores.</summary>
    internal ScoreCell WithTotals(ScoreCell next) =>
        new((Totals.Low, next.Totals.High), Scores, Observed + next.Observed, Expected + next.Expected);
}
