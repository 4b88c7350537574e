using System.Text.Json.Serialization;

namespace Beffroi.Chat.Cases;

/// <summary>The five sections of a case file: the ABCDE framework (Pamment, Carnegie Endowment, 2020).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Section>))]
public enum Section
{
    [JsonStringEnumMemberName("actor")] Actor,
    [JsonStringEnumMemberName("behaviour")] Behaviour,
    [JsonStringEnumMemberName("content")] Content,
    [JsonStringEnumMemberName("degree")] Degree,
    [JsonStringEnumMemberName("effect")] Effect,
}

/// <summary>The whole text of a section, in place of the one before.</summary>
public sealed record SectionWritten : CaseFact
{
    public required Section Section { get; init; }

    /// <summary>Markdown.</summary>
    public required string Text { get; init; }

    /// <summary>Lines of the log that the text quotes: it goes no further than they do.</summary>
    public IReadOnlyList<Guid> Quotes { get; init; } = [];

    [JsonIgnore]
    public override IEnumerable<Guid> Refers => Quotes;

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Sections = state.Sections.SetItem(Section, line.Says(this)) };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
        [.. Need.Words(nameof(Text), Text, Need.Text), .. Need.Some(nameof(Quotes), Quotes)];
}

/// <summary>A technique of DISARM that was seen at work.</summary>
public sealed record TechniqueNoted : CaseFact
{
    /// <summary>As DISARM has it: <c>T0049.003</c>.</summary>
    public required string Technique { get; init; }

    public string? Name { get; init; }
    public required string Why { get; init; }

    /// <summary>Lines that show it.</summary>
    public IReadOnlyList<Guid> Shown { get; init; } = [];

    [JsonIgnore]
    public override IEnumerable<Guid> Refers => Shown;

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Techniques = state.Techniques.Add(line.Says(this)) };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
    [
        .. IsTechnique(Technique) ? Array.Empty<Fault>() : [new Fault(nameof(Technique), "Un identifiant de DISARM est attendu, comme T0049.003.", "An identifier of DISARM is expected, such as T0049.003.")],
        .. Need.Optional(nameof(Name), Name, Need.Title),
        .. Need.Words(nameof(Why), Why, Need.Text),
        .. Need.Some(nameof(Shown), Shown),
    ];

    /// <summary>T and four digits, then a point and three digits for a sub-technique (DISARM red framework).</summary>
    static bool IsTechnique(string id) =>
        id.Length is 5 or 9 && id[0] == 'T' && id.AsSpan(1, 4).IndexOfAnyExceptInRange('0', '9') < 0
        && (id.Length == 5 || (id[5] == '.' && id.AsSpan(6).IndexOfAnyExceptInRange('0', '9') < 0));
}

/// <summary>Something that happened. The event carries the two clocks.</summary>
public sealed record TimelineNoted : CaseFact
{
    public required string Text { get; init; }

    /// <summary>Null for an instant.</summary>
    public DateTimeOffset? Until { get; init; }

    public IReadOnlyList<Guid> Shown { get; init; } = [];

    [JsonIgnore]
    public override IEnumerable<Guid> Refers => Shown;

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Timeline = state.Timeline.Add(line.Says(this)) };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft)
    {
        foreach (var fault in Need.Words(nameof(Text), Text, Need.Text).Concat(Need.Some(nameof(Shown), Shown)))
        {
            yield return fault;
        }

        if (draft.HappenedAt is null)
        {
            yield return new(nameof(draft.HappenedAt), "Dites quand cela s’est passé.", "Say when it happened.");
        }

        if (Until < draft.HappenedAt)
        {
            yield return new(nameof(Until), "La fin précède le début.", "The end comes before the beginning.");
        }
    }
}

[JsonConverter(typeof(JsonStringEnumConverter<ThingKind>))]
public enum ThingKind
{
    [JsonStringEnumMemberName("entry")] Entry,
    [JsonStringEnumMemberName("accounts")] Accounts,
    [JsonStringEnumMemberName("narrative")] Narrative,
    [JsonStringEnumMemberName("ad")] Ad,
    [JsonStringEnumMemberName("page")] Page,
}

/// <summary>Something of another part of the site, or of the web, that belongs with the case.</summary>
public sealed record ThingLinked : CaseFact
{
    public required ThingKind Kind { get; init; }

    /// <summary>A path of this site, or an http(s) address.</summary>
    public required string Href { get; init; }

    public required string Label { get; init; }

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Links = state.Links.Add(line.Says(this)) };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
    [
        .. Need.Words(nameof(Label), Label, Need.Title),
        .. Need.Words(nameof(Href), Href, 2_000),
        .. Href.StartsWith('/') && !Href.StartsWith("//", StringComparison.Ordinal) && !Href.Contains('\\', StringComparison.Ordinal) ? [] : Need.Web(nameof(Href), Href),
    ];
}
