using Beffroi.Chat.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat.Tests.Cases;

/// <summary>Cases drawn from a seed, with every kind of line. Each line holds its own word, so that a leak can be looked for.</summary>
public sealed class RandomCases(int seed)
{
    public static readonly Guid[] Organisations = [Desk.Ministry, Desk.Ngo, Desk.Paper, Desk.Lab];

    /// <summary>Three people of each organisation, and two guests.</summary>
    public static readonly IReadOnlyList<(Guid Person, Guid? Organisation)> People =
    [
        .. Organisations.SelectMany((o, i) => Enumerable.Range(0, 3).Select(p => (Desk.Id(100 + (10 * i) + p), (Guid?)o))),
        (Desk.Id(190), null),
        (Desk.Id(191), null),
    ];

    readonly Random _random = new(seed);
    readonly SetClock _clock = new() { Now = Desk.Start };
    int _ids = 10_000;

    public static IEnumerable<Reader> Readers(Guid caseId) =>
    [
        Reader.Public,
        .. Organisations.Select(Reader.OfOrganisation),
        .. People.Select(p => p.Organisation is { } o ? Reader.Member(p.Person, o) : Reader.Guest(p.Person, caseId)),
    ];

    /// <param name="checkedByDoor">Only what its author could write by what they see; otherwise anything, references to nothing included.</param>
    public CaseLog Draw(int lines, bool checkedByDoor)
    {
        var log = CaseLog.Of(Desk.Id(_random.Next(1, 1 << 30)));
        var bytes = new SeededBytes(seed);
        log = log.With(Draft(new CaseOpened { Title = Word(), From = Maybe(new MessageLink(NewId(), NewId(), Word())), Language = Maybe("fr") }, Open()), _clock, bytes);
        for (var tries = 0; log.Events.Count < lines && tries < lines * 20; tries++)
        {
            _clock.Now += TimeSpan.FromSeconds(_random.Next(0, 7200));
            var author = Pick(People);
            var reader = author.Organisation is { } o ? Reader.Member(author.Person, o) : Reader.Guest(author.Person, log.Id);
            var view = CaseView.For(log, reader);
            if (checkedByDoor && view is null)
            {
                continue;
            }

            var known = checkedByDoor ? view! : WholeView(log);
            var draft = Draft(Fact(known), Marking()) with
            {
                Author = Desk.By(author.Person, author.Organisation, _random.Next(4) == 0),
                HappenedAt = Maybe(_clock.Now.AddMinutes(-_random.Next(1, 9999))),
                KnewAt = Maybe(_clock.Now),
            };
            if (!checkedByDoor || view!.Faults(draft).Count == 0)
            {
                log = log.With(draft, _clock, bytes);
            }
        }

        return log;
    }

    static CaseView WholeView(CaseLog log) => new() { CaseId = log.Id, Events = log.Events, State = CaseState.Of(log.Events) };

    CaseDraft Draft(CaseFact fact, Marked marking) => new() { Id = NewId(), Author = Desk.By(People[0].Person, People[0].Organisation), Marking = marking, Fact = fact };

    Guid NewId() => Desk.Id(_ids++);

    string Word() => $"mot{_ids++}\u00E9\u2019\U0001F600\"\\\n fin";

    T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    T Any<T>() where T : struct, Enum => Pick(Enum.GetValues<T>());

    T? Maybe<T>(T value) => _random.Next(2) == 0 ? value : default;

    DateTimeOffset? Maybe(DateTimeOffset value) => _random.Next(2) == 0 ? value : null;

    IReadOnlyList<T> Some<T>(IEnumerable<T> items, int most = 3) => [.. items.OrderBy(_ => _random.Next()).Take(_random.Next(most + 1))];

    Marked Open() => _random.Next(4) switch
    {
        0 => new() { Tlp = Tlp.Clear, Audience = Audience.World },
        1 => new() { Tlp = Tlp.Green, Audience = Audience.Community },
        _ => new() { Tlp = Tlp.Amber, Audience = new() { Circles = [Circle.Of(Some(Organisations, 4).Append(Organisations[0]), Some(People.Select(p => p.Person), 4))] } },
    };

