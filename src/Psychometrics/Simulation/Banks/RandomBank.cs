namespace Beffroi.Psychometrics;

/// <summary>Right-or-wrong items drawn at random: log-normal discriminations, normal or uniform difficulties.</summary>
public sealed record RandomBank : BankSource
{
    /// <summary>Number of items, from 1 to 10 000. Default 90.</summary>
    public int Items { get; init => field = (int)Require.Within(1, 10_000, value, nameof(Items)); } = 90;

    /// <summary>Mean of the natural logarithm of the discrimination (per logit), in [-2, 2]. Default 0.18: a median of 1.2.</summary>
    public double LogDiscriminationMean { get; init => field = Require.Within(-2, 2, value, nameof(LogDiscriminationMean)); } = 0.18;

    /// <summary>Standard deviation of the same, in [0, 1]. Default 0.30.</summary>
    public double LogDiscriminationSd { get; init => field = Require.Within(0, 1, value, nameof(LogDiscriminationSd)); } = 0.30;

    /// <summary>Mean of the difficulties, in logits, in [-10, 10]. Default 0.</summary>
    public double DifficultyMean { get; init => field = Require.Within(-10, 10, value, nameof(DifficultyMean)); }

    /// <summary>Standard deviation of the difficulties, in logits, in [0, 5]. Default 1.</summary>
    public double DifficultySd { get; init => field = Require.Within(0, 5, value, nameof(DifficultySd)); } = 1;

    /// <summary>Shape of the difficulties. Default normal.</summary>
    public DifficultyShape Shape { get; init; }

    /// <summary>Lower asymptote of every item, in [0, 1[. Default 0: the two-parameter model.</summary>
    public double LowerAsymptote { get; init => field = Require.Within(0, Math.BitDecrement(1.0), value, nameof(LowerAsymptote)); }

    /// <summary>Content areas among which items are dealt in turn; they are the testlets of <see cref="AnswerProcess.TestletVariance"/>. 0 (default) for none.</summary>
    public int Areas { get; init => field = (int)Require.Within(0, 10_000, value, nameof(Areas)); }

    internal override ItemBank Draw(SplitMix64 chance) =>
        new("random", Enumerable.Range(0, Items).Select(i => new BankItem(Id(i), DrawItem(chance)) { Area = Area(i, Areas) }).ToArray());

    internal LogisticItem DrawItem(SplitMix64 chance) => new()
    {
        Discrimination = Math.Exp(LogDiscriminationMean + (LogDiscriminationSd * chance.NextNormal())),
        Difficulty = DifficultyMean + (DifficultySd * (Shape switch
        {
            DifficultyShape.Normal => chance.NextNormal(),
            DifficultyShape.Uniform => Math.Sqrt(3) * ((2 * chance.NextDouble()) - 1),
        })),
        LowerAsymptote = LowerAsymptote,
    };
}
