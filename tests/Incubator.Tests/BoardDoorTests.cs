using System.Globalization;
using System.Net;
using System.Text.Json;
using Beffroi.Cli.World;
using Beffroi.Incubator.Accessibility;
using Beffroi.Incubator.Compliance;
using Beffroi.Incubator.Impact;
using Beffroi.Incubator.Securing;
using Microsoft.Extensions.DependencyInjection;
using static Beffroi.Incubator.Tests.BoardSteps;
using Actor = Beffroi.Kit.Actor;
using TestResult = Beffroi.Incubator.Compliance.TestResult;

namespace Beffroi.Incubator.Tests;

/// <summary>F21: the site controls itself by its own pages and its own rows, and says what it saw.</summary>
public sealed class BoardDoorTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_control_gives_each_service_its_thirty_results_with_a_date_and_a_proof(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.OpenToday();

        await Control(site);

        var run = site.ReadIncubator(db => db.CheckRuns.Single());
        Assert.Equal((SiteUnderTest.Start, SiteUnderTest.Start, null, "essai"), (run.BegunAt!.Value, run.DoneAt!.Value, run.AskedBy, run.Version));
        var results = site.ReadIncubator(db => db.CheckResults.ToList());
        Assert.Equal(6 * 30, results.Count);
        Assert.Equal(6 * 30, results.DistinctBy(r => (r.Service, r.Criterion)).Count());
        Assert.All(results, r => Assert.False(string.IsNullOrWhiteSpace(r.Evidence)));
        // What the neighbouring tests hold of this very site, told again by the control.
        Assert.All(HostedServices.All, service => Assert.All([1, 3, 8, 9, 12, 13, 14, 15, 17, 18, 19, 20, 21, 22, 23, 24, 27, 29], number =>
        {
            var result = results.Single(r => r.Service == service && r.Criterion == number);
            // What only the tests prove besides is not known without their results.
            Assert.True(result.Verdict == (Criteria.Of(number).Tests.Count > 0 ? Verdict.Unknown : Verdict.Met), $"{service} C{number}: {result.Verdict}\n{result.Evidence}");
            Assert.DoesNotContain("Non atteint", result.Evidence, StringComparison.Ordinal);
        }));
        Assert.All(results.Where(r => r.Criterion is 10 or 11 or 16 or 28), r => Assert.Equal(Verdict.Unknown, r.Verdict));
        Assert.All(results.Where(r => r.Criterion is 7 or 30), r => Assert.Equal(Verdict.NotMet, r.Verdict));
        // Not applicable there, whatever its tests: « unknown » of a test that was not loaded says no more than that.
        Assert.Contains("Sans objet", results.Single(r => r.Service == HostedService.Eva && r.Criterion == 6).Evidence, StringComparison.Ordinal);
        var grades = site.ReadIncubator(db => db.CheckGrades.ToList());
        Assert.All(grades.Where(g => g.Name is "declaration-a11y" or "declaration-rgpd" or "dsfr" or "stats" or "page_budget" or "thirdparties" or "404"), g => Assert.True(g.Letter == "A", $"{g.Service} {g.Name} {g.Letter} {g.Evidence}"));
        Assert.All(grades.Where(g => g.Name == "http"), g => Assert.Equal("A+", g.Letter));
        Assert.All(grades.Where(g => g.Name is "testssl" or "zap" or "nmap" or "updownio"), g => Assert.Null(g.Letter));
        Assert.Equal(6, grades.Count(g => g.Name == "zap"));
    }

    [Fact]
    public async Task C2_What_was_last_measured_more_than_31_days_ago_is_told_as_out_of_date()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (today, startup) = (site.Clock.GetUtcNow(), Guid.NewGuid());
        var followed = Enum.GetValues<Kit.ImpactAxis>().Select(axis => ImpactStory.Definition(Guid.NewGuid(), 1, counted: null, axis: axis)).ToList();
        await site.Write<IncubatorDb>(db =>
        {
            db.Add(new Startup { Id = startup, Slug = WorldIncubator.Eva, Title = "Eva", Mission = "Un service pour essayer.", Contact = "contact@beffroi.example", Incubator = "DINUM" });
            db.AddRange(followed.Select(d => new Indicator { Id = d.IndicatorId, StartupId = startup, Name = "mesure_" + d.Axis.ToString().ToLowerInvariant() }));
            db.AddRange(followed);
            db.AddRange(followed.Select((d, n) => new Measure { Id = Guid.NewGuid(), IndicatorId = d.IndicatorId, DefinitionId = d.Id, Month = new(2026, 10, 1), Value = 40, N = 40, Taken = Taken.ByHand, Source = "Relevé", By = null, At = today.AddDays(-n) }));
        });

        // The newest counts: that of today.
        site.Clock.SetUtcNow(today.AddDays(31));
        await Control(site);
        Assert.StartsWith("Atteint", Measures(), StringComparison.Ordinal);
        site.Clock.SetUtcNow(today.AddDays(32));
        await Control(site);
        Assert.StartsWith("Non atteint", Measures(), StringComparison.Ordinal);

        string Measures() => site.ReadIncubator(db => db.CheckResults.Where(r => r.Service == HostedService.Eva && r.Criterion == 2 && r.RunId == db.CheckRuns.OrderByDescending(c => c.DoneAt).First().Id).Select(r => r.Evidence).Single())
            .Split('\n').Single(line => line.Contains("dernière mesure le", StringComparison.Ordinal));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Everybody_reads_the_board_as_pages_and_as_JSON_with_the_same_figures(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var anyone = await site.Visit().Open(Addresses.Board);
        Assert.Contains("Aucun contrôle n’a encore été fait", anyone.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Visit().Open(Addresses.ServiceBoard("eva"))).Status);
        await Control(site);

        using var json = JsonDocument.Parse(await FreshJson(site));
        var services = json.RootElement.GetProperty("services").EnumerateArray().ToList();
        Assert.Equal(HostedServices.All.Select(s => s.Key()), services.Select(s => s.GetProperty("service").GetString()));
        Assert.All(services, s => Assert.Equal(Enumerable.Range(1, 30).Select(n => $"C{n}"), s.GetProperty("criteres").EnumerateArray().Select(c => c.GetProperty("critere").GetString())));
        var rows = site.ReadIncubator(db => db.CheckResults.ToList());
        foreach (var service in HostedServices.All)
        {
            var met = rows.Count(r => r.Service == service && r.Verdict == Verdict.Met);
            Assert.Equal(met, services.Single(s => s.GetProperty("service").GetString() == service.Key()).GetProperty("criteres").EnumerateArray().Count(c => c.GetProperty("resultat").GetString() == "atteint"));
        }
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_changed_since_the_control_before_is_said(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await Control(site);
        site.Clock.Advance(TimeSpan.FromDays(1));
        await Load(site, "passed");
        await Control(site);

        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Addresses.Board);
        Assert.Contains("Eva, C16 : inconnu, puis atteint", camille.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("C20 :", camille.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(2, site.ReadIncubator(db => db.CheckRuns.Count()));
        await camille.Open(Addresses.ServiceBoard("robots"));
        Assert.Contains("Avant : inconnu.", camille.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_superadmin_asks_for_a_control_once_and_reads_how_to_mend()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Addresses.KeepBoard);
        await camille.Press("Contrôler maintenant");
        Assert.Contains("Contrôle demandé", camille.Text, StringComparison.Ordinal);
        await camille.Post(Addresses.KeepBoard);
        Assert.Equal(site.IdOf(Crew.Superadmin), site.ReadIncubator(db => db.CheckRuns.Single()).AskedBy);

        await Do(site);
        await camille.Open(Addresses.KeepBoard);

        Assert.Contains("Pour corriger. Demandez l’habilitation ProConnect", camille.Text, StringComparison.Ordinal);
        Assert.Contains("une personne", camille.Page.QuerySelectorAll("table")[^1].TextContent, StringComparison.Ordinal);
        Assert.NotNull(camille.Page.QuerySelector("main form button"));
    }

    [Fact]
    public async Task Only_superadmins_ask_for_a_control()
    {
        await using var site = await SiteUnderTest.WithWorld();
        foreach (var person in new[] { Crew.Charge, Crew.Admin, Crew.Hugo })
        {
            var visitor = await site.SignIn(person);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open(Addresses.KeepBoard)).Status);
            await visitor.Open("/compte");
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Post(Addresses.KeepBoard)).Status);
        }

        Assert.StartsWith("/connexion", (await site.Visit().Open(Addresses.KeepBoard)).Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visit().Open(Addresses.ServiceBoard("inconnu"))).Status);
        Assert.Equal(0, site.ReadIncubator(db => db.CheckRuns.Count()));
    }

    [Theory]
    [InlineData(null, 3, 3, "Filtrer", "AttackTests.Fails", "passed", Verdict.Met)]
    [InlineData(null, 3, 3, "Filtrer", "AttackTests.Fails", "failed", Verdict.NotMet)]
    [InlineData(null, 3, 3, "Filtrer", "AttackTests.Unheard_of", "passed", Verdict.Unknown)]
    [InlineData(null, 3, 3, null, "AttackTests.Fails", "passed", Verdict.NotMet)]
    [InlineData(null, 3, 2, "Filtrer", null, "passed", Verdict.NotMet)]
    [InlineData(null, 2, 2, null, null, "passed", Verdict.Met)]
    [InlineData("De nouvelles données", 1, 1, null, null, "passed", Verdict.NotMet)]
    public async Task C30_A_workshop_is_fresh_and_each_high_risk_has_its_measure_and_its_test(string? stale, int severity, int likelihood, string? measure, string? test, string outcome, Verdict verdict)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await Load(site, outcome, "Ns.AttackTests.Fails");
        var (startup, workshop) = (Guid.NewGuid(), Guid.NewGuid());
        var (source, component, feared, taken) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await site.Write<IncubatorDb>(db => db.AddRange(
            new Startup { Id = startup, Slug = "eva", Title = "Eva", Mission = "Essai", Contact = "a@b.example", Incubator = "DINUM" },
            new Workshop { Id = workshop, StartupId = startup, HeldOn = new(2026, 10, 1), Facilitation = Facilitation.Team, Scope = "Tout", OutOfScope = null, Figure = null, Ceiling = null, By = Guid.Empty, At = SiteUnderTest.Start },
            NoteOf(workshop, source, NoteKind.Source, "un robot", likelihood), NoteOf(workshop, component, NoteKind.Component, "le formulaire", 0), NoteOf(workshop, feared, NoteKind.Event, "des données lues", severity), NoteOf(workshop, taken, NoteKind.Measure, measure ?? "Rien", 0),
            new Risk { Id = Guid.NewGuid(), WorkshopId = workshop, SourceId = source, ComponentId = component, EventId = feared, Likelihood = likelihood, MeasuresText = measure is null ? "" : taken.ToString(), TestsText = test ?? "", By = Guid.Empty, At = SiteUnderTest.Start }));
        if (stale is not null)
        {
            await site.Write<IncubatorDb>(db => db.Add(new Trigger { Id = Guid.NewGuid(), WorkshopId = workshop, Kind = TriggerKind.DataKind, What = stale, On = new(2026, 11, 1), By = null, At = SiteUnderTest.Start }));
        }

        await Control(site);

        Assert.Equal(verdict, FindingOf(site.ReadIncubator(db => db.CheckResults.ToList()), HostedService.Eva, 30));
        Assert.Equal(Verdict.NotMet, FindingOf(site.ReadIncubator(db => db.CheckResults.ToList()), HostedService.Bots, 30));
    }

    static Note NoteOf(Guid workshop, Guid id, NoteKind kind, string text, int stars) => new() { Id = id, WorkshopId = workshop, Kind = kind, Text = text, Stars = stars, By = Guid.Empty, At = SiteUnderTest.Start };

    [Fact]
    public async Task C9_turns_when_an_audit_is_published_and_the_page_follows()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var audit = Guid.NewGuid();
        await site.Write<IncubatorDb>(db => db.Add(new AccessibilityAudit
        {
            Id = audit, Service = null, Organisation = "Atelier", On = new(2026, 11, 1), Version = Rgaa.Version, Technologies = "HTML", Environments = "Firefox", Tools = "axe", Derogations = null, By = Guid.Empty, At = SiteUnderTest.Start, PublishedAt = SiteUnderTest.Start,
            Pages = [new() { Id = Guid.NewGuid(), AuditId = audit, Number = 1, Title = "Accueil", Address = "/", Results = [.. Rgaa.All.Select(c => new AuditedCriterion { Id = Guid.NewGuid(), PageId = Guid.Empty, Criterion = c, Result = CriterionResult.Compliant, Comment = null, IsDerogated = false })] }],
        }));

        await Control(site);

        var nine = site.ReadIncubator(db => db.CheckResults.First(r => r.Criterion == 9));
        Assert.Equal(Verdict.Met, nine.Verdict);
        Assert.Contains("totalement conforme", nine.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_that_fails_leaves_its_criteria_unknown_and_stops_no_other()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var scope = site.Scope();
        var (db, services) = (scope.ServiceProvider.GetRequiredService<IncubatorDb>(), scope.ServiceProvider);
        Ask(services, db);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var round = new BoardRound(db, services.GetRequiredService<OwnSite>(), [new Broken(), new WellKnownCheck(site.Clock)], new(), services.GetRequiredService<Actor>(), site.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<BoardRound>.Instance);

        Assert.True(await round.DoNext(null, TestContext.Current.CancellationToken));

        var results = site.ReadIncubator(read => read.CheckResults.Where(r => r.Service == HostedService.Chat).ToList());
        Assert.Equal((Verdict.Unknown, Verdict.Met, Verdict.Unknown), (FindingOf(results, HostedService.Chat, 8), FindingOf(results, HostedService.Chat, 20), FindingOf(results, HostedService.Chat, 1)));
        Assert.Contains("InvalidOperationException", results.Single(r => r.Criterion == 8).Evidence, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_night_asks_once_and_old_controls_go_with_their_results_but_the_last_two(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var ct = TestContext.Current.CancellationToken;
        await using var scope = site.Scope();
        var (db, actor) = (scope.ServiceProvider.GetRequiredService<IncubatorDb>(), scope.ServiceProvider.GetRequiredService<Actor>());
        var now = SiteUnderTest.Start;
        for (var hour = 0; hour < 72; hour++)
        {
            await BoardWatch.AskForTheNight(db, actor, now.AddHours(hour), ct);
        }

        // At once, then at four in the morning of three nights.
        Assert.Equal([now, .. Enumerable.Range(1, 3).Select(d => new DateTimeOffset(2026, 11, 23 + d, 4, 0, 0, TimeSpan.Zero))], site.ReadIncubator(read => read.CheckRuns.OrderBy(r => r.AskedAt).Select(r => r.AskedAt).ToList()));
        await Do(site, times: 4);
        await using var later = site.Scope();
        later.ServiceProvider.GetRequiredService<Actor>().Act = "test.preparer";
        await BoardWatch.Trim(later.ServiceProvider.GetRequiredService<IncubatorDb>(), now.AddDays(30), ct);
        Assert.Equal((2, 2 * 180), (site.ReadIncubator(read => read.CheckRuns.Count()), site.ReadIncubator(read => read.CheckResults.Count())));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Of_several_nodes_that_see_a_control_waiting_one_does_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Write<IncubatorDb>(db => db.Add(CheckRun.Asked(SiteUnderTest.Start, by: null)));
        var ct = TestContext.Current.CancellationToken;
        var scopes = Enumerable.Range(0, 4).Select(_ => site.Scope()).ToList();

        var done = await Task.WhenAll(scopes.Select(s => s.ServiceProvider.GetRequiredService<BoardRound>().DoNext("essai", ct)));

        Assert.Equal((1, 1, 180), (done.Count(d => d), site.ReadIncubator(db => db.CheckRuns.Count()), site.ReadIncubator(db => db.CheckResults.Count())));
        foreach (var scope in scopes)
        {
            await scope.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_control_that_was_cut_is_begun_again_after_a_while_and_not_before()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Write<IncubatorDb>(db => db.Add(new CheckRun { Id = Guid.NewGuid(), AskedAt = SiteUnderTest.Start, AskedBy = null, BegunAt = SiteUnderTest.Start }));
        await using (var scope = site.Scope())
        {
            Assert.False(await scope.ServiceProvider.GetRequiredService<BoardRound>().DoNext(null, TestContext.Current.CancellationToken));
        }

        site.Clock.Advance(BoardRound.GivenUpAfter + TimeSpan.FromSeconds(1));
        await Do(site);
        Assert.NotNull(site.ReadIncubator(db => db.CheckRuns.Single()).DoneAt);
    }

    sealed class Broken : ICheck
    {
        public IReadOnlyList<int> Criteria => [8];

        public Task<IReadOnlyList<Finding>> Look(Visit visit, CancellationToken ct) => throw new InvalidOperationException("broken");
    }
}
