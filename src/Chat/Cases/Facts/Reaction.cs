using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Beffroi.Chat.Cases;

/// <summary>What can be done about a manipulation. To do nothing is a choice like the others: an answer may feed what it answers.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReactionOption>))]
public enum ReactionOption
{
    [JsonStringEnumMemberName("denial")] Denial,
    [JsonStringEnumMemberName("takedown")] Takedown,
    [JsonStringEnumMemberName("exposure")] Exposure,

    /// <summary>Volunteers who answer.</summary>
    [JsonStringEnumMemberName("elves")] Elves,

    [JsonStringEnumMemberName("prebunking")] Prebunking,
    [JsonStringEnumMemberName("legal")] Legal,
    [JsonStringEnumMemberName("nothing")] Nothing,
    [JsonStringEnumMemberName("other")] Other,
}

/// <summary>Something decided about the case, other than a reaction.</summary>
public sealed record DecisionTaken : CaseFact
{
    public required string What { get; init; }
    public required string Why { get; init; }
    public IReadOnlyList<Guid> Shown { get; init; } = [];

    [JsonIgnore]
    public override IEnumerable<Guid> Refers => Shown;

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Decisions = state.Decisions.Add(line.Says(this)) };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
        [.. Need.Words(nameof(What), What, Need.Text), .. Need.Words(nameof(Why), Why, Need.Text), .. Need.Some(nameof(Shown), Shown)];
}

public sealed record ReactionProposed : CaseFact
{
    public required ReactionOption Option { get; init; }
    public required string Text { get; init; }

    /// <summary>What may turn against us: who would see what they would not have seen, who would feel attacked.</summary>
    public required string Backfire { get; init; }

    /// <summary>How likely that is.</summary>
    public required Estimate BackfireChance { get; init; }

    /// <summary>Who would do it.</summary>
    public Guid? Owner { get; init; }

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Reactions = state.Reactions.Add(new(line.Says(this), [], [])) };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
        [.. Need.Words(nameof(Text), Text, Need.Text), .. Need.Words(nameof(Backfire), Backfire, Need.Text)];
}

[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    [JsonStringEnumMemberName("taken")] Taken,
    [JsonStringEnumMemberName("refused")] Refused,
    [JsonStringEnumMemberName("later")] Later,
}

public sealed record ReactionDecided : CaseFact
{
    public required Guid Reaction { get; init; }
    public required Verdict Verdict { get; init; }
    public required string Why { get; init; }
    public Guid? Owner { get; init; }
    public DateTimeOffset? DueAt { get; init; }

    [JsonIgnore]
    public override IEnumerable<Guid> Refers => [Reaction];

    public override CaseState Apply(CaseState state, CaseEvent line) => state with
    {
        Reactions = CaseState.Change(state.Reactions, r => r.Proposed.Id == Reaction, r => r with { Decisions = r.Decisions.Add(line.Says(this)) }),
    };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft)
    {
        var proposed = seen.Reactions.Find(r => r.Proposed.Id == Reaction)?.Proposed.Fact;
        foreach (var fault in Need.Words(nameof(Why), Why, Need.Text))
        {
            yield return fault;
        }

        if (proposed is null)
        {
            yield return DraftFaults.Unknown;
        }

        if (Verdict is Verdict.Taken && proposed is { Option: not ReactionOption.Nothing, Owner: null } && Owner is null)
        {
            yield return new(nameof(Owner), "Dites qui le fait.", "Say who does it.");
        }
    }
}

[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome
{
    [JsonStringEnumMemberName("worked")] Worked,
    [JsonStringEnumMemberName("partly")] Partly,
    [JsonStringEnumMemberName("failed")] Failed,
    [JsonStringEnumMemberName("backfired")] Backfired,
    [JsonStringEnumMemberName("abandoned")] Abandoned,
}

/// <summary>What came of a reaction. It may be told again: the last word stands.</summary>
public sealed record ReactionEnded : CaseFact
{
    public required Guid Reaction { get; init; }
    public required Outcome Outcome { get; init; }
    public required string Text { get; init; }

    [JsonIgnore]
    public override IEnumerable<Guid> Refers => [Reaction];

    public override CaseState Apply(CaseState state, CaseEvent line) => state with
    {
        Reactions = CaseState.Change(state.Reactions, r => r.Proposed.Id == Reaction, r => r with { Ends = r.Ends.Add(line.Says(this)) }),
    };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
    [
        .. Need.Words(nameof(Text), Text, Need.Text),
        .. seen.Reactions.Find(r => r.Proposed.Id == Reaction) is { Decision.Fact.Verdict: Verdict.Taken }
            ? Array.Empty<Fault>()
            : [new Fault(nameof(Reaction), "Cette réaction n’a pas été décidée.", "This reaction was not decided.")],
    ];
}

public sealed record ReactionFile(
    Stated<ReactionProposed> Proposed, ImmutableList<Stated<ReactionDecided>> Decisions, ImmutableList<Stated<ReactionEnded>> Ends)
{
    /// <summary>How many people met the manipulation, as it was told.</summary>
    public ImmutableList<Stated<ExposureEstimated>> Exposures { get; init; } = [];

    /// <summary>The last word on a moment; null where nobody said anything.</summary>
    public Stated<ExposureEstimated>? Exposure(ExposureMoment moment) => Exposures.LastOrDefault(e => e.Fact.Moment == moment);

    [JsonIgnore]
    public Stated<ReactionDecided>? Decision => Decisions.IsEmpty ? null : Decisions[^1];

    [JsonIgnore]
    public Stated<ReactionEnded>? End => Ends.IsEmpty ? null : Ends[^1];

    /// <summary>The last one named.</summary>
    [JsonIgnore]
    public Guid? Owner => Decisions.LastOrDefault(d => d.Fact.Owner is not null)?.Fact.Owner ?? Proposed.Fact.Owner;
}
