using Beffroi.Chat.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat.Tests.Cases;

public sealed class DoorTests
{
    static readonly Author OfNgo = Desk.By(Desk.Bilal, Desk.Ngo), OfPaper = Desk.By(Desk.Chloe, Desk.Paper);

    static readonly CriterionAssessed Massive = new() { Criterion = Convention.Massive, Stand = Stand.Yes, Confidence = Estimate.Likely, Why = "200 comptes en une heure" };

    [Fact]
    public void A_line_that_one_cannot_read_is_refused_as_one_that_does_not_exist()
    {
        var desk = Desk.Opened();
        desk.Write(new ArgumentMade { Stance = Stance.For, Text = "x" }, Desk.Amber(Desk.Ministry), out var hidden);
        var before = desk.See(Desk.Bilal, Desk.Ngo);
        ArgumentMade Reply(Guid to) => new() { Stance = Stance.Against, Text = "y", ReplyTo = to };
        Assert.Equal(before.Faults(desk.Draft(Reply(Desk.Id(77)), author: OfNgo)), before.Faults(desk.Draft(Reply(hidden), author: OfNgo)));
        Assert.NotEmpty(desk.Wrong(Reply(hidden), author: OfNgo));
        Assert.Empty(desk.Wrong(Reply(hidden)));
    }

    [Theory]
    [InlineData(Tlp.Clear, true, true, true)]
    [InlineData(Tlp.Green, false, true, true)]
    [InlineData(Tlp.Amber, false, false, true)]
    [InlineData(Tlp.AmberStrict, false, false, true)]
    [InlineData(Tlp.Red, false, false, false)]
    public void A_level_bounds_the_circle_that_may_be_asked_for(Tlp tlp, bool world, bool community, bool organisations)
    {
        bool Right(Audience audience) => !Desk.Opened().Wrong(new CaseTitled { Title = "x" }, new() { Tlp = tlp, Audience = audience }).Any();
        Assert.Equal(world, Right(Audience.World));
        Assert.Equal(community, Right(Audience.Community));
        Assert.Equal(organisations, Right(Audience.Of(Desk.Ngo)));
        Assert.True(Right(Audience.OfPeople(Desk.Bilal)));
    }

    [Fact]
    public void The_source_alone_widens_and_the_organisation_of_the_case_may_only_restrict()
    {
        var desk = Desk.Opened();
        desk.Write(new DecisionTaken { What = "x", Why = "y" }, Desk.Amber(Desk.Ministry, Desk.Ngo, Desk.Paper), out var theirs, OfNgo);
        MarkingChanged To(Marked marking) => new() { Target = theirs, To = marking, Why = "z" };
        Assert.Empty(desk.Wrong(To(Desk.Green), author: OfNgo));
        Assert.NotEmpty(desk.Wrong(To(Desk.Green)));
        Assert.NotEmpty(desk.Wrong(To(Desk.Amber(Desk.Ministry, Desk.Lab))));
        Assert.NotEmpty(desk.Wrong(To(new() { Tlp = Tlp.AmberStrict })));
        Assert.Empty(desk.Wrong(To(Desk.Amber(Desk.Ministry, Desk.Ngo))));
        Assert.Empty(desk.Wrong(To(new() { Tlp = Tlp.AmberStrict, Audience = Audience.Of(Desk.Ministry, Desk.Ngo, Desk.Paper) })));
        Assert.NotEmpty(desk.Wrong(To(Desk.Amber(Desk.Ministry)), author: OfPaper));
        Assert.Empty(desk.Wrong(new Withdrawn { Target = theirs, Why = "z" }, author: OfNgo));
        Assert.NotEmpty(desk.Wrong(new Withdrawn { Target = theirs, Why = "z" }));
    }

    [Fact]
    public void The_opening_is_not_taken_back_nor_what_takes_back()
    {
        var desk = Desk.Opened();
        Assert.NotEmpty(desk.Wrong(new Withdrawn { Target = desk.Log.Events[0].Id, Why = "z" }));
        desk.Write(new CaseTitled { Title = "x" }, null, out var title).Write(new Withdrawn { Target = title, Why = "z" }, null, out var back);
        Assert.NotEmpty(desk.Wrong(new Withdrawn { Target = back, Why = "z" }));
        Assert.NotEmpty(desk.Wrong(new MarkingChanged { Target = back, To = Desk.Green, Why = "z" }));
        Assert.Equal("Une campagne", desk.See().State.Title);
    }

