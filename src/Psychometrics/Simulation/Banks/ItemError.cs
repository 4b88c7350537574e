namespace Beffroi.Psychometrics;

/// <summary>How far the parameters that choose and score are from the true ones: used = true + a normal error. Only right-or-wrong logistic items have one.</summary>
public sealed record ItemError
{
    /// <summary>Standard deviation of the error of the difficulty, in logits, in [0, 5].</summary>
    public required double DifficultySd { get; init => field = Require.Within(0, 5, value, nameof(DifficultySd)); }

    /// <summary>Standard deviation of the error of the natural logarithm of the discrimination, in [0, 2].</summary>
    public required double LogDiscriminationSd { get; init => field = Require.Within(0, 2, value, nameof(LogDiscriminationSd)); }

    /// <summary>Whether the test knows of the errors: its items are then <see cref="UncertainItem"/> with these standard deviations. Default false: it takes its items as exact.</summary>
    public bool IsKnown { get; init; }

    internal ItemModel Use(ItemModel truth, SplitMix64 chance)
    {
        if (truth is not LogisticItem { Discrimination: > 0, UpperAsymptote: 1 } item)
        {
            return truth;
        }

        var (difficulty, log) = (item.Difficulty + (DifficultySd * chance.NextNormal()), Math.Log(item.Discrimination) + (LogDiscriminationSd * chance.NextNormal()));
        return IsKnown
            ? new UncertainItem
            {
                Difficulty = Math.Clamp(difficulty, -20, 20), DifficultySd = DifficultySd,
                LogDiscrimination = Math.Clamp(log, -3, 3), LogDiscriminationSd = LogDiscriminationSd, LowerAsymptote = item.LowerAsymptote,
            }
            : item with { Difficulty = difficulty, Discrimination = Math.Min(Math.Exp(log), 50) };
    }
}
