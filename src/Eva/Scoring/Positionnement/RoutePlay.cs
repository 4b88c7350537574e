using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Scoring;

/// <summary>An answer on the way of a positioning, marked and timed.</summary>
public sealed record RouteStep
{
    public required BankItem Item { get; init; }

    /// <summary>What the way knew of it.</summary>
    public required RouteMark Mark { get; init; }

    public required Marked Marked { get; init; }
    public required bool DontKnow { get; init; }

    /// <summary>The answer as it was sent; null for « je ne sais pas ».</summary>
    public string? Given { get; init; }

    /// <summary>What was to be read was heard, or what was to be written was seen, at any time before the answer.</summary>
    public required bool Heard { get; init; }

    /// <summary>From the display to the answer; null when unknown.</summary>
    public required double? Seconds { get; init; }
}

/// <summary>One run of a positioning: the answers that are on the way, in its order.</summary>
public sealed record RoutePlay
{
    public required PositioningBank Bank { get; init; }
    public required RouteMode Mode { get; init; }
    public required IReadOnlyList<RouteStep> Steps { get; init; }

    /// <summary>The item that the way leads to; null once it is over.</summary>
    public required string? Next { get; init; }

    /// <summary>Where the way stands.</summary>
    public required WalkPlace Place { get; init; }

    public bool IsLiteracy => PositioningDesign.IsLiteracy(Bank.Situation);

    public IReadOnlyList<RouteMark> Marks => [.. Steps.Select(s => s.Mark)];
}
