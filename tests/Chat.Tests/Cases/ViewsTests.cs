using Beffroi.Chat.Cases;

namespace Beffroi.Chat.Tests.Cases;

public sealed class ViewsTests
{
    static readonly Marked Community = new() { Tlp = Tlp.Green, Audience = Audience.Community };

    static ObservableNoted Tag(string word) => new() { Observable = Observable.Read(ObservableKind.Hashtag, word)! };

    static Desk Judge(Desk desk, Author? author = null, params IEnumerable<string> criteria)
    {
        foreach (var criterion in criteria)
        {
            desk.Write(new CriterionAssessed { Criterion = criterion, Stand = Stand.Yes, Confidence = Estimate.Likely, Why = "x" }, author: author);
        }

        return desk;
    }

    static readonly string[] Five = [.. Convention.Five.Criteria.Select(c => c.Key)];

    [Fact]
    public void A_case_from_a_message_keeps_the_link_back_the_higher_marking_and_what_was_in_it()
    {
        var message = new MessageLink(Desk.Id(31), Desk.Id(32), "\n Regardez https://twitter.com/Faux/status/1 #Fraude\nsuite");
        var draft = Opening.FromMessage(Desk.Id(1), message, Desk.Amber(Desk.Ministry, Desk.Ngo), Community, Desk.By(Desk.Anna, Desk.Ministry));
        var opened = Assert.IsType<CaseOpened>(draft.Fact);
        Assert.Equal(message, opened.From);
        Assert.Equal("Regardez https://twitter.com/Faux/status/1 #Fraude", opened.Title);
        Assert.Equal(Tlp.Amber, draft.Marking.Tlp);
        Assert.True(draft.Marking.Audience!.Holds(Reader.OfOrganisation(Desk.Ngo), Tlp.Green));
        Assert.False(draft.Marking.Audience!.Holds(Reader.OfOrganisation(Desk.Lab), Tlp.Green));
        Assert.Equal(["Url::https://x.com/faux/status/1", "Account:x:faux", "Hashtag::fraude"], Opening.Observables(message).Select(o => o.Observable.Key));
        var cut = (CaseOpened)Opening.FromMessage(Desk.Id(1), message with { Text = string.Concat(Enumerable.Repeat("mots ", 40)) }, Community, Community, draft.Author).Fact;
        Assert.InRange(cut.Title.Length, 70, 80);
        Assert.EndsWith("mots…", cut.Title, StringComparison.Ordinal);
        var solid = (CaseOpened)Opening.FromMessage(Desk.Id(1), message with { Text = string.Concat(Enumerable.Repeat("\U0001F600", 90)) }, Community, Community, draft.Author).Fact;
        Assert.DoesNotContain(solid.Faults(new(), draft), f => f.Field == "Title");
    }

    [Fact]
    public void A_timeline_has_two_clocks_and_each_orders_it()
    {
        var desk = Desk.Opened();
        var start = Desk.Start;
        desk.After(TimeSpan.FromHours(5));
        desk.Write(new TimelineNoted { Text = "premier" }, null, out var first, happened: start.AddDays(-9), knew: start.AddHours(4));
        desk.Write(new TimelineNoted { Text = "second" }, null, out var second, happened: start.AddDays(-2), knew: start.AddHours(3));
        desk.Write(new TimelineNoted { Text = "faux" }, null, out var wrong, happened: start.AddDays(-3));
        desk.Write(new Withdrawn { Target = wrong, Why = "x" }).Write(new CaseTitled { Title = "Ni l’un ni l’autre" });
        desk.Write(new DecisionTaken { What = "x", Why = "y" }, null, out var decision);
        var opening = desk.Log.Events[0].Id;
        var happened = CaseTimeline.Of(desk.See(), Clock.Happened);
        Assert.Equal([first, second, opening, decision], happened.Select(e => e.Id));
        Assert.Equal([opening, second, first, decision], CaseTimeline.Of(desk.See(), Clock.Knew).Select(e => e.Id));
        Assert.Equal(TimeSpan.FromDays(9) + TimeSpan.FromHours(4), happened[0].Lag);
        Assert.Null(happened[3].Lag);
        Assert.Equal(start.AddHours(5), happened[0].WrittenAt);
    }

