namespace Beffroi.Kit;

/// <summary>Practices that can be run step by step: the encyclopedia holds them, other modules run them as checklists and tell how it went.</summary>
public interface IProcesses
{
    /// <summary>Those that have steps, in a phase or in all of them.</summary>
    Task<IReadOnlyList<ProcessHead>> List(string? phase, Lang language, CancellationToken ct);

    /// <summary>A version of a practice, the last one when no number is given; null where there is none with steps.</summary>
    Task<Process?> Find(string key, int? version, Lang language, CancellationToken ct);

    /// <summary>What changed in the steps from one version to the last.</summary>
    Task<ProcessChanges?> ChangesSince(string key, int version, Lang language, CancellationToken ct);

    /// <summary>Keeps that a practice is run, or how it ended. The same run told again takes the place of what was told.</summary>
    /// <exception cref="ArgumentException">There is no such version of it.</exception>
    Task Tell(ProcessUse use, CancellationToken ct);

    /// <summary>Proposes a change of the practice, which a reviewer will read; gives the address of the proposal.</summary>
    /// <exception cref="ArgumentException">There is no such version of it, or a step is not one.</exception>
    Task<string> Propose(ProcessEdit edit, CancellationToken ct);
}

/// <param name="Steps">How many.</param>
/// <param name="Uses">Runs told so far.</param>
public sealed record ProcessHead(string Key, int Version, string Title, string Summary, IReadOnlyList<string> Phases, int Steps, int Uses);

public sealed record Process
{
    public required string Key { get; init; }
    public required int Version { get; init; }
    public required string Title { get; init; }

    /// <summary>Path of the page of this version.</summary>
    public required string Href { get; init; }

    public required IReadOnlyList<ProcessStep> Steps { get; init; }
}

public sealed record ProcessStep
{
    public required string Id { get; init; }
    public required string Act { get; init; }
    public required string Expected { get; init; }

    /// <summary>Technical name, and words.</summary>
    public required string Role { get; init; }
    public required string RoleLabel { get; init; }

    /// <summary>Hours after the start.</summary>
    public required int? DueHours { get; init; }
    public required bool Blocking { get; init; }
    public required IReadOnlyList<ProcessTool> Tools { get; init; }
}

/// <param name="Launch">Address with <c>{value}</c> where the observable goes; null where the tool has none.</param>
public sealed record ProcessTool(string Key, string Title, string Href, string? Launch);

/// <param name="Last">Number of the last version.</param>
public sealed record ProcessChanges(int From, int Last, IReadOnlyList<StepChange> Steps);

public enum StepChangeKind
{
    Added,
    Removed,
    Changed,
    Moved,
}

/// <param name="Before">Null when added.</param>
/// <param name="After">Null when removed.</param>
public sealed record StepChange(StepChangeKind Kind, string StepId, ProcessStep? Before, ProcessStep? After);

public enum UseOutcome
{
    Worked,
    Partly,
    Failed,
    Abandoned,
}

public sealed record ProcessUse
{
    /// <summary>Of the run.</summary>
    public required Guid Id { get; init; }
    public required string Key { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public UseOutcome? Outcome { get; init; }

    /// <summary>Only what everybody may read.</summary>
    public string? PublicNote { get; init; }
}

public sealed record ProcessEdit
{
    public required string Key { get; init; }
    public required int Version { get; init; }
    public required Lang Language { get; init; }
    public required Guid AuthorId { get; init; }
    public required string Comment { get; init; }
    public required IReadOnlyList<ProcessEditStep> Steps { get; init; }
}

/// <summary>A step as it should read, in the language of the edit; what it does not say stays as it was. A step that is left out is taken away.</summary>
/// <param name="Id">Null or unknown: a new step.</param>
public sealed record ProcessEditStep(string? Id, string Act, string Expected, string Role, int? DueHours, bool Blocking);
