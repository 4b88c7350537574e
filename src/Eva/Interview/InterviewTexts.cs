using Beffroi.Eva.Orientation;

namespace Beffroi.Eva.Interview;

/// <summary>The blocks of the interview guide, as we wrote them.</summary>
public sealed record InterviewTexts
{
    public required string Version { get; init; }
    public required string Source { get; init; }
    public required string ForAdviser { get; init; }

    /// <summary>True of everybody who played.</summary>
    public required string FallbackSuccess { get; init; }

    public required IReadOnlyList<Barrier> Barriers { get; init; }
    public required IReadOnlyList<InterviewBlock> Blocks { get; init; }

    public static InterviewTexts Current { get; } = OrientationData.Load<InterviewTexts>("interview.json");
}

public sealed record Barrier(string Id, string Name);

/// <param name="When">One of these observations opens it.</param>
/// <param name="SuccessSentence">With what the person did in the place of <c>{justes}</c> and the like.</param>
/// <param name="Barrier">What it may bring to speech; asked of everybody alike, drawn from no answer.</param>
public sealed record InterviewBlock(string Id, IReadOnlyList<string> When, string SuccessSentence, string OpenQuestion, IReadOnlyList<string> ActionIdeas, string? Barrier = null);
