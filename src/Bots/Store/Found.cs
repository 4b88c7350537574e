using Beffroi.Detection;

namespace Beffroi.Bots;

/// <summary>A score of an account and what it rested on.</summary>
public sealed class ScorePoint : Kit.ILogLine
{
    public const int ModelMaxLength = 100;

    public required Guid AccountId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Last post of the log that it counts.</summary>
    public required long Seq { get; init; }
    public required int Posts { get; init; }
    public required double LogOdds { get; init; }
    public required double Probability { get; init; }
    public required double Low { get; init; }
    public required double High { get; init; }
    public required AutomationClass Class { get; init; }
    public required ScoreDoubt Doubt { get; init; }

    /// <summary>It declares itself to be a program: only then is an account said to be one by so weak signs.</summary>
    public bool IsDeclared => Class is AutomationClass.Bot && Low <= 0.5;

    /// <summary>Which model, by the first characters of its SHA-256.</summary>
    public required string Model { get; init; }
}

/// <summary>Kinds of accounts that analysts tell apart. A sign is proposed with its evidence; it is no verdict.</summary>
public enum Typology
{
    Amplifier,
    Dormant,
    Seducer,
    Siamese,
    Recycled,
    Organisation,
    DeclaredBot,
}

public sealed class TypologySign : Kit.ILogLine
{
    public const int EvidenceMaxLength = 4000;

    /// <summary>Read from the posts of this watch alone: what another organisation collected leaves no sign here.</summary>
    public required Guid WatchId { get; init; }
    public required Guid AccountId { get; init; }
    public required Typology Kind { get; init; }
    public required DateTimeOffset At { get; set; }

    /// <summary>Figures that it rests on, as JSON; sentences are made from them in both languages.</summary>
    public required string Evidence { get; set; }
}

/// <summary>Two accounts that shared the same things at the same moments, under one watch.</summary>
public sealed class AccountTie : Kit.ILogLine
{
    public required Guid WatchId { get; init; }
    public required Trace Trace { get; init; }
    public required Guid FirstId { get; init; }
    public required Guid SecondId { get; init; }

    /// <summary>Distinct objects, and pairs of posts.</summary>
    public required int Objects { get; set; }
    public required int Pairs { get; set; }
    public required DateTimeOffset FirstAt { get; set; }
    public required DateTimeOffset LastAt { get; set; }
}

/// <summary>Accounts that hold together more than chance explains.</summary>
public sealed class Cluster : Kit.ILogLine
{
    public required Guid Id { get; init; }
    public required Guid WatchId { get; init; }
    public required DateTimeOffset FoundAt { get; init; }
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>No longer found by the last computation.</summary>
    public DateTimeOffset? GoneAt { get; set; }
    public required int Size { get; set; }
    public required double Score { get; set; }

    /// <summary>What members did together, as JSON (see the cluster page).</summary>
    public required string Evidence { get; set; }
}

public sealed class ClusterMember : Kit.ILogLine
{
    public const int RoleMaxLength = 40;

    public required Guid ClusterId { get; init; }
    public required Guid AccountId { get; init; }
    public required string Role { get; set; }
}

public enum FoundKind
{
    /// <summary>A count of a post or a term grew beyond its threshold between two readings.</summary>
    Rise,

    /// <summary>A volume that the pace before does not explain.</summary>
    Burst,
    NewCluster,
}

/// <summary>Something that an analyst should look at, with the reason.</summary>
public sealed class Finding
{
    public const int ReasonMaxLength = 4000;
    public const int SubjectMaxLength = 300;

    public required Guid Id { get; init; }
    public required Guid WatchId { get; init; }
    public required FoundKind Kind { get; init; }

    /// <summary>What rises, or which cluster: with the kind and the moment, the same finding is written once.</summary>
    public required string Subject { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Figures, as JSON.</summary>
    public required string Reason { get; init; }

    /// <summary>Times that it could not be told, and when it is tried again.</summary>
    public int Tries { get; set; }
    public DateTimeOffset? NextTryAt { get; set; }
    public DateTimeOffset? ToldAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public Guid? ClosedBy { get; set; }
}

/// <summary>What a grain has computed from the log, and how far (Orleans, through <c>BotsGrainStorage</c>).</summary>
public sealed class GrainRow
{
    public const int NameMaxLength = 200;

    public required string Kind { get; init; }
    public required string Key { get; init; }
    public required string ETag { get; set; }

    /// <summary>Last post of the log that is in the state.</summary>
    public required long Seq { get; set; }
    public required byte[] State { get; set; }
    public required DateTimeOffset At { get; set; }
}
