using System.Text.Json.Serialization;

namespace Beffroi.Chat.Cases;

/// <summary>The three phases of the urgent treatment of a manipulation (concepts of the 2019 programme).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CasePhase>))]
public enum CasePhase
{
    [JsonStringEnumMemberName("detection")] Detection,
    [JsonStringEnumMemberName("qualification")] Qualification,
    [JsonStringEnumMemberName("reaction")] Reaction,
}

/// <summary>The message that a case was opened from.</summary>
/// <param name="Id">The back-link: the same message opens the same case.</param>
/// <param name="Text">What it said then; a quote, so the case is marked at least as high as the message.</param>
public sealed record MessageLink(Guid Id, Guid ChannelId, string Text);

/// <summary>First line of every log. Its marking and audience are those of the case: who may not read it knows of no case.</summary>
public sealed record CaseOpened : CaseFact
{
    public required string Title { get; init; }
    public MessageLink? From { get; init; }

    /// <summary>Of the campaign, as BCP 47: <c>fr</c>.</summary>
    public string? Language { get; init; }

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Opened = line.Says(this), Title = Title };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
    [
        .. Need.Words(nameof(Title), Title, Need.Title),
        .. Need.Optional(nameof(From), From?.Text, Need.Text),
        .. Need.Optional(nameof(Language), Language, 35),
        .. draft.Marking.Audience is null ? [new Fault("Marking", "Dites qui peut lire ce dossier.", "Say who may read this case.")] : Array.Empty<Fault>(),
        .. draft.Marking.IsTooWide ? [DraftFaults.TooWide] : Array.Empty<Fault>(),
    ];
}

public sealed record CaseTitled : CaseFact
{
    public required string Title { get; init; }

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Title = Title };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) => Need.Words(nameof(Title), Title, Need.Title);
}

/// <summary>Each actor sets the threshold between two phases by the means it has: a person says it, no rule does.</summary>
public sealed record PhaseEntered : CaseFact
{
    public required CasePhase Phase { get; init; }
    public string? Why { get; init; }

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Phase = Phase };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) => Need.Optional(nameof(Why), Why, Need.Text);
}

[JsonConverter(typeof(JsonStringEnumConverter<CaseOutcome>))]
public enum CaseOutcome
{
    [JsonStringEnumMemberName("reacted")] Reacted,
    [JsonStringEnumMemberName("leftAlone")] LeftAlone,
    [JsonStringEnumMemberName("notManipulation")] NotManipulation,
    [JsonStringEnumMemberName("joined")] Joined,
}

public sealed record CaseClosed : CaseFact
{
    public required CaseOutcome Outcome { get; init; }
    public required string Why { get; init; }

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Closed = line.Says(this) };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) => Need.Words(nameof(Why), Why, Need.Text);
}

public sealed record CaseReopened : CaseFact
{
    public required string Why { get; init; }

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Closed = null };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) => Need.Words(nameof(Why), Why, Need.Text);
}

/// <summary>Two cases are one manipulation. Written in both logs, for those only who may read both.</summary>
public sealed record CaseJoined : CaseFact
{
    public required Guid Other { get; init; }

    /// <summary>True where work goes on; false in the one that is closed.</summary>
    public required bool GoesOnHere { get; init; }

    public required string Why { get; init; }

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Joined = state.Joined.Add(line.Says(this)) };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
    [
        .. Need.Words(nameof(Why), Why, Need.Text),
        .. Other == seen.CaseId ? [new Fault(nameof(Other), "Un dossier ne se joint pas à lui-même.", "A case is not joined to itself.")] : Array.Empty<Fault>(),
    ];
}
