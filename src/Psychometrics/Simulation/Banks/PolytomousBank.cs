namespace Beffroi.Psychometrics;

/// <summary>Items of several scores drawn at random, of the generalised partial credit model: each has a location drawn as the difficulty of a right-or-wrong item,
/// and steps at equal distances around it.</summary>
public sealed record PolytomousBank : BankSource
{
    /// <summary>How discrimination and location are drawn; its lower asymptote is not read.</summary>
    public RandomBank Locations { get; init; } = new() { Items = 45 };

    /// <summary>Highest score of every item, from 1 to 20. Default 2.</summary>
    public int MaxScore { get; init => field = (int)Require.Within(1, 20, value, nameof(MaxScore)); } = 2;

    /// <summary>Distance between two steps, in logits, in [-3, 3]. Default 0.8.</summary>
    public double StepDistance { get; init => field = Require.Within(-3, 3, value, nameof(StepDistance)); } = 0.8;

    internal override ItemBank Draw(SplitMix64 chance) =>
        new("polytomous", Enumerable.Range(0, Locations.Items).Select(i => new BankItem(Id(i), DrawItem(chance)) { Area = Area(i, Locations.Areas) }).ToArray());

    PartialCreditItem DrawItem(SplitMix64 chance)
    {
        var drawn = Locations.DrawItem(chance);
        return new(drawn.Discrimination, [.. Enumerable.Range(0, MaxScore).Select(step => drawn.Difficulty + (StepDistance * (step - ((MaxScore - 1) / 2.0))))]);
    }
}
