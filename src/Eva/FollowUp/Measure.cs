using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.FollowUp;

/// <summary>One result on one scale, with all that tells whether another can be set beside it.</summary>
public sealed record Measure
{
    public required Guid Evaluation { get; init; }
    public required string Campaign { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Scale Scale { get; init; }
    public required string EngineVersion { get; init; }
    public required string NormsVersion { get; init; }
    public required InputMode Mode { get; init; }

    /// <summary>Positioning only.</summary>
    public RouteMode? Route { get; init; }

    public required bool Interpretable { get; init; }

    public string Level => Scale.Cefr is { } cefr ? LevelWords.Name(cefr) : LevelWords.Name(Scale.Cenf!.Value);
}
