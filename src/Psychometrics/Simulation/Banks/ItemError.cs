namespace Beffroi.Psychometrics;

/// <summary>How far the parameters that choose and score are from the true ones, by a normal error. Only right-or-wrong logistic items have one.</summary>
public sealed record ItemError
{
    /// <summary>Standard deviation of the error of the difficulty, in logits, in [0, 5].</summary>
    public required double DifficultySd { get; init => field = Require.Within(0, 5, value, nameof(DifficultySd)); }

    /// <summary>Standard deviation of the error of the natural logarithm of the discrimination, in [0, 2].</summary>
    public required double LogDiscriminationSd { get; init => field = Require.Within(0, 2, value, nameof(LogDiscriminationSd)); }

    /// <summary>Whether the test knows of the errors: its items are then <see cref="UncertainItem"/> with these standard deviations. Default false: it takes its items as exact.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Which scatter around the other. Default: estimates around the truth.</summary>
    public ItemErrorKind Kind { get; init; }

    /// <summary>The curve used and the true one, of an item drawn.</summary>
    internal (ItemModel Used, ItemModel Truth) Apply(ItemModel drawn, SplitMix64 chance)
    {
        if (drawn is not LogisticItem { Discrimination: > 0, UpperAsymptote: 1 } item)
        {
            return (drawn, drawn);
        }

        var scattered = item with
        {
            Difficulty = item.Difficulty + (DifficultySd * chance.NextNormal()),
            Discrimination = Math.Min(item.Discrimination * Math.Exp(LogDiscriminationSd * chance.NextNormal()), 50),
        };
        return Kind switch
        {
            ItemErrorKind.Estimated => (IsKnown ? Uncertain(scattered) : scattered, item),
            ItemErrorKind.Believed => (IsKnown ? Uncertain(item) : item, scattered),
        };
    }

    UncertainItem Uncertain(LogisticItem item) => new()
    {
        Difficulty = Math.Clamp(item.Difficulty, -20, 20), DifficultySd = DifficultySd,
        LogDiscrimination = Math.Clamp(Math.Log(item.Discrimination), -3, 3), LogDiscriminationSd = LogDiscriminationSd, LowerAsymptote = item.LowerAsymptote,
    };
}