    /// <summary>Often that of a quote: two markings together.</summary>
    Marked Marking() => _random.Next(4) == 0 ? OneMarking().And(OneMarking()) : OneMarking();

    Marked OneMarking()
    {
        var tlp = Any<Tlp>();
        return new()
        {
            Tlp = tlp,
            Audience = _random.Next(3) == 0 ? null : tlp switch
            {
                Tlp.Clear or Tlp.Green => Audience.Community,
                Tlp.Red => Audience.OfPeople(Some(People.Select(p => p.Person), 5)),
                Tlp.Amber or Tlp.AmberStrict => Audience.Of(Some(Organisations)),
            },
        };
    }

    Observable Seen(ObservableKind? kind = null) => (kind ?? Any<ObservableKind>()) switch
    {
        ObservableKind.Url => Observable.Read(ObservableKind.Url, $"https://site{_random.Next(9)}.example.org/page?id={_random.Next(9)}")!,
        ObservableKind.Domain => Observable.Read(ObservableKind.Domain, $"site{_random.Next(9)}.example.org")!,
        ObservableKind.Account => Observable.Read(ObservableKind.Account, $"compte{_random.Next(9)}", Pick(["x", "telegram", "forum.example"]))!,
        ObservableKind.Hashtag => Observable.Read(ObservableKind.Hashtag, $"mot{_random.Next(9)}")!,
    };

    string Sha() => Convert.ToHexStringLower(Enumerable.Range(0, 32).Select(_ => (byte)_random.Next(256)).ToArray());

    string Criterion() => Pick([Convention.Massive, Convention.Artificial, Convention.Misleading, Convention.Foreign, Convention.Harmful, "hostile-purpose"]);