    [Fact]
    public void A_run_follows_its_steps_and_a_blocking_one_keeps_the_next_waiting()
    {
        var process = new Process
        {
            Key = "verifier",
            Version = 3,
            Title = "Vérifier une image",
            Href = "/encyclopedie/verifier?version=3",
            Steps =
            [
                new() { Id = "capture", Act = "Capturer la page", Expected = "Une copie", Role = "analyst", RoleLabel = "analyste", DueHours = 2, Blocking = true, Tools = [new("loupe", "Loupe", "/loupe", "https://tool.example/?u={value}")] },
                new() { Id = "search", Act = "Chercher l’image", Expected = "Des copies", Role = "analyst", RoleLabel = "analyste", DueHours = null, Blocking = false, Tools = [] },
            ],
        };
        var desk = Desk.Opened();
        desk.Write(RunStarted.Of(process, Lang.French, desk.Clock.Now), null, out var run);
        RunFile Run() => Assert.Single(desk.See().State.Runs);
        RunStepSet Set(string step, StepState state, string? result = null) => new() { Run = run, Step = step, State = state, Result = result };
        Assert.Equal("capture", Run().Blocking!.Step.Id);
        Assert.Contains("State", desk.Wrong(Set("search", StepState.Doing)));
        Assert.Contains("Fact", desk.Wrong(Set("nothing", StepState.Done)));
        Assert.Contains("Result", desk.Wrong(Set("capture", StepState.Skipped)));
        Assert.False(Run().Steps[0].IsLate(Desk.Start.AddHours(2)));
        Assert.True(Run().Steps[0].IsLate(Desk.Start.AddHours(2).AddSeconds(1)));
        Assert.Equal("https://tool.example/?u=https%3A%2F%2Fexample.org%2F%3Fa%3D1", Run().Steps[0].Step.Tools[0].OpenOn(Observable.Read(ObservableKind.Url, "http://example.org/?a=1")!));
        desk.Write(Set("capture", StepState.Doing) with { Owner = Desk.Bilal }).Write(Set("capture", StepState.Done, "copie n° 4"));
        Assert.Null(Run().Blocking);
        Assert.Equal((StepState.Done, Desk.Bilal, 1), (Run().Steps[0].State, Run().Steps[0].Owner!.Value, Run().Over));
        Assert.Empty(desk.Wrong(Set("search", StepState.Done)));
        desk.After(TimeSpan.FromHours(1)).Write(new RunEnded { Run = run, Outcome = UseOutcome.Partly, Note = "secret", PublicNote = "Trop long" });
        Assert.Contains("Run", desk.Wrong(Set("search", StepState.Done)));
        var use = Run().UseAt(Tlp.Green);
        Assert.Equal(("verifier", 3, Desk.Start, Desk.Start.AddHours(1), UseOutcome.Partly, "Trop long"), (use.Key, use.Version, use.StartedAt, use.EndedAt, use.Outcome, use.PublicNote));
        Assert.Equal([("capture", true, 2), ("search", false, (int?)null)], Run().AsEdit(Desk.Anna, "x").Steps.Select(s => (s.Id!, s.Blocking, s.DueHours)));
    }

    [Fact]
    public void A_reaction_says_what_may_backfire_who_does_it_and_what_came_of_it_and_to_do_nothing_is_one()
    {
        var desk = Desk.Opened();
        var nothing = new ReactionProposed { Option = ReactionOption.Nothing, Text = "Laisser passer", Backfire = "Elle peut grossir seule", BackfireChance = Estimate.Unlikely };
        Assert.Contains("Backfire", desk.Wrong(nothing with { Backfire = "" }));
        desk.Write(nothing, null, out var first);
        desk.Write(nothing with { Option = ReactionOption.Denial, Text = "Démentir" }, null, out var second);
        Assert.Contains("Reaction", desk.Wrong(new ReactionEnded { Reaction = second, Outcome = Outcome.Backfired, Text = "x" }));
        Assert.Contains("Owner", desk.Wrong(new ReactionDecided { Reaction = second, Verdict = Verdict.Taken, Why = "x" }));
        Assert.Empty(desk.Wrong(new ReactionDecided { Reaction = first, Verdict = Verdict.Taken, Why = "x" }));
        desk.Write(new ReactionDecided { Reaction = second, Verdict = Verdict.Later, Why = "Attendre" });
        desk.Write(new ReactionDecided { Reaction = second, Verdict = Verdict.Taken, Why = "Elle grossit", Owner = Desk.Chloe });
        desk.Write(new ReactionEnded { Reaction = second, Outcome = Outcome.Worked, Text = "Repris par la presse" });
        var file = desk.See().State.Reactions[1];
        Assert.Equal((Verdict.Taken, Desk.Chloe, Outcome.Worked, 2), (file.Decision!.Fact.Verdict, file.Owner!.Value, file.End!.Fact.Outcome, file.Decisions.Count));
        Assert.Null(desk.See().State.Reactions[0].Decision);
    }

