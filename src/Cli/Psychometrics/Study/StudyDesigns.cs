using System.Collections.Immutable;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Study;

/// <summary>The adaptive tests that the study compares, and what it takes as given. Invented, and said to be.</summary>
static class StudyDesigns
{
    /// <summary>The cut of the decision, in logits: 21 % of N(0, 1) are below.</summary>
    public const double Cut = -0.8;

    /// <summary>Cuts of the four levels, in logits.</summary>
    public static readonly ImmutableArray<double> Levels = [-1.6, -0.8, 0];

    /// <summary>90 items of difficulties N(−0.3, 1.2), log-discriminations N(0.18, 0.30).</summary>
    public static readonly RandomBank Bank = new() { Items = 90, DifficultyMean = -0.3, DifficultySd = 1.2 };

    // The next item is drawn among the three best, so that one item is not everybody's.
    static readonly CatOptions Base = new() { Exposure = new() { RandomesqueCount = 3 }, MinimumLength = 5 };

    public static AdaptiveDesign StandardError(double threshold, double? target = null, int most = 40) => new(Base with
    {
        Stops = [new StopAtStandardError(threshold)], MaximumLength = most, Selection = new MaximumInformation { TargetProbability = target },
    });

    public static AdaptiveDesign Decision(double confidence = 0.95, int most = 25) => new(Base with { Stops = [new StopAtClassification(new(Cut), confidence)], MaximumLength = most });

    public static AdaptiveDesign Profile(int most = 25) =>
        new(Base with { Stops = [new StopAtLevel([.. Levels.Select(cut => new AbilityCut(cut))])], MaximumLength = most });

    /// <summary>The decision mode proposed: two easy items, six items at least, sixteen at most.</summary>
    public static AdaptiveDesign Proposed { get; } = new(Base with
    {
        EasyStart = new(), MinimumLength = 6, MaximumLength = 16, Stops = [new StopAtClassification(new(Cut))],
    });

    /// <summary>The profile mode proposed: a level at 0.90, or an error of 0.35, twenty-five items at most.</summary>
    public static AdaptiveDesign ProposedProfile { get; } = new(Base with
    {
        EasyStart = new(), MinimumLength = 6, MaximumLength = 25, Stops = [new StopAtLevel([.. Levels.Select(cut => new AbilityCut(cut))]), new StopAtStandardError(0.35)],
    });
}
