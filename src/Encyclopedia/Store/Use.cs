using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>How often an entry was read on a day: a count, and nothing of who read.</summary>
public sealed class Reading : ILogLine
{
    public required Guid EntryId { get; init; }
    public required DateOnly Day { get; init; }
    public required Lang Language { get; init; }
    public int Count { get; set; }
}

/// <summary>A practice that somebody ran, told by the module that ran it.</summary>
public sealed class PracticeUse
{
    /// <summary>Of the run, given by who ran it: told twice, it counts once.</summary>
    public required Guid Id { get; init; }

    public required Guid EntryId { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Null while it runs.</summary>
    public UseOutcome? Outcome { get; set; }

    /// <summary>What may be told to everybody of how it went; null: nothing.</summary>
    public string? PublicNote { get; set; }

    /// <summary>A reviewer took the note away: it is no longer shown, told again or not.</summary>
    public DateTimeOffset? NoteHiddenAt { get; set; }
    public Guid? NoteHiddenBy { get; set; }
}