    CaseFact Fact(CaseView known)
    {
        var state = known.State;
        var lines = known.Events.Where(e => e.Fact.Amends is null).Select(e => e.Id).ToList();
        var sure = Any<Stand>();
        Guid One(IEnumerable<Guid> ids) => ids.ToList() is { Count: > 0 } some ? Pick(some) : NewId();
        return _random.Next(36) switch
        {
            0 => new CaseTitled { Title = Word() },
            1 => new PhaseEntered { Phase = Any<CasePhase>(), Why = Maybe(Word()) },
            2 => new CaseClosed { Outcome = Any<CaseOutcome>(), Why = Word() },
            3 => new CaseReopened { Why = Word() },
            4 => new CaseJoined { Other = NewId(), GoesOnHere = _random.Next(2) == 0, Why = Word() },
            5 or 6 => new MarkingChanged { Target = One(lines), To = Pick(lines) == lines[0] ? Open() : Marking(), Why = Word() },
            7 => new Withdrawn { Target = One(lines.Skip(1)), Why = Word() },
            8 => new SectionWritten { Section = Any<Section>(), Text = Word(), Quotes = Some(lines) },
            9 => new TechniqueNoted { Technique = Pick(["T0049", "T0049.003"]), Name = Maybe(Word()), Why = Word(), Shown = Some(lines) },
            10 => new TimelineNoted { Text = Word(), Until = Maybe(_clock.Now), Shown = Some(lines) },
            11 => new ThingLinked { Kind = Any<ThingKind>(), Href = "/encyclopedie/" + _random.Next(9), Label = Word() },
            12 or 13 => new CriterionAssessed { Criterion = Criterion(), Stand = sure, Confidence = sure is Stand.Unknown ? null : Estimate.Likely + _random.Next(3), Why = Word(), Shown = Some(lines) },
            14 or 15 => new ArgumentMade { Stance = Any<Stance>(), Text = Word(), Criterion = Maybe(Criterion()), ReplyTo = _random.Next(2) == 0 ? null : One(state.Arguments.Select(a => a.Id)), Shown = Some(lines) },
            16 or 17 => new ObservableNoted { Observable = Seen(), Found = Maybe(Word()), Note = Maybe(Word()) },
            18 => new EvidenceKept { FileName = Word(), MediaType = "image/png", Size = _random.Next(1, 9999), Sha256 = Sha(), PerceptualHash = Maybe("00ff00ff00ff00ff"), SourceUrl = Maybe("https://example.org/" + _random.Next(9)), Method = Maybe(Word()) },
            19 => new EvidenceHandled { Evidence = One(state.Evidence.Select(e => e.Kept.Id)), Handling = Any<Handling>(), Note = Maybe(Word()) },
            20 => new DecisionTaken { What = Word(), Why = Word(), Shown = Some(lines) },
            21 => new ReactionProposed { Option = Any<ReactionOption>(), Text = Word(), Backfire = Word(), BackfireChance = Any<Estimate>(), Owner = _random.Next(2) == 0 ? null : Pick(People).Person },
            22 => new ReactionDecided { Reaction = One(state.Reactions.Select(r => r.Proposed.Id)), Verdict = Any<Verdict>(), Why = Word(), Owner = Pick(People).Person, DueAt = Maybe(_clock.Now.AddDays(1)) },
            23 when _random.Next(2) == 0 => new ExposureEstimated { Reaction = One(state.Reactions.Select(r => r.Proposed.Id)), Moment = Any<ExposureMoment>(), Low = 10, High = 10 + _random.Next(99), Source = Word(), On = new(2026, 11, 1 + _random.Next(28)), Role = Word() },
            23 => new ReactionEnded { Reaction = One(state.Reactions.Select(r => r.Proposed.Id)), Outcome = Any<Outcome>(), Text = Word() },
            24 => new RunStarted { Practice = "verifier-une-image", Version = _random.Next(1, 9), Title = Word(), Href = "/encyclopedie/verifier-une-image", Language = Any<Lang>(), Steps = [Step("a"), Step("b")] },
            25 => new RunStepSet { Run = One(state.Runs.Select(r => r.Started.Id)), Step = Pick(["a", "b"]), State = Any<StepState>(), Owner = Pick(People).Person, DueAt = Maybe(_clock.Now), Result = Word(), Shown = Some(lines) },
            26 => new RunEnded { Run = One(state.Runs.Select(r => r.Started.Id)), Outcome = Any<UseOutcome>(), Note = Maybe(Word()), PublicNote = Maybe(Word()) },
            27 => new AttributionProposed { Actor = Word(), Country = Maybe("RU"), Confidence = Any<Estimate>(), Why = Word(), Alternatives = [new(Word(), Word(), Any<Estimate>())], Shown = Some(lines), Imported = _clock.Now.Minute % 4 == 0 ? true : null },
            28 => new AttributionBacked { Attribution = One(state.Attributions.Select(a => a.Proposed.Id)), Why = Word(), Imported = _clock.Now.Minute % 4 == 0 ? true : null },
            29 => new RetrospectiveWritten { Worked = Word(), Failed = Word(), Lessons = Word(), Edits = [new("verifier-une-image", 2, "/encyclopedie/propositions/3")] },
            30 => _random.Next(2) == 0
                ? new DossierSent { Platform = Word(), Rule = Word(), Text = Word(), SentAt = _clock.Now, Accounts = [Seen(ObservableKind.Account)], Evidence = Some(state.Evidence.Select(e => e.Kept.Id)) }
                : new DossierAnswered { Dossier = One(state.Dossiers.Select(d => d.Sent.Id)), Answer = Any<PlatformAnswer>(), AnsweredAt = _clock.Now, Text = Maybe(Word()) },
            31 or 32 or 33 => state.Alerts.IsEmpty || _random.Next(3) == 0
                ? new AlertSent { Summary = Word(), ActionAsked = Word(), Owner = Pick(People).Person, To = [Pick(Organisations)], Shown = Some(lines) }
                : new AlertAcknowledged { Alert = One(state.Alerts.Select(a => a.Sent.Id)), Note = Maybe(Word()) },
            _ => _random.Next(2) == 0
                ? new ReuseTold { Sector = Any<Sector>(), By = Word(), What = Word() }
                : new CaseExported { Format = "json", For = Word(), Sha256 = Sha() },
        };
    }

    RunStep Step(string id) => new()
    {
        Id = id,
        Act = Word(),
        Expected = Word(),
        Role = "analyst",
        RoleLabel = "analyste",
        DueHours = 4,
        DueAt = _clock.Now.AddHours(4),
        Blocking = _random.Next(2) == 0,
        Tools = [new("loupe", "Loupe", "/encyclopedie/loupe", Maybe("https://example.org/?u={value}"))],
    };
}
