using Beffroi.Kit;

namespace Beffroi.Incubator.Compliance;

/// <summary>The results of one run of the tests, as an operator loaded them.</summary>
public sealed class TestLoad
{
    public const int CommitMaxLength = 64;

    public required Guid Id { get; init; }

    /// <summary>Of the source that was tested.</summary>
    public required string Commit { get; init; }

    public required DateTimeOffset RanAt { get; init; }
    public required DateTimeOffset LoadedAt { get; init; }
    public required int Passed { get; init; }
    public required int Failed { get; init; }
    public required int Skipped { get; init; }
}

public enum TestResult
{
    Passed,
    Failed,
    Skipped,
}

/// <summary>The result of one test; kept for the last load only.</summary>
public sealed class TestOutcome : ILogLine
{
    public const int NameMaxLength = 400;

    public required Guid Id { get; init; }
    public required Guid LoadId { get; init; }
    public required string Name { get; init; }
    public required TestResult Result { get; init; }
}
