using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Beffroi.Kit;

namespace Beffroi.Chat.Cases;

/// <summary>A practice of the encyclopedia is run as a checklist. Its steps are kept as they were in that version.</summary>
public sealed record RunStarted : CaseFact
{
    public required string Practice { get; init; }
    public required int Version { get; init; }
    public required string Title { get; init; }
    public required string Href { get; init; }
    public required Lang Language { get; init; }
    public required IReadOnlyList<RunStep> Steps { get; init; }

    /// <param name="startedAt">Due times count from it.</param>
    public static RunStarted Of(Process process, Lang language, DateTimeOffset startedAt) => new()
    {
        Practice = process.Key,
        Version = process.Version,
        Title = process.Title,
        Href = process.Href,
        Language = language,
        Steps = [.. process.Steps.Select(s => new RunStep
        {
            Id = s.Id,
            Act = s.Act,
            Expected = s.Expected,
            Role = s.Role,
            RoleLabel = s.RoleLabel,
            DueAt = s.DueHours is { } hours ? startedAt.AddHours(hours) : null,
            DueHours = s.DueHours,
            Blocking = s.Blocking,
            Tools = [.. s.Tools.Select(t => new RunTool(t.Key, t.Title, t.Href, t.Launch))],
        })],
    };

    public override CaseState Apply(CaseState state, CaseEvent line) => state with
    {
        Runs = state.Runs.Add(new(line.Says(this), [.. Steps.Select(s => new RunStepFile(s, []))])),
    };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
    [
        .. Need.Words(nameof(Practice), Practice, Need.Title),
        .. Need.Words(nameof(Title), Title, Need.Line),
        .. Need.Some(nameof(Steps), Steps, least: 1),
        .. Steps.DistinctBy(s => s.Id, StringComparer.Ordinal).Count() == Steps.Count ? Array.Empty<Fault>() : [new Fault(nameof(Steps), "Deux étapes ont le même nom.", "Two steps have the same name.")],
    ];
}

public sealed record RunStep
{
    public required string Id { get; init; }
    public required string Act { get; init; }
    public required string Expected { get; init; }
    public required string Role { get; init; }
    public required string RoleLabel { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public int? DueHours { get; init; }

    /// <summary>Nothing after it begins before it is done.</summary>
    public bool Blocking { get; init; }

    public IReadOnlyList<RunTool> Tools { get; init; } = [];
}

/// <param name="Launch">Address with <c>{value}</c> where the observable goes.</param>
public sealed record RunTool(string Key, string Title, string Href, string? Launch = null)
{
    /// <summary>The address that opens the tool on this observable; its own page where it cannot.</summary>
    public string OpenOn(Observable observable) =>
        Launch?.Replace("{value}", Uri.EscapeDataString(observable.Value), StringComparison.Ordinal) ?? Href;
}

[JsonConverter(typeof(JsonStringEnumConverter<StepState>))]
public enum StepState
{
    [JsonStringEnumMemberName("todo")] Todo,
    [JsonStringEnumMemberName("doing")] Doing,
    [JsonStringEnumMemberName("done")] Done,
    [JsonStringEnumMemberName("skipped")] Skipped,
}

/// <summary>Where a step stands; what it does not say stays as it was.</summary>
public sealed record RunStepSet : CaseFact
{
    public required Guid Run { get; init; }
    public required string Step { get; init; }
    public StepState? State { get; init; }
    public Guid? Owner { get; init; }
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What it gave, what the tool answered, or why it is skipped.</summary>
    public string? Result { get; init; }

    public IReadOnlyList<Guid> Shown { get; init; } = [];

    [JsonIgnore]
    public override IEnumerable<Guid> Refers => Shown.Prepend(Run);

    public override CaseState Apply(CaseState state, CaseEvent line) => state with
    {
        Runs = CaseState.Change(state.Runs, r => r.Started.Id == Run, r => r with
        {
            Steps = CaseState.Change(r.Steps, s => string.Equals(s.Step.Id, Step, StringComparison.Ordinal), s => s with { Sets = s.Sets.Add(line.Says(this)) }),
        }),
    };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft)
    {
        foreach (var fault in Need.Optional(nameof(Result), Result, Need.Text).Concat(Need.Some(nameof(Shown), Shown)))
        {
            yield return fault;
        }

        var run = seen.Runs.Find(r => r.Started.Id == Run);
        var at = run?.Steps.FindIndex(s => string.Equals(s.Step.Id, Step, StringComparison.Ordinal)) ?? -1;
        if (at < 0)
        {
            yield return DraftFaults.Unknown;
        }
        else if (run!.Ended is not null)
        {
            yield return new(nameof(Run), "Cette démarche est terminée.", "This run is over.");
        }
        else if (State is StepState.Doing or StepState.Done && run.BlockedBy(at) is { } blocking)
        {
            yield return new(nameof(State), $"D’abord\u00A0: {blocking.Step.Act}", $"First: {blocking.Step.Act}");
        }
        else if (State is StepState.Skipped && string.IsNullOrWhiteSpace(Result))
        {
            yield return new(nameof(Result), "Dites pourquoi l’étape est passée.", "Say why the step is skipped.");
        }
    }
}

