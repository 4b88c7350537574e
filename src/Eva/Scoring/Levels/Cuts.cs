using Beffroi.Psychometrics;

namespace Beffroi.Eva.Scoring;

/// <summary>Where the levels of a framework meet on a scale.</summary>
/// <param name="Values">The cuts, increasing, one fewer than the levels. A score equal to a cut belongs to the lower level.</param>
/// <param name="StandardError">How unsure their common place is, in the unit of the scale; 0 for cuts that are rules.</param>
/// <param name="Source">Where they come from, and when they were read.</param>
public sealed record Cuts<TLevel>(IReadOnlyList<double> Values, double StandardError, string Source)
    where TLevel : struct, Enum
{
    static readonly TLevel[] Levels = Enum.GetValues<TLevel>();

    public IReadOnlyList<double> Values { get; } =
        Values.Count == Levels.Length - 1 && Values.Zip(Values.Skip(1)).All(pair => pair.First < pair.Second)
            ? Values
            : throw new ArgumentException("Cuts increase, and there is one fewer than the levels.", nameof(Values));

    public TLevel LevelOf(double score) => Levels[Values.Count(cut => score > cut)];

    /// <summary>Probability of each level, integrated over the person's error and over the error of the cuts, which is common to them.</summary>
    public IReadOnlyList<LevelProbability> Probabilities(Posterior ability) =>
        [.. Levels.Zip(new LevelProbabilities(ability, [.. Values], StandardError).Probabilities, (level, probability) => new LevelProbability(TechnicalName.Of(level), probability))];
}
