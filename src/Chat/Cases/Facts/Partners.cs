using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Beffroi.Chat.Cases;

/// <summary>What was sent to the operator of a platform, that it may act by its own rules or by law.</summary>
public sealed record DossierSent : CaseFact
{
    public required string Platform { get; init; }

    /// <summary>The rule of the platform, or the article of law.</summary>
    public required string Rule { get; init; }

    public required string Text { get; init; }
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Canonical.</summary>
    public required IReadOnlyList<Observable> Accounts { get; init; }

    /// <summary>Pieces of evidence of the log.</summary>
    public IReadOnlyList<Guid> Evidence { get; init; } = [];

    [JsonIgnore]
    public override IEnumerable<Guid> Refers => Evidence;

    [JsonIgnore]
    public override IEnumerable<Guid> Leaves => Evidence;

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Dossiers = state.Dossiers.Add(new(line.Says(this), [])) };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
    [
        .. Need.Words(nameof(Platform), Platform, Need.Title),
        .. Need.Words(nameof(Rule), Rule, Need.Text),
        .. Need.Words(nameof(Text), Text, Need.Text),
        .. Need.Some(nameof(Accounts), Accounts, least: 1),
        .. Need.Some(nameof(Evidence), Evidence),
        .. Accounts.All(a => a.IsCanonical) ? Array.Empty<Fault>() : [new Fault(nameof(Accounts), "Un compte n’est pas reconnu.", "An account is not recognised.")],
        .. Evidence.All(id => seen.Evidence.Exists(e => e.Kept.Id == id)) ? Array.Empty<Fault>() : [DraftFaults.Unknown],
    ];
}

[JsonConverter(typeof(JsonStringEnumConverter<PlatformAnswer>))]
public enum PlatformAnswer
{
    [JsonStringEnumMemberName("acted")] Acted,
    [JsonStringEnumMemberName("partly")] Partly,
    [JsonStringEnumMemberName("refused")] Refused,
    [JsonStringEnumMemberName("asked")] AskedForMore,
}

public sealed record DossierAnswered : CaseFact
{
    public required Guid Dossier { get; init; }
    public required PlatformAnswer Answer { get; init; }
    public required DateTimeOffset AnsweredAt { get; init; }
    public string? Text { get; init; }

    [JsonIgnore]
    public override IEnumerable<Guid> Refers => [Dossier];

    public override CaseState Apply(CaseState state, CaseEvent line) => state with
    {
        Dossiers = CaseState.Change(state.Dossiers, d => d.Sent.Id == Dossier, d => d with { Answers = d.Answers.Add(line.Says(this)) }),
    };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft)
    {
        var sent = seen.Dossiers.Find(d => d.Sent.Id == Dossier)?.Sent.Fact;
        foreach (var fault in Need.Optional(nameof(Text), Text, Need.Text))
        {
            yield return fault;
        }

        if (sent is null)
        {
            yield return DraftFaults.Unknown;
        }
        else if (AnsweredAt < sent.SentAt)
        {
            yield return new(nameof(AnsweredAt), "La réponse précède l’envoi.", "The answer comes before the dossier was sent.");
        }
    }
}

public sealed record DossierFile(Stated<DossierSent> Sent, ImmutableList<Stated<DossierAnswered>> Answers)
{
    /// <summary>To the first answer; null while there is none.</summary>
    [JsonIgnore]
    public TimeSpan? Delay => Answers.IsEmpty ? null : Answers.Min(a => a.Fact.AnsweredAt) - Sent.Fact.SentAt;

    /// <summary>The same for figures that are published: what people type counts from <see cref="MostBefore"/> days before it was written at the most, and never after.</summary>
    [JsonIgnore]
    public TimeSpan? CountedDelay => Answers.IsEmpty ? null
        : Answers.Select(a => Bound(a.Fact.AnsweredAt, a.At)).Min() is var answered && Bound(Sent.Fact.SentAt, Sent.At) is var sent && answered > sent ? answered - sent : TimeSpan.Zero;

    const int MostBefore = 90;

    static DateTimeOffset Bound(DateTimeOffset said, DateTimeOffset written) => said > written ? written : written - said > TimeSpan.FromDays(MostBefore) ? written.AddDays(-MostBefore) : said;
}

/// <summary>A rapid alert: the least that partners need to know, and what is asked of them. Its audience is they.</summary>
public sealed record AlertSent : CaseFact
{
    public required string Summary { get; init; }
    public required string ActionAsked { get; init; }

    /// <summary>Whom to answer.</summary>
    public required Guid Owner { get; init; }

    /// <summary>Organisations.</summary>
    public required IReadOnlyList<Guid> To { get; init; }

    public IReadOnlyList<Guid> Shown { get; init; } = [];

