using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Beffroi.Chat.Cases;

/// <summary>Another explanation, and why it is less likely.</summary>
public sealed record Hypothesis(string Text, string Why, Estimate Chance);

/// <summary>Says who is behind a manipulation. It stands only when a second named analyst backs it, and with other hypotheses weighed.</summary>
public sealed record AttributionProposed : CaseFact
{
    public required string Actor { get; init; }

    /// <summary>ISO 3166-1 alpha-2, where there is one.</summary>
    public string? Country { get; init; }

    public required Estimate Confidence { get; init; }
    public required string Why { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<Hypothesis> Alternatives { get; init; }

    public IReadOnlyList<Guid> Shown { get; init; } = [];

    /// <summary>True of what a file brought: nobody of this site signed it. Null otherwise.</summary>
    public bool? Imported { get; init; }

    [JsonIgnore]
    public override IEnumerable<Guid> Refers => Shown;

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Attributions = state.Attributions.Add(new(line.Says(this), [])) };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
    [
        .. Need.Words(nameof(Actor), Actor, Need.Title),
        .. Need.Words(nameof(Why), Why, Need.Text),
        .. Need.Some(nameof(Alternatives), Alternatives, least: 1, most: 20),
        .. Alternatives.SelectMany(a => Need.Words(nameof(Alternatives), a.Text, Need.Text).Concat(Need.Words(nameof(Alternatives), a.Why, Need.Text))),
        .. Need.Some(nameof(Shown), Shown),
        .. Country is null or [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] ? Array.Empty<Fault>() : [new Fault(nameof(Country), "Deux lettres capitales sont attendues, comme FR.", "Two capital letters are expected, such as FR.")],
        .. Imported is true ? [] : AttributionFile.Named(draft),
    ];
}

public sealed record AttributionBacked : CaseFact
{
    public required Guid Attribution { get; init; }
    public required string Why { get; init; }

    /// <summary>True of what a file brought: nobody of this site signed it. Null otherwise.</summary>
    public bool? Imported { get; init; }

    [JsonIgnore]
    public override IEnumerable<Guid> Refers => [Attribution];

    public override CaseState Apply(CaseState state, CaseEvent line) => state with
    {
        Attributions = CaseState.Change(state.Attributions, a => a.Proposed.Id == Attribution, a => a with { Backed = a.Backed.Add(line.Says(this)) }),
    };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft)
    {
        foreach (var fault in Need.Words(nameof(Why), Why, Need.Text).Concat(Imported is true ? [] : AttributionFile.Named(draft)))
        {
            yield return fault;
        }

        var proposed = seen.Attributions.Find(a => a.Proposed.Id == Attribution)?.Proposed;
        if (proposed is null)
        {
            yield return DraftFaults.Unknown;
        }
        else if (Imported is not true && proposed.Fact.Imported is not true && proposed.Author.Person == draft.Author.Person)
        {
            yield return new(nameof(Attribution), "Une autre personne doit le confirmer.", "Somebody else must back it.");
        }
    }
}

public sealed record AttributionFile(Stated<AttributionProposed> Proposed, ImmutableList<Stated<AttributionBacked>> Backed)
{
    /// <summary>Two analysts who give their names here, and at least one other hypothesis. What a file says that others signed elsewhere counts for nobody.</summary>
    [JsonIgnore]
    public bool Stands =>
        Proposed.Fact.Alternatives.Count > 0
        && Backed.Where(b => b.Fact.Imported is not true).Select(b => b.Author).Concat(Proposed.Fact.Imported is true ? [] : [Proposed.Author])
            .Where(a => a is { Masked: false, Person: not null }).Select(a => a.Person).Distinct().Count() >= 2;

    internal static IEnumerable<Fault> Named(CaseDraft draft) => draft.Author is { Masked: false, Person: not null }
        ? []
        : [new("Author", "Une attribution se signe de son nom.", "An attribution is signed with one’s name.")];
}
