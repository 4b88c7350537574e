using System.Text.Json.Serialization;

namespace Beffroi.Chat.Cases;

[JsonConverter(typeof(JsonStringEnumConverter<ExposureMoment>))]
public enum ExposureMoment
{
    [JsonStringEnumMemberName("before")] Before,
    [JsonStringEnumMemberName("after")] After,
}

/// <summary>
/// How many people met the manipulation, before a reaction or after it: what the reaction was for. An estimate has its interval, its source and its day; what nobody can say is said to be
/// unknown, which is an answer too. It may be told again: of each moment, the last word stands.
/// </summary>
public sealed record ExposureEstimated : CaseFact
{
    /// <summary>More than people there are.</summary>
    public const long Most = 10_000_000_000;

    public required Guid Reaction { get; init; }
    public required ExposureMoment Moment { get; init; }

    /// <summary>People, at least and at most; both null: unknown.</summary>
    public long? Low { get; init; }
    public long? High { get; init; }

    /// <summary>How it was found, or why it is unknown.</summary>
    public required string Source { get; init; }

    /// <summary>The day that it is about.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Who estimated, by their role: no name.</summary>
    public required string Role { get; init; }

    [JsonIgnore]
    public bool IsKnown => Low is not null && High is not null;

    /// <summary>The middle of the interval.</summary>
    [JsonIgnore]
    public double? Middle => Low is { } low && High is { } high ? (low + high) / 2.0 : null;

    [JsonIgnore]
    public override IEnumerable<Guid> Refers => [Reaction];

    public override CaseState Apply(CaseState state, CaseEvent line) => state with
    {
        Reactions = CaseState.Change(state.Reactions, r => r.Proposed.Id == Reaction, r => r with { Exposures = r.Exposures.Add(line.Says(this)) }),
    };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft)
    {
        var reaction = seen.Reactions.Find(r => r.Proposed.Id == Reaction);
        foreach (var fault in Need.Words(nameof(Source), Source, Need.Text).Concat(Need.Words(nameof(Role), Role, Need.Title)))
        {
            yield return fault;
        }

        if (reaction is null)
        {
            yield return DraftFaults.Unknown;
        }

        if (Low is null != High is null)
        {
            yield return new(Low is null ? nameof(Low) : nameof(High), "Écrivez les deux bornes, ou aucune.", "Write both bounds, or neither.");
        }
        else if (Low is < 0 or > Most || High is < 0 or > Most)
        {
            yield return new(nameof(Low), "Écrivez un nombre de personnes.", "Write a number of people.");
        }
        else if (Low > High)
        {
            yield return new(nameof(High), "La borne haute est plus petite que la borne basse.", "The upper bound is less than the lower one.");
        }

        if (Moment is ExposureMoment.After && reaction is not null && reaction is not { Decision.Fact.Verdict: Verdict.Taken })
        {
            yield return new(nameof(Moment), "Cette réaction n’a pas été décidée.", "This reaction was not decided.");
        }
    }
}