    [Fact]
    public void An_attribution_stands_on_two_named_analysts_and_another_hypothesis()
    {
        var desk = Desk.Opened();
        var proposed = new AttributionProposed { Actor = "Un service", Country = "XX", Confidence = Estimate.Likely, Why = "Infrastructure commune", Alternatives = [new("Un imitateur", "Outils privés", Estimate.Unlikely)] };
        Assert.Contains("Alternatives", desk.Wrong(proposed with { Alternatives = [] }));
        Assert.Contains("Author", desk.Wrong(proposed, author: Desk.By(Desk.Anna, Desk.Ministry, masked: true)));
        Assert.Contains("Country", desk.Wrong(proposed with { Country = "fr" }));
        desk.Write(proposed, null, out var id);
        AttributionFile File() => desk.See().State.Attributions[0];
        var backed = new AttributionBacked { Attribution = id, Why = "Vu aussi" };
        Assert.False(File().Stands);
        Assert.Contains("Attribution", desk.Wrong(backed));
        Assert.Contains("Author", desk.Wrong(backed, author: Desk.By(Desk.Bilal, Desk.Ngo, masked: true)));
        // Written anyway, by the same person or under a mask, it does not count.
        desk.Write(backed).Write(backed, author: Desk.By(Desk.Bilal, Desk.Ngo, masked: true));
        Assert.False(File().Stands);
        Assert.Empty(desk.Wrong(backed, author: OfPaper));
        desk.Write(backed, author: OfPaper);
        Assert.True(File().Stands);
    }

    [Fact]
    public void A_dossier_takes_out_only_what_its_sender_may_share()
    {
        var desk = Desk.Opened();
        var kept = new EvidenceKept { FileName = "a.png", MediaType = "image/png", Size = 3, Sha256 = new('a', 64) };
        desk.Write(kept, Desk.Amber(Desk.Ministry, Desk.Ngo), out var theirs, OfNgo).Write(kept, Desk.Amber(Desk.Ministry), out var ours).Write(kept, Desk.Green, out var green, OfNgo);
        DossierSent With(params IReadOnlyList<Guid> evidence) => new()
        {
            Platform = "X",
            Rule = "Manipulation de la plateforme",
            Text = "x",
            SentAt = Desk.Start,
            Accounts = [Observable.Read(ObservableKind.Account, "faux", "x")!],
            Evidence = evidence,
        };
        Assert.Empty(desk.Wrong(With(ours, green)));
        Assert.Contains("Marking", desk.Wrong(With(ours, theirs)));
        Assert.Contains("Accounts", desk.Wrong(With(ours) with { Accounts = [] }));
        desk.Write(With(ours), Desk.Amber(Desk.Ministry), out var dossier);
        Assert.Contains("AnsweredAt", desk.Wrong(new DossierAnswered { Dossier = dossier, Answer = PlatformAnswer.Acted, AnsweredAt = Desk.Start.AddDays(-1) }));
        desk.Write(new DossierAnswered { Dossier = dossier, Answer = PlatformAnswer.AskedForMore, AnsweredAt = Desk.Start.AddDays(2) }, Desk.Amber(Desk.Ministry));
        desk.Write(new DossierAnswered { Dossier = dossier, Answer = PlatformAnswer.Acted, AnsweredAt = Desk.Start.AddDays(5) }, Desk.Amber(Desk.Ministry));
        Assert.Equal(TimeSpan.FromDays(2), desk.See().State.Dossiers[0].Delay);
    }

