namespace Beffroi.Psychometrics;

/// <summary>What is believed of an item before any answer (Mislevy, 1986, Psychometrika 51, 177-195). The mode is taken in the metric of
/// log a, b and c, as experts state them. A prior that is null says nothing.</summary>
public sealed record ItemPriors
{
    /// <summary>Nothing is believed: maximum likelihood.</summary>
    public static ItemPriors None { get; } = new();

    /// <summary>Prior of the natural logarithm of the discrimination; it keeps the discrimination above 0. Default none.</summary>
    public NormalPrior? LogDiscrimination { get; init; }

    /// <summary>Prior of the difficulty, or of each threshold or step, in logits. Default none.</summary>
    public NormalPrior? Difficulty { get; init; }

    /// <summary>Prior of the lower asymptote of a three-parameter item. Default none.</summary>
    public BetaPrior? LowerAsymptote { get; init; }

    internal bool SaysNothing => LogDiscrimination is null && Difficulty is null && LowerAsymptote is null;
}
