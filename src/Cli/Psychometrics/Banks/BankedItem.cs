using System.Collections.Immutable;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Banks;

/// <summary>One item of a bank: its name, its model, and the score that a file of answers writes for each category.</summary>
sealed record BankedItem(string Name, string ModelName, ItemModel Model)
{
    /// <summary>One for each category, increasing; 0, 1, 2… unless the answers it was calibrated on were written otherwise.</summary>
    public ImmutableArray<int> Scores { get; init; } = [.. Enumerable.Range(0, Model.MaxScore + 1)];

    /// <summary>Whether scores are written 0, 1, 2….</summary>
    public bool HasPlainScores => !Scores.Where((score, category) => score != category).Any();
}