/// <summary>How it went; told to the encyclopedia with its public note.</summary>
public sealed record RunEnded : CaseFact
{
    public required Guid Run { get; init; }
    public required UseOutcome Outcome { get; init; }
    public string? Note { get; init; }

    /// <summary>Only what everybody may read.</summary>
    public string? PublicNote { get; init; }

    [JsonIgnore]
    public override IEnumerable<Guid> Refers => [Run];

    public override CaseState Apply(CaseState state, CaseEvent line) => state with
    {
        Runs = CaseState.Change(state.Runs, r => r.Started.Id == Run, r => r with { Ended = line.Says(this) }),
    };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
    [
        .. Need.Optional(nameof(Note), Note, Need.Text),
        .. Need.Optional(nameof(PublicNote), PublicNote, Need.Line),
        .. seen.Runs.Exists(r => r.Started.Id == Run) ? Array.Empty<Fault>() : [DraftFaults.Unknown],
    ];
}

public sealed record RunFile(Stated<RunStarted> Started, ImmutableList<RunStepFile> Steps, Stated<RunEnded>? Ended = null)
{
    /// <summary>The first step that keeps the others waiting; null when none does.</summary>
    [JsonIgnore]
    public RunStepFile? Blocking => Steps.Find(s => s.Step.Blocking && !s.IsOver);

    [JsonIgnore]
    public int Over => Steps.Count(s => s.IsOver);

    /// <summary>The step that must be over before this one begins.</summary>
    public RunStepFile? BlockedBy(int at) => Steps.Take(at).FirstOrDefault(s => s.Step.Blocking && !s.IsOver);

    /// <summary>The steps as they were run, to be amended by whoever proposes a better practice.</summary>
    public ProcessEdit AsEdit(Guid author, string comment) => new()
    {
        Key = Started.Fact.Practice,
        Version = Started.Fact.Version,
        Language = Started.Fact.Language,
        AuthorId = author,
        Comment = comment,
        Steps = [.. Steps.Select(s => new ProcessEditStep(s.Step.Id, s.Step.Act, s.Step.Expected, s.Step.Role, s.Step.DueHours, s.Step.Blocking))],
    };

    /// <summary>
    /// What the encyclopedia, which everybody reads, is told. Above TLP:GREEN: the month, how it went, and a number that is not that of the line;
    /// the hour would tell when a secret case was worked on, and a note is free text.
    /// </summary>
    /// <param name="level">That holds for the run.</param>
    public ProcessUse UseAt(Tlp level) => level <= Tlp.Green
        ? new()
        {
            Id = Started.Id,
            Key = Started.Fact.Practice,
            Version = Started.Fact.Version,
            StartedAt = Started.At,
            EndedAt = Ended?.At,
            Outcome = Ended?.Fact.Outcome,
            PublicNote = Ended?.Fact.PublicNote,
        }
        : new()
        {
            Id = new(SHA256.HashData(Encoding.ASCII.GetBytes($"beffroi-run\n{Started.Id:D}"))[..16]),
            Key = Started.Fact.Practice,
            Version = Started.Fact.Version,
            StartedAt = Month(Started.At),
            EndedAt = Ended is { } ended ? Month(ended.At) : null,
            Outcome = Ended?.Fact.Outcome,
        };

    static DateTimeOffset Month(DateTimeOffset at) => new(at.UtcDateTime.Year, at.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
}

public sealed record RunStepFile(RunStep Step, ImmutableList<Stated<RunStepSet>> Sets)
{
    [JsonIgnore]
    public StepState State => Sets.LastOrDefault(s => s.Fact.State is not null)?.Fact.State ?? StepState.Todo;

    [JsonIgnore]
    public Guid? Owner => Sets.LastOrDefault(s => s.Fact.Owner is not null)?.Fact.Owner;

    [JsonIgnore]
    public DateTimeOffset? DueAt => Sets.LastOrDefault(s => s.Fact.DueAt is not null)?.Fact.DueAt ?? Step.DueAt;

    [JsonIgnore]
    public bool IsOver => State is StepState.Done or StepState.Skipped;

    public bool IsLate(DateTimeOffset now) => !IsOver && DueAt < now;
}
