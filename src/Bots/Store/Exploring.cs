using Beffroi.Detection;

namespace Beffroi.Bots;

public enum ExplorationState
{
    Stopped,
    Running,
    Done,
    Failed,
    Expired,
}

/// <summary>Goes from account to account by itself, from seeds, within a budget.</summary>
public sealed class Exploration
{
    public const int NameMaxLength = 120;
    public const int RulesMaxLength = 4000;
    public const int ReasonMaxLength = 500;

    public required Guid Id { get; init; }
    public required Guid WatchId { get; init; }
    public required Network Network { get; init; }
    public required string Name { get; init; }

    /// <summary>Seeds, way (followers or co-sharers), depth, rate and budget, rule to match and to stop, as JSON.</summary>
    public required string Rules { get; init; }
    public ExplorationState State { get; set; }
    public int Visited { get; set; }
    public int Screened { get; set; }
    public int MatchedCount { get; set; }

    /// <summary>Asked of the network, and what they cost in thousandths of a dollar.</summary>
    public int Requests { get; set; }
    public long Price { get; set; }
    public string? StopReason { get; set; }
    public string? LastError { get; set; }
    public DateTimeOffset? NextAt { get; set; }
    public string? LeaseOwner { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }
    public long Version { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required Guid CreatedBy { get; init; }
}

public enum FrontierState
{
    Waiting,
    Visited,
    Dropped,
}

/// <summary>An account to visit, or visited: never twice in an exploration.</summary>
public sealed class FrontierEntry : Kit.ILogLine
{
    public required Guid ExplorationId { get; init; }
    public required string NativeId { get; init; }
    public required int Depth { get; init; }

    /// <summary>The account that led there; null for a seed.</summary>
    public string? From { get; init; }

    /// <summary>Why it was worth going, as JSON: figures and the rule.</summary>
    public required string Why { get; init; }
    public required long Rank { get; init; }
    public FrontierState State { get; set; }
    public DateTimeOffset? VisitedAt { get; set; }
}

/// <summary>An account as an exploration saw it: what it decided can be computed again without the network.</summary>
public sealed class ExploredAccount : Kit.ILogLine
{
    public required Guid ExplorationId { get; init; }
    public required string NativeId { get; init; }

    /// <summary>The profile at that moment, JSON.</summary>
    public required string Profile { get; init; }
    public required DateTimeOffset At { get; init; }
    public required bool Matched { get; init; }
}

/// <summary>That an account was found from another, and at which place of the list.</summary>
public sealed class ExploredTie : Kit.ILogLine
{
    public required Guid ExplorationId { get; init; }
    public required string FromId { get; init; }
    public required int Place { get; init; }
    public required string ToId { get; init; }

    /// <summary>Things that both shared; 0 for a follower.</summary>
    public required int Shared { get; init; }
}