    [Fact]
    public void What_waits_in_a_case_is_listed_until_somebody_does_it()
    {
        var desk = Judge(Desk.Opened(), null, Five[..4]);
        desk.Write(new ArgumentMade { Stance = Stance.Question, Text = "Qui a commencé ?" }, null, out var question);
        desk.Write(new ReactionProposed { Option = ReactionOption.Denial, Text = "Démentir", Backfire = "y", BackfireChance = Estimate.Unlikely, Owner = Desk.Anna }, null, out var reaction);
        IEnumerable<(OpenReason, string)> Open() => OpenPoints.Of(desk.See(), Convention.Five, desk.Clock.Now).Select(p => (p.Reason, p.Words));
        Assert.Equal([(OpenReason.Question, "Qui a commencé ?"), (OpenReason.Criterion, Five[4]), (OpenReason.Reaction, "Démentir")], Open());
        desk.Write(new ArgumentMade { Stance = Stance.For, Text = "Ce compte", ReplyTo = question }).Write(new ReactionDecided { Reaction = reaction, Verdict = Verdict.Taken, Why = "x" });
        Judge(desk, null, Five[4]);
        Assert.Equal([(OpenReason.Result, "Démentir")], Open());
        desk.Write(new ReactionEnded { Reaction = reaction, Outcome = Outcome.Worked, Text = "x" });
        Assert.Empty(Open());
        desk.Write(new ArgumentMade { Stance = Stance.Question, Text = "Encore ?" }).Write(new CaseClosed { Outcome = CaseOutcome.Reacted, Why = "x" });
        Assert.Empty(Open());
    }

    [Fact]
    public void A_manipulation_is_qualified_since_the_five_hold_without_a_break()
    {
        var desk = Judge(Desk.Opened().After(TimeSpan.FromHours(1)), null, Five);
        PhaseTimes Times() => PhaseTimes.Of(desk.Log.Events, Convention.Five);
        Assert.Equal(TimeSpan.FromHours(1), Times().ToQualify);
        desk.After(TimeSpan.FromHours(1)).Write(new CriterionAssessed { Criterion = Convention.Foreign, Stand = Stand.Unknown, Why = "x" }, null, out var doubt);
        Assert.Null(Times().QualifiedAt);
        Judge(desk.After(TimeSpan.FromHours(1)), null, Convention.Foreign);
        Assert.Equal(TimeSpan.FromHours(3), Times().ToQualify);
        desk.Write(new ReactionProposed { Option = ReactionOption.Nothing, Text = "x", Backfire = "y", BackfireChance = Estimate.Unlikely }, null, out var reaction);
        desk.After(TimeSpan.FromHours(2)).Write(new ReactionDecided { Reaction = reaction, Verdict = Verdict.Later, Why = "x" });
        Assert.Null(Times().ReactedAt);
        desk.After(TimeSpan.FromHours(2)).Write(new ReactionDecided { Reaction = reaction, Verdict = Verdict.Taken, Why = "x" });
        Assert.Equal(TimeSpan.FromHours(4), Times().ToReact);
        desk.Write(new Withdrawn { Target = doubt, Why = "Erreur" });
        Assert.Equal(TimeSpan.FromHours(1), Times().ToQualify);
    }

    [Fact]
    public void A_manipulation_counts_once_across_organisations_and_only_when_qualified_on_the_five()
    {
        // Two organisations, one manipulation: each holds a part of the five; a third, joined to the second by its own log.
        var one = Judge(Desk.Opened(), null, Five[..3]);
        var other = Opened(Desk.Ngo, Desk.Bilal, 2);
        other = other.With(Draft(new CriterionAssessed { Criterion = Five[3], Stand = Stand.Yes, Confidence = Estimate.Likely, Why = "x" }, 21), new SetClock { Now = Desk.Start.AddHours(2) }, new SeededBytes(2));
        other = other.With(Draft(new CriterionAssessed { Criterion = Five[4], Stand = Stand.Yes, Confidence = Estimate.Likely, Why = "x" }, 22), new SetClock { Now = Desk.Start.AddHours(6) }, new SeededBytes(2));
        var third = Opened(Desk.Lab, Desk.David, 3);
        CaseLog[] apart = [one.Log, other, third];
        var counted = Manipulations.Of(apart);
        Assert.Equal((3, 0, 0), (counted.Detected, counted.Qualified, counted.Reacted));
        Assert.Null(counted.MedianToQualify);
        one.Write(new CaseJoined { Other = other.Id, GoesOnHere = true, Why = "Mêmes comptes" });
        third = third.With(Draft(new CaseJoined { Other = other.Id, GoesOnHere = false, Why = "x" }, 23), new SetClock { Now = Desk.Start.AddHours(7) }, new SeededBytes(2));
        third = third.With(Draft(new ReuseTold { Sector = Sector.Research, By = "Un laboratoire", What = "La liste des comptes" }, 24), new SetClock { Now = Desk.Start.AddHours(7) }, new SeededBytes(2));
        var no = Opened(Desk.Paper, Desk.Chloe, 4);
        no = no.With(Draft(new CaseClosed { Outcome = CaseOutcome.NotManipulation, Why = "Satire" }, 25), new SetClock { Now = Desk.Start.AddHours(1) }, new SeededBytes(2));
        counted = Manipulations.Of([one.Log, other, third, no]);
        Assert.Equal((1, 1, 0), (counted.Detected, counted.Qualified, counted.Reacted));
        Assert.Equal(TimeSpan.FromHours(6), counted.MedianToQualify);
        Assert.Equal([0, 0, 0, 1], Enum.GetValues<Sector>().Select(s => counted.Reuses[s]));

        static CaseDraft Draft(CaseFact fact, int id) => new() { Id = Desk.Id(id), Author = Desk.By(Desk.Bilal, Desk.Ngo), Marking = Desk.Green, Fact = fact };
    }