    [JsonIgnore]
    public override IEnumerable<Guid> Refers => Shown;

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Alerts = state.Alerts.Add(new(line.Says(this), [])) };

    /// <summary>An alert says on which criteria it rests: at least one yes. It goes to organisations that may read the case already (<see cref="MinimalCase"/>).</summary>
    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
    [
        .. Need.Words(nameof(Summary), Summary, Need.Text),
        .. Need.Words(nameof(ActionAsked), ActionAsked, Need.Text),
        .. Need.Some(nameof(To), To, least: 1),
        .. Need.Some(nameof(Shown), Shown),
        .. seen.Marking is { Audience: { } audience } marking && To.All(o => audience.Holds(Reader.OfOrganisation(o), marking.Tlp)
                && (draft.Marking.Audience ?? audience).Holds(Reader.OfOrganisation(o), draft.Marking.Tlp))
            ? Array.Empty<Fault>()
            : [new Fault(nameof(To), "Une organisation de la liste ne peut pas lire ce dossier.", "An organisation of the list may not read this case.")],
        .. seen.Assessments.Exists(a => a.Fact.Stand is Stand.Yes) ? Array.Empty<Fault>() : [new Fault("Criteria", "Une alerte repose au moins sur un critère rempli.", "An alert rests on at least one criterion that is met.")],
    ];
}

public sealed record AlertAcknowledged : CaseFact
{
    public required Guid Alert { get; init; }
    public string? Note { get; init; }

    [JsonIgnore]
    public override IEnumerable<Guid> Refers => [Alert];

    public override CaseState Apply(CaseState state, CaseEvent line) => state with
    {
        Alerts = CaseState.Change(state.Alerts, a => a.Sent.Id == Alert, a => a with { Acknowledged = a.Acknowledged.Add(line.Says(this)) }),
    };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
    [
        .. Need.Optional(nameof(Note), Note, Need.Text),
        .. seen.Alerts.Find(a => a.Sent.Id == Alert)?.Sent.Fact.To.Contains(draft.Author.Organisation ?? Guid.Empty) is true
            ? Array.Empty<Fault>()
            : [new Fault(nameof(Alert), "Cette alerte ne vous est pas adressée.", "This alert was not sent to you.")],
    ];
}

public sealed record AlertFile(Stated<AlertSent> Sent, ImmutableList<Stated<AlertAcknowledged>> Acknowledged)
{
    /// <summary>From its sending to the first acknowledgement of an organisation; null while there is none.</summary>
    public TimeSpan? DelayOf(Guid organisation) =>
        Acknowledged.Find(a => a.Author.Organisation == organisation) is { } first ? first.At - Sent.At : null;

    [JsonIgnore]
    public IEnumerable<Guid> Waiting => Sent.Fact.To.Where(o => !Acknowledged.Exists(a => a.Author.Organisation == o));
}

/// <summary>Who uses what was made here: the split of the convention's second metric.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Sector>))]
public enum Sector
{
    [JsonStringEnumMemberName("state")] State,
    [JsonStringEnumMemberName("foreign")] ForeignCounterpart,
    [JsonStringEnumMemberName("civilSociety")] CivilSociety,
    [JsonStringEnumMemberName("research")] Research,
}

/// <summary>Somebody used the case or a tool through it.</summary>
public sealed record ReuseTold : CaseFact
{
    public required Sector Sector { get; init; }
    public required string By { get; init; }
    public required string What { get; init; }

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Reuses = state.Reuses.Add(line.Says(this)) };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
        [.. Need.Words(nameof(By), By, Need.Title), .. Need.Words(nameof(What), What, Need.Text)];
}

/// <summary>The case left the site in a file.</summary>
public sealed record CaseExported : CaseFact
{
    /// <summary><c>markdown</c>, <c>json</c>, <c>stix</c>…</summary>
    public required string Format { get; init; }

    public required string For { get; init; }

    /// <summary>Of the file.</summary>
    public required string Sha256 { get; init; }

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Exports = state.Exports.Add(line.Says(this)) };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
        [.. Need.Words(nameof(Format), Format, 40), .. Need.Words(nameof(For), For, Need.Line), .. Need.Sha256(nameof(Sha256), Sha256)];
}

/// <summary>What was learnt; the whole text, in place of the one before.</summary>
public sealed record RetrospectiveWritten : CaseFact
{
    public required string Worked { get; init; }
    public required string Failed { get; init; }
    public required string Lessons { get; init; }

    /// <summary>Edits of practices proposed from it.</summary>
    public IReadOnlyList<ProposedEdit> Edits { get; init; } = [];

    public override CaseState Apply(CaseState state, CaseEvent line) => state with { Retrospective = line.Says(this) };

    public override IEnumerable<Fault> Faults(CaseState seen, CaseDraft draft) =>
    [
        .. Need.Words(nameof(Worked), Worked, Need.Text),
        .. Need.Words(nameof(Failed), Failed, Need.Text),
        .. Need.Words(nameof(Lessons), Lessons, Need.Text),
        .. Need.Some(nameof(Edits), Edits, most: 50),
    ];
}

/// <param name="Href">Of the proposal, as the encyclopedia gave it.</param>
public sealed record ProposedEdit(string Practice, int Version, string Href);
