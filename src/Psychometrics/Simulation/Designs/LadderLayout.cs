using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>A skill on a bank: positions of its items, and their highest total scores.</summary>
sealed record PlacedSkill(ImmutableArray<int> Items, ImmutableArray<int> CatchUp, int MaxScore, int CatchUpMaxScore);

static class LadderLayout
{
    public static ImmutableArray<ImmutableArray<PlacedSkill>> Of(LadderDesign ladder, ItemBank bank) => [.. ladder.Rungs.Select(rung => rung.Select(skill =>
    {
        var (first, second) = (Positions(skill.Items, bank), Positions(skill.CatchUp.IsDefault ? [] : skill.CatchUp, bank));
        return new PlacedSkill(first, second, MaxScore(first, bank), MaxScore(second, bank));
    }).ToImmutableArray())];

    static ImmutableArray<int> Positions(ImmutableArray<string> ids, ItemBank bank) =>
        [.. ids.Select(id => bank.Position(id) ?? throw new ArgumentException($"The ladder asks for item {id}, which the bank has not.", nameof(ids)))];

    static int MaxScore(ImmutableArray<int> items, ItemBank bank) => items.Sum(item => bank.Items[item].Model.MaxScore);
}