    [Fact]
    public void Medians_are_over_what_was_reached()
    {
        var logs = new List<CaseLog>();
        foreach (var (hours, i) in new[] { 1, 3, 20, 5 }.Select((h, i) => (h, i)))
        {
            var log = Opened(Desk.Ngo, Desk.Bilal, 40 + i);
            foreach (var (criterion, c) in Five.Select((f, c) => (f, c)))
            {
                log = log.With(
                    new() { Id = Desk.Id(600 + (10 * i) + c), Author = Desk.By(Desk.Bilal, Desk.Ngo), Marking = Desk.Green, Fact = new CriterionAssessed { Criterion = criterion, Stand = Stand.Yes, Confidence = Estimate.Likely, Why = "x" } },
                    new SetClock { Now = Desk.Start.AddHours(hours) },
                    new SeededBytes(1));
            }

            logs.Add(log);
        }

        logs.Add(Opened(Desk.Ngo, Desk.Bilal, 50));
        var counted = Manipulations.Of(logs);
        Assert.Equal((5, 4), (counted.Detected, counted.Qualified));
        Assert.Equal(TimeSpan.FromHours(4), counted.MedianToQualify);
        Assert.Null(counted.MedianToReact);
    }

    [Fact]
    public void Cases_with_the_same_observable_are_proposed_to_be_joined_to_who_may_read_both()
    {
        var mine = Desk.Opened().Write(new ObservableNoted { Observable = Observable.Read(ObservableKind.Url, "https://www.example.org/a?utm_source=x")! }).Write(Tag("fraude")).Write(new ObservableNoted { Observable = Observable.Read(ObservableKind.Domain, "x.com")! });
        var open = Noted(Opened(Desk.Ngo, Desk.Bilal, 61), new ObservableNoted { Observable = Observable.Read(ObservableKind.Url, "http://m.example.org/a/#top")! }, Tag("#Fraude"));
        var one = Noted(Opened(Desk.Ngo, Desk.Bilal, 62), Tag("fraude"));
        var file = new EvidenceKept { FileName = "a.png", MediaType = "image/png", Size = 3, Sha256 = new('a', 64) };
        mine.Write(file);
        open = Noted(open, file with { FileName = "b.png" });
        var crowded = Noted(Opened(Desk.Ngo, Desk.Bilal, 63), new ObservableNoted { Observable = Observable.Read(ObservableKind.Domain, "x.com")! });
        var closed = Noted(Opened(Desk.Ngo, Desk.Bilal, 64, Desk.Amber(Desk.Ngo)), Tag("fraude"));
        CaseLog[] logs = [mine.Log, one, open, crowded, closed];
        IReadOnlyList<JoinProposal> Proposed(Guid person, Guid organisation)
        {
            var views = logs.Select(l => CaseView.For(l, Reader.Member(person, organisation))).OfType<CaseView>().ToList();
            return JoinProposals.Of(views[0], views);
        }

        Assert.Equal([open.Id, one.Id], Proposed(Desk.Anna, Desk.Ministry).Select(p => p.CaseId));
        Assert.Equal(2, Proposed(Desk.Anna, Desk.Ministry)[0].Shared.Count);
        Assert.Equal(new('a', 64), Assert.Single(Proposed(Desk.Anna, Desk.Ministry)[0].Evidence));
        Assert.Equal(3, Proposed(Desk.Bilal, Desk.Ngo).Count);
        mine.Write(new CaseJoined { Other = open.Id, GoesOnHere = true, Why = "x" });
        logs[0] = mine.Log;
        Assert.Equal([one.Id], Proposed(Desk.Anna, Desk.Ministry).Select(p => p.CaseId));
    }

