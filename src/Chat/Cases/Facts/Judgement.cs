using System.Text.Json.Serialization;

namespace Beffroi.Chat.Cases;

/// <summary>Whether a criterion is met.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Stand>))]
public enum Stand
{
    [JsonStringEnumMemberName("yes")] Yes,
    [JsonStringEnumMemberName("no")] No,
    [JsonStringEnumMemberName("unknown")] Unknown,
}

/// <summary>What somebody concludes of one criterion.</summary>
public sealed record CriterionAssessed : CaseFact
{
    /// <summary>Key of a criterion: <see cref="Convention"/> has five; an organisation may have its own.</summary>
    public required string Criterion { get; init; }

    public required Stand Stand { get; init; }

    /// <summary>How likely it is that the stand is right. None where it is unknown.</summary>
    public Estimate? Confidence { get; init; }

    /// <summary>"Common sense" is no justification.</summary>
    public required string Why { get; init; }

    /// <summary>Lines that it rests on.</summary>
    public IReadOnlyList<Guid> Shown { get; init; } = [];

    [JsonIgnore]
    public override IEnumerable<Guid> Refers => Shown;

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Assessments = state.Assessments.Add(line.Says(this)) };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft)
    {
        foreach (var fault in Need.Words(nameof(Criterion), Criterion, 60).Concat(Need.Words(nameof(Why), Why, Need.Text)).Concat(Need.Some(nameof(Shown), Shown)))
        {
            yield return fault;
        }

        if (Stand is Stand.Unknown ? Confidence is not null : Confidence is null or < Estimate.Likely)
        {
            yield return new(nameof(Confidence),
                "Un oui ou un non est au moins probable\u00A0; sinon, le critère reste indéterminé.",
                "A yes or a no is at least likely; otherwise the criterion stays unknown.");
        }
    }
}

[JsonConverter(typeof(JsonStringEnumConverter<Stance>))]
public enum Stance
{
    [JsonStringEnumMemberName("for")] For,
    [JsonStringEnumMemberName("against")] Against,
    [JsonStringEnumMemberName("question")] Question,
}

/// <summary>One argument, in a reply of its own.</summary>
public sealed record ArgumentMade : CaseFact
{
    public required Stance Stance { get; init; }
    public required string Text { get; init; }

    /// <summary>Key of the criterion that it is about, or none.</summary>
    public string? Criterion { get; init; }

    public Guid? ReplyTo { get; init; }
    public MessageLink? From { get; init; }
    public IReadOnlyList<Guid> Shown { get; init; } = [];

    [JsonIgnore]
    public override IEnumerable<Guid> Refers => ReplyTo is { } reply ? Shown.Prepend(reply) : Shown;

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Arguments = state.Arguments.Add(line.Says(this)) };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
    [
        .. Need.Words(nameof(Text), Text, Need.Text),
        .. Need.Optional(nameof(Criterion), Criterion, 60),
        .. Need.Optional(nameof(From), From?.Text, Need.Text),
        .. Need.Some(nameof(Shown), Shown),
        .. ReplyTo is null || seen.Arguments.Exists(a => a.Id == ReplyTo) ? Array.Empty<Fault>() : [new Fault(nameof(ReplyTo), "On répond à un argument.", "An argument is what one replies to.")],
    ];
}
