using Beffroi.Cli.Psychometrics.Banks;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Calibrate;

/// <summary>A calibration, ready to run.</summary>
sealed record CalibrationRequest
{
    /// <summary>As typed: rasch, 1pl….</summary>
    public required string Model { get; init; }

    public required CalibrationAnswers Answers { get; init; }

    public required CalibrationOptions Options { get; init; }

    /// <summary>Items held fixed, by name.</summary>
    public required IReadOnlyDictionary<string, BankedItem> Anchors { get; init; }

    /// <summary>For each person, the place of their group; empty for one group.</summary>
    public required int[] Groups { get; init; }

    /// <summary>The reference first; empty for one group.</summary>
    public required IReadOnlyList<string> GroupNames { get; init; }
}