    [Fact]
    public void Where_the_other_case_is_hidden_its_owner_alone_is_told_and_never_of_what_is_red()
    {
        var closed = Noted(Opened(Desk.Ngo, Desk.Bilal, 64, Desk.Amber(Desk.Ngo)), Tag("fraude"));
        var open = Noted(Opened(Desk.Paper, Desk.Chloe, 65), Tag("fraude"));
        var desk = Desk.Opened(Desk.Amber(Desk.Ministry)).Write(Tag("fraude"), new() { Tlp = Tlp.Amber });
        IReadOnlyList<(Guid, Guid)> Told(Desk d) => JoinProposals.ToTell(d.Log, d.Log.Events[^1], Reader.Member(Desk.Anna, Desk.Ministry), [closed, open, d.Log]);
        Assert.Equal([(Desk.Ngo, closed.Id)], Told(desk));
        Assert.Empty(Told(desk.Write(Tag("autre"), new() { Tlp = Tlp.Amber })));
        Assert.Empty(Told(desk.Write(Tag("fraude"), new() { Tlp = Tlp.Red, Audience = Audience.OfPeople(Desk.Anna) })));
        // They read the line itself: there is nothing more to tell.
        Assert.Empty(Told(Desk.Opened().Write(Tag("fraude"))));
    }

    [Fact]
    public void An_alert_carries_a_minimal_case_and_nothing_that_others_brought_in_confidence()
    {
        var desk = Judge(Desk.Opened(Desk.Amber(Desk.Ministry, Desk.Ngo)), null, Convention.Massive);
        var judged = desk.Log.Events[^1].Id;
        desk.Write(Tag("fraude"), Desk.Amber(Desk.Ministry), out var tag);
        desk.Write(new SectionWritten { Section = Section.Behaviour, Text = "Deux cents comptes", Quotes = [tag, judged] }, Desk.Amber(Desk.Ministry), out var section);
        desk.Write(Tag("cache"), Desk.Amber(Desk.Ministry, Desk.Ngo), out var theirs, Desk.By(Desk.Bilal, Desk.Ngo));
        desk.Write(new SectionWritten { Section = Section.Effect, Text = "D’après l’ONG", Quotes = [theirs] }, Desk.Amber(Desk.Ministry, Desk.Ngo), out var after);
        desk.Write(new DecisionTaken { What = "interne", Why = "x" }, Desk.Amber(Desk.Ministry), out var decision);
        var alert = new AlertSent { Summary = "Alerte", ActionAsked = "Ne pas reprendre", Owner = Desk.Anna, To = [Desk.Paper], Shown = [section, theirs] };
        var next = 9_000;
        var minimal = MinimalCase.Of(desk.See(), [judged, tag, section, theirs, after, decision], "Alerte", alert, Desk.Amber(Desk.Ministry, Desk.Paper), Desk.By(Desk.Anna, Desk.Ministry), () => Desk.Id(next++));
        Assert.Equal([theirs, after], minimal.Refused);
        var log = minimal.Drafts.Aggregate(CaseLog.Of(Desk.Id(8_999)), (l, d) => l.With(d, desk.Clock, new SeededBytes(3)));
        var seen = CaseView.For(log, Reader.Member(Desk.Chloe, Desk.Paper))!;
        Assert.Equal(minimal.Drafts.Count, seen.Events.Count);
        Assert.Equal(["CaseOpened", "CriterionAssessed", "ObservableNoted", "SectionWritten", "AlertSent"], seen.Events.Select(e => e.Fact.GetType().Name));
        Assert.Equal(2, seen.State.Sections[Section.Behaviour].Fact.Quotes.Count);
        Assert.Single(seen.State.Alerts[0].Sent.Fact.Shown);
        var text = CaseJson.Write(seen);
        Assert.All(desk.Log.Events, e => Assert.DoesNotContain(e.Id.ToString(), text, StringComparison.Ordinal));
        Assert.Equal(1, Manipulations.Of([desk.Log, log]).Detected);
        // What goes is what the door of the new case lets in.
        var door = CaseView.For(CaseLog.Of(log.Events.Take(4)), Reader.Member(Desk.Anna, Desk.Ministry))!;
        Assert.Empty(door.Faults(minimal.Drafts[^1]));
    }

    static CaseLog Opened(Guid organisation, Guid person, int id, Marked? marking = null) => CaseLog.Of(Desk.Id(id)).With(
        new() { Id = Desk.Id(700 + id), Author = Desk.By(person, organisation), Marking = marking ?? Community, Fact = new CaseOpened { Title = "Autre" } },
        new SetClock { Now = Desk.Start },
        new SeededBytes(id));

    static CaseLog Noted(CaseLog log, params IEnumerable<CaseFact> facts) => facts.Aggregate(log, (l, fact) => l.With(
        new() { Id = Desk.Id(2_000 + l.Events.Count), Author = l.Events[0].Author, Marking = new() { Tlp = l.Events[0].Marking.Tlp }, Fact = fact },
        new SetClock { Now = Desk.Start },
        new SeededBytes(9)));
}
