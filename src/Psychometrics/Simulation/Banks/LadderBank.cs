using System.Collections.Immutable;
using System.Globalization;

namespace Beffroi.Psychometrics;

/// <summary>One rung of a <see cref="LadderBank"/>.</summary>
/// <param name="Skills">How many skills.</param>
/// <param name="ItemsOfSkill">Items of each, and as many for its catch-up.</param>
/// <param name="Difficulty">Mean difficulty of the items, in logits.</param>
public sealed record LadderRung(int Skills, int ItemsOfSkill, double Difficulty);

/// <summary>Items for a ladder (<see cref="LadderDesign"/>), drawn around the difficulty of each rung, with the area of each skill as area.</summary>
public sealed record LadderBank : BankSource
{
    /// <summary>The rungs, from the easiest. Default: 16, 20 and 18 points in skills of four or six items, around -1.6, -0.8 and 0.</summary>
    public ImmutableArray<LadderRung> Rungs { get; init => field = value.IsDefaultOrEmpty ? throw new ArgumentException("A ladder has a rung.", nameof(value)) : value; } =
        [new(4, 4, -1.6), new(5, 4, -0.8), new(3, 6, 0)];

    /// <summary>Standard deviation of the difficulties within a rung, in logits, in [0, 5]. Default 0.6.</summary>
    public double DifficultySd { get; init => field = Require.Within(0, 5, value, nameof(DifficultySd)); } = 0.6;

    /// <summary>How discriminations are drawn; its difficulties are not read.</summary>
    public RandomBank Discriminations { get; init; } = new();

    /// <summary>The ladder over these items.</summary>
    public LadderDesign Ladder() => new([.. Rungs.Select((rung, level) => Enumerable.Range(0, rung.Skills)
        .Select(skill => new LadderSkill(Ids(level, skill, rung.ItemsOfSkill, "first"), Ids(level, skill, rung.ItemsOfSkill, "second"))).ToImmutableArray())]);

    /// <summary>Two banks are equal when all they hold is.</summary>
    public bool Equals(LadderBank? other) =>
        other is not null && Rungs.AsSpan().SequenceEqual(other.Rungs.AsSpan()) && DifficultySd == other.DifficultySd && Discriminations == other.Discriminations;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rungs.Length, DifficultySd, Discriminations);

    internal override ItemBank Draw(SplitMix64 chance) => new("ladder", Ladder().Rungs.SelectMany((rung, level) => rung.SelectMany((skill, place) =>
        skill.Items.Concat(skill.CatchUp).Select(id => new BankItem(id, DrawItem(Rungs[level], chance)) { Area = Name(level, place) }))).ToArray());

    LogisticItem DrawItem(LadderRung rung, SplitMix64 chance) =>
        (Discriminations with { DifficultyMean = rung.Difficulty, DifficultySd = DifficultySd, Shape = DifficultyShape.Normal }).DrawItem(chance);

    static ImmutableArray<string> Ids(int level, int skill, int items, string part) =>
        [.. Enumerable.Range(0, items).Select(item => string.Create(CultureInfo.InvariantCulture, $"{Name(level, skill)}-{part}-{item + 1:00}"))];

    static string Name(int level, int skill) => string.Create(CultureInfo.InvariantCulture, $"rung{level + 1:00}-skill{skill + 1:00}");
}