    [Fact]
    public void An_alert_rests_on_a_criterion_goes_to_readers_and_is_acknowledged_by_each()
    {
        var desk = Desk.Opened(Desk.Amber(Desk.Ministry, Desk.Ngo, Desk.Paper));
        var alert = new AlertSent { Summary = "x", ActionAsked = "Ne pas reprendre", Owner = Desk.Anna, To = [Desk.Ngo, Desk.Paper] };
        Assert.Contains("Criteria", desk.Wrong(alert, Desk.Amber(Desk.Ministry, Desk.Ngo, Desk.Paper)));
        desk.Write(Massive, Desk.Amber(Desk.Ministry));
        Assert.Empty(desk.Wrong(alert, Desk.Amber(Desk.Ministry, Desk.Ngo, Desk.Paper)));
        Assert.Contains("To", desk.Wrong(alert, Desk.Amber(Desk.Ministry, Desk.Ngo)));
        Assert.Contains("To", desk.Wrong(alert with { To = [Desk.Lab] }, Desk.Amber(Desk.Ministry, Desk.Ngo, Desk.Paper)));
        desk.Write(alert, Desk.Amber(Desk.Ministry, Desk.Ngo, Desk.Paper), out var id);
        Assert.Contains("Alert", desk.Wrong(new AlertAcknowledged { Alert = id }, new() { Tlp = Tlp.Amber }));
        Assert.Empty(desk.Wrong(new AlertAcknowledged { Alert = id }, new() { Tlp = Tlp.Amber }, OfNgo));
        desk.After(TimeSpan.FromSeconds(40)).Write(new AlertAcknowledged { Alert = id }, new() { Tlp = Tlp.Amber }, OfNgo);
        var file = desk.See().State.Alerts[0];
        Assert.Equal(TimeSpan.FromSeconds(40), file.DelayOf(Desk.Ngo));
        Assert.Null(file.DelayOf(Desk.Paper));
        Assert.Equal([Desk.Paper], file.Waiting);
    }

    [Fact]
    public void Half_characters_control_ones_and_texts_without_end_are_refused_in_words()
    {
        var desk = Desk.Opened();
        foreach (var text in new[] { "a\uD800", "\uDC00a", "a\u0000b", "a\u001Bb", new string('a', 20_001), "", " \n" })
        {
            Assert.Contains("Text", desk.Wrong(new ArgumentMade { Stance = Stance.For, Text = text }));
        }

        Assert.Empty(desk.Wrong(new ArgumentMade { Stance = Stance.For, Text = "Deux\nlignes\tet un \U0001F600" }));
    }

    [Fact]
    public void Other_fields_have_their_bounds()
    {
        var desk = Desk.Opened();
        Assert.Contains("Technique", desk.Wrong(new TechniqueNoted { Technique = "T49", Why = "x" }));
        Assert.Empty(desk.Wrong(new TechniqueNoted { Technique = "T0049.003", Why = "x" }));
        Assert.Contains("Href", desk.Wrong(new ThingLinked { Kind = ThingKind.Page, Href = "javascript:alert(1)", Label = "x" }));
        Assert.Contains("Href", desk.Wrong(new ThingLinked { Kind = ThingKind.Page, Href = "//evil.example", Label = "x" }));
        Assert.Empty(desk.Wrong(new ThingLinked { Kind = ThingKind.Ad, Href = "/publicites/12", Label = "x" }));
        Assert.Contains("Sha256", desk.Wrong(new EvidenceKept { FileName = "a", MediaType = "image/png", Size = 1, Sha256 = new('A', 64) }));
        Assert.Contains("Observable", desk.Wrong(new ObservableNoted { Observable = new() { Kind = ObservableKind.Url, Value = "https://www.example.org/" } }));
        Assert.Contains("HappenedAt", desk.Wrong(new TimelineNoted { Text = "x" }));
        Assert.Contains("Until", desk.Wrong(new TimelineNoted { Text = "x", Until = Desk.Start }, happened: Desk.Start.AddHours(1)));
        Assert.Contains("KnewAt", desk.Wrong(new DecisionTaken { What = "x", Why = "y" }, happened: Desk.Start, knew: Desk.Start.AddHours(-1)));
        Assert.Empty(desk.Wrong(new TimelineNoted { Text = "Marche annoncée" }, happened: Desk.Start.AddDays(3), knew: Desk.Start));
        Assert.Contains("Other", desk.Wrong(new CaseJoined { Other = desk.Log.Id, GoesOnHere = true, Why = "x" }));
        Assert.Contains("Fact", desk.Wrong(new CaseOpened { Title = "x" }, new() { Tlp = Tlp.Green, Audience = Audience.Community }));
        Assert.Contains(new CaseOpened { Title = "x" }.Faults(new(), desk.Draft(new CaseTitled { Title = "x" })), f => f.Field == "Marking");
    }
}
