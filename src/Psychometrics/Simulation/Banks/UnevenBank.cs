namespace Beffroi.Psychometrics;

/// <summary>A bank where most items crowd around one difficulty, as happens when writers find some items easier to write.</summary>
public sealed record UnevenBank : BankSource
{
    /// <summary>How an item is drawn where the bank is even; its number of items is that of the bank.</summary>
    public RandomBank Even { get; init; } = new();

    /// <summary>Share of the items that crowd, in [0, 1]. Default 0.7.</summary>
    public double CrowdedShare { get; init => field = Require.Within(0, 1, value, nameof(CrowdedShare)); } = 0.7;

    /// <summary>Difficulty around which they do, in logits, in [-10, 10]. Default 1: a bank too hard.</summary>
    public double CrowdedDifficulty { get; init => field = Require.Within(-10, 10, value, nameof(CrowdedDifficulty)); } = 1;

    /// <summary>Standard deviation of their difficulties, in logits, in [0, 5]. Default 0.4.</summary>
    public double CrowdedSd { get; init => field = Require.Within(0, 5, value, nameof(CrowdedSd)); } = 0.4;

    internal override ItemBank Draw(SplitMix64 chance)
    {
        var crowd = Even with { DifficultyMean = CrowdedDifficulty, DifficultySd = CrowdedSd, Shape = DifficultyShape.Normal };
        var crowded = (int)Math.Round(CrowdedShare * Even.Items);
        return new("uneven", Enumerable.Range(0, Even.Items)
            .Select(i => new BankItem(Id(i), (i < crowded ? crowd : Even).DrawItem(chance)) { Area = Area(i, Even.Areas) }).ToArray());
    }
}
