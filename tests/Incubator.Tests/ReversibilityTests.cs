using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Beffroi.Cli.World;
using Beffroi.Incubator.Accessibility;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Cards;
using Beffroi.Incubator.Compliance;
using Beffroi.Incubator.Handing;
using Beffroi.Incubator.Securing;
using Beffroi.Incubator.Steering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Actor = Beffroi.Kit.Actor;

namespace Beffroi.Incubator.Tests;

/// <summary>F22, O38: a service is handed over, and taken over elsewhere with the same figures.</summary>
public sealed class ReversibilityTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task F22_a_service_goes_out_of_one_database_and_comes_into_another_with_the_same_figures(DbEngine engine)
    {
        await using var from = await Lived();
        await using var to = await SiteUnderTest.Empty(engine);

        await TakeIn(to, await Out(from, null));

        Assert.Equal(Count(from), Count(to));
        foreach (var slug in new[] { WorldIncubator.EvaConvention, WorldIncubator.DisinfoConvention })
        {
            Assert.Equal(Books(from, slug), Books(to, slug));
        }

        Assert.Equal(await Text(from, "/budget.csv"), await Text(to, "/budget.csv"));
        Assert.Equal(await Text(from, "/conventions.csv"), await Text(to, "/conventions.csv"));
        // The books go on from where they were.
        Assert.Null(await to.Commit(to.ReadIncubator(db => db.Conventions.Single(c => c.Slug == WorldIncubator.EvaConvention)), 10));
        Assert.Null(Chain.FirstBroken(to.ReadIncubator(db => db.Entries.Where(e => e.Imputation.FunctionalDomain == "0103-04").ToList())));
    }

    [Fact]
    public async Task One_service_goes_without_the_others()
    {
        await using var from = await Lived();
        await using var to = await SiteUnderTest.Empty();

        var files = await Out(from, WorldIncubator.Disinfo);
        await TakeIn(to, files);

        Assert.Equal([WorldIncubator.DisinfoConvention], to.ReadIncubator(db => db.Conventions.Select(c => c.Slug).ToList()));
        Assert.DoesNotContain("EVA-2020", Encoding.UTF8.GetString(files[HandoverFolder.Rows]), StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidDataException>(() => TakeIn(to, files));
        await Assert.ThrowsAsync<InvalidDataException>(() => TakeIn(from, files));
    }

    [Fact]
    public async Task Controls_and_audits_leave_with_all_services_only_and_an_older_folder_without_them_still_comes_in()
    {
        await using var from = await Lived();
        await using var to = await SiteUnderTest.Empty();
        var alone = JsonNode.Parse((await Out(from, WorldIncubator.Disinfo))[HandoverFolder.Rows])!["board"]!.AsObject();
        Assert.All(alone, table => Assert.Empty(table.Value!.AsArray()));
        var files = (await Out(from, null)).ToDictionary(StringComparer.Ordinal);
        var rows = JsonNode.Parse(files[HandoverFolder.Rows])!.AsObject();
        Assert.All(rows["board"]!.AsObject(), table => Assert.NotEmpty(table.Value!.AsArray()));
        foreach (var late in new[] { "board", "security", "engagements", "breaches", "suspensions", "indicators", "definitions", "measures", "goals", "cards", "cardEvents" })
        {
            Assert.True(rows.Remove(late), late);
        }

        files[HandoverFolder.Rows] = Encoding.UTF8.GetBytes(rows.ToJsonString());
        files[HandoverFolder.Sums] = Encoding.UTF8.GetBytes(string.Concat(files.Where(f => f.Key != HandoverFolder.Sums).Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(f.Value))}  {f.Key}\n")));

        await TakeIn(to, files);
        Assert.Equal(Books(from, WorldIncubator.EvaConvention), Books(to, WorldIncubator.EvaConvention));
    }

    [Fact]
    public async Task Every_file_is_listed_with_its_hash()
    {
        await using var from = await Lived();

        var files = await Out(from, null);

        var lines = Encoding.UTF8.GetString(files["SHA256SUMS"]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(files.Keys.Where(n => n != "SHA256SUMS").Select(n => $"{Convert.ToHexStringLower(SHA256.HashData(files[n]))}  {n}").Order(StringComparer.Ordinal), lines.Order(StringComparer.Ordinal));
        Assert.Contains("https://exemple.fr/code", Encoding.UTF8.GetString(files["LISEZMOI.txt"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"ae\": \"132000.00\"", "\"ae\": \"132000.01\"", false, "a changé")]
    [InlineData("\"ae\": \"132000.00\"", "\"ae\": \"132000.01\"", true, "l’écriture")]
    [InlineData("\"label\": \"Une designer\"", "\"label\": \"Un designer\"", true, "l’écriture")]
    [InlineData("JVBERi0xLjcKJSVFT0Y=", "JVBERi0xLjgKJSVFT0Y=", true, "la lettre de mission")]
    [InlineData("\"startups\"", "\"autres\"", true, "forme attendue")]
    public async Task What_was_changed_on_the_way_is_not_taken_over_even_with_its_hash_redone(string what, string by, bool redone, string said)
    {
        await using var from = await Lived();
        await using var to = await SiteUnderTest.Empty();
        var files = (await Out(from, null)).ToDictionary(StringComparer.Ordinal);
        var rows = Encoding.UTF8.GetString(files[HandoverFolder.Rows]);
        Assert.Contains(what, rows, StringComparison.Ordinal);

        files[HandoverFolder.Rows] = Encoding.UTF8.GetBytes(rows.Replace(what, by, StringComparison.Ordinal));
        if (redone)
        {
            files[HandoverFolder.Sums] = Encoding.UTF8.GetBytes(string.Concat(files.Where(f => f.Key != HandoverFolder.Sums).Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(f.Value))}  {f.Key}\n")));
        }

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => TakeIn(to, files));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, to.ReadIncubator(db => db.Startups.Count()));
    }

    [Fact]
    public async Task An_entry_left_out_shows_in_the_figures_and_nothing_comes_in()
    {
        await using var from = await Lived();
        await using var to = await SiteUnderTest.Empty();
        var whole = await Read(from);
        // The last entry of a chain leaves no gap: only the figures and the head tell.
        var disinfo = whole.Conventions.Single(c => c.Slug == WorldIncubator.DisinfoConvention).Id;
        var last = whole.Entries.Where(e => e.ConventionId == disinfo).MaxBy(e => e.Number)!;
        var cut = whole with { Entries = [.. whole.Entries.Where(e => e.Id != last.Id)] };
        Assert.Empty(cut.Broken());
        var files = HandoverFolder.Pack(cut, new Dictionary<string, byte[]>()).ToDictionary(StringComparer.Ordinal);
        files[HandoverFolder.Figures] = (await Out(from, null))[HandoverFolder.Figures];
        files[HandoverFolder.Sums] = Encoding.UTF8.GetBytes(string.Concat(files.Where(f => f.Key != HandoverFolder.Sums).Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(f.Value))}  {f.Key}\n")));

        await Assert.ThrowsAsync<InvalidDataException>(() => TakeIn(to, files));

        Assert.Equal((0, 0), (to.ReadIncubator(db => db.Startups.Count()), to.ReadIncubator(db => db.Entries.Count())));
    }

    [Fact]
    public async Task Nobody_is_named_in_it_but_those_whom_the_convention_mobilises()
    {
        await using var from = await Lived();

        var files = await Out(from, null);

        var rows = Encoding.UTF8.GetString(files[HandoverFolder.Rows]);
        Assert.Contains("Ada Morel", rows, StringComparison.Ordinal);
        foreach (var person in new[] { Crew.Superadmin, Crew.Admin, Crew.Charge, Crew.RegionAdmin })
        {
            Assert.All(files.Values, content => Assert.DoesNotContain(person, Encoding.UTF8.GetString(content), StringComparison.Ordinal));
            Assert.All(files.Values, content => Assert.DoesNotContain(Crew.EmailOf(person), Encoding.UTF8.GetString(content), StringComparison.Ordinal));
        }
    }

    // A row in each table that the demonstration leaves empty.
    static async Task<SiteUnderTest> Lived()
    {
        var site = await SiteUnderTest.WithWorld();
        await site.PlantIncubator(TestContext.Current.CancellationToken);
        var (eva, by) = (site.ReadIncubator(db => db.Conventions.Single(c => c.Slug == WorldIncubator.EvaConvention)), site.IdOf(Crew.Superadmin));
        var entry = site.ReadIncubator(db => db.Entries.First(e => e.ConventionId == eva.Id && e.Number == 2).Id);
        var breach = new Breach { Id = Guid.NewGuid(), ConventionId = eva.Id, EngagementNumber = 1, Facts = "Un lancement a été demandé", By = by, At = SiteUnderTest.Start };
        var homologation = site.ReadIncubator(db => db.Homologations.First(h => h.StartupId == eva.StartupId).Id);
        var page = site.ReadIncubator(db => db.AuditedPages.OrderBy(p => p.Number).First().Id);
        var load = new TestLoad { Id = Guid.NewGuid(), Commit = "abc", RanAt = SiteUnderTest.Start, LoadedAt = SiteUnderTest.Start, Passed = 1, Failed = 0, Skipped = 0 };
        await site.Write<IncubatorDb>(db => db.AddRange(
            new Avenant { Id = Guid.NewGuid(), ConventionId = eva.Id, Number = 1, SignedOn = new(2020, 7, 1), DeltaAe = Money.Zero, DeltaCp = Money.Zero, Year = 2020, NewEnd = new(2020, 12, 1), NewHardStop = null, Reason = "Plus de temps", CommitteeId = null, By = by, At = SiteUnderTest.Start },
            new Forecast { Id = Guid.NewGuid(), ConventionId = eva.Id, Month = new(2020, 10, 1), Prestation = Prestation.Design, Ae = Money.Of(1.1m), Cp = Money.Of(2.22m), By = by, At = SiteUnderTest.Start },
            new Notice { Id = Guid.NewGuid(), ConventionId = eva.Id, Kind = NoticeKind.Residue, Amount = Money.Of(3), SentAt = SiteUnderTest.Start },
            new ChorusReading { Id = Guid.NewGuid(), ConventionId = eva.Id, Month = new(2020, 6, 1), Engaged = Money.Of(4), Paid = Money.Zero, By = by, At = SiteUnderTest.Start },
            new ChorusRecord { EntryId = entry, ConventionId = eva.Id, RecordedOn = new(2020, 6, 2), Reference = "4500000001", By = by, At = SiteUnderTest.Start },
            breach,
            new StartupLine(eva.StartupId, null, Sample.By(Sample.Orderer), "incubateur.mesurer", null, "Personnes : 12", null),
            new Suspension { Id = Guid.NewGuid(), ConventionId = eva.Id, BreachId = breach.Id, Scope = SuspensionScope.Partial, From = new(2020, 6, 1), Withdrawn = "Le recrutement", By = by, At = SiteUnderTest.Start, LiftedOn = new(2020, 7, 1), LiftReason = "Rien n’est plus demandé", LiftedBy = by, LiftedAt = SiteUnderTest.Start },
            new Card { StartupId = eva.StartupId, Stats = true, Techno = "csharp\npostgresql", Content = "Une page." },
            new CardEvent { Id = Guid.NewGuid(), StartupId = eva.StartupId, Name = "committee", On = new(2020, 6, 1) },
            new AccessibilityPlan { Id = Guid.NewGuid(), Kind = PlanKind.Schema, From = new(2026, 1, 1), To = new(2028, 12, 31), Text = "Un audit par an.", By = by, At = SiteUnderTest.Start },
            new AuditedCriterion { Id = Guid.NewGuid(), PageId = page, Criterion = "1.1", Result = CriterionResult.Compliant, Comment = null, IsDerogated = false },
            load, new TestOutcome { Id = Guid.NewGuid(), LoadId = load.Id, Name = "Un.Test", Result = Beffroi.Incubator.Compliance.TestResult.Passed },
            new Alarm { Id = Guid.NewGuid(), HomologationId = homologation, Kind = AlarmKind.Near, Reading = 812, At = SiteUnderTest.Start }));
        await Letter(site, eva);
        await Account(site, eva);
        return site;
    }

    static async Task Letter(SiteUnderTest site, Convention eva)
    {
        byte[] content = [.. "%PDF-1.7\n%%EOF"u8];
        var letter = new MissionLetter { MandateId = site.ReadIncubator(db => db.Mandates.First(m => m.ConventionId == eva.Id).Id), Name = "lettre.pdf", Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)), Content = content };
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.preparer";
        var db = scope.ServiceProvider.GetRequiredService<IncubatorDb>();
        await using var turn = (await LedgerTurn.Take(db, eva.Id, TestContext.Current.CancellationToken))!;
        db.Add(letter);
        turn.Note(Sample.By(Sample.Orderer), "incubateur.nommer", null, letter.Mention);
        await turn.Keep(TestContext.Current.CancellationToken);
    }

    static async Task Account(SiteUnderTest site, Convention eva)
    {
        var (ledger, orders) = (new Ledger(eva, site.ReadIncubator(db => db.Entries.Where(e => e.ConventionId == eva.Id).ToList())), site.ReadIncubator(db => db.Orders.Where(o => o.ConventionId == eva.Id).ToList()));
        await site.Write<IncubatorDb>(db => db.Add(Statement.Send(eva.Id, StatementFigures.Of(ledger, orders, [], new(2020, 5, 1)), isFinal: false, "Le service commence.", Sample.By(Sample.Orderer))));
    }

    // How many rows there are in each table, by its name.
    static SortedDictionary<string, int> Count(SiteUnderTest site) => site.ReadIncubator(db => new SortedDictionary<string, int>(StringComparer.Ordinal)
    {
        ["startups"] = db.Startups.Count(), ["phases"] = db.Set<Phase>().Count(), ["conventions"] = db.Conventions.Count(), ["avenants"] = db.Avenants.Count(), ["mandates"] = db.Mandates.Count(), ["letters"] = db.MissionLetters.Count(), ["experts"] = db.Experts.Count(),
        ["orders"] = db.Orders.Count(), ["entries"] = db.Entries.Count(), ["services"] = db.Services.Count(), ["journal"] = db.Journal.Count(), ["acts"] = db.StartupJournal.Count(), ["forecasts"] = db.Forecasts.Count(), ["notices"] = db.Notices.Count(),
        ["statements"] = db.Statements.Count(), ["readings"] = db.ChorusReadings.Count(), ["records"] = db.ChorusRecords.Count(), ["tasks"] = db.Tasks.Count(), ["committees"] = db.Committees.Count(),
        ["engagements"] = db.Engagements.Count(), ["breaches"] = db.Breaches.Count(), ["workshops"] = db.Workshops.Count(), ["risks"] = db.Risks.Count(),
        ["indicators"] = db.Indicators.Count(), ["definitions"] = db.Definitions.Count(), ["measures"] = db.Measures.Count(), ["goals"] = db.Goals.Count(),
        ["suspensions"] = db.Suspensions.Count(), ["cards"] = db.Cards.Count(), ["events"] = db.CardEvents.Count(), ["triggers"] = db.Triggers.Count(), ["notes"] = db.Notes.Count(), ["acceptances"] = db.Acceptances.Count(),
        ["homologations"] = db.Homologations.Count(), ["alarms"] = db.Alarms.Count(), ["figures"] = db.FigureReadings.Count(),
        ["runs"] = db.CheckRuns.Count(), ["results"] = db.CheckResults.Count(), ["grades"] = db.CheckGrades.Count(), ["loads"] = db.TestLoads.Count(), ["outcomes"] = db.TestOutcomes.Count(), ["audits"] = db.Audits.Count(),
        ["pages"] = db.AuditedPages.Count(), ["criteria"] = db.Set<AuditedCriterion>().Count(), ["plans"] = db.AccessibilityPlans.Count(),
    });

    static (Balance, string, int?, Clauses, DateOnly) Books(SiteUnderTest site, string slug)
    {
        var id = site.ReadIncubator(db => db.Conventions.Single(c => c.Slug == slug).Id);
        var entries = site.ReadIncubator(db => db.Entries.Where(e => e.ConventionId == id).OrderBy(e => e.Number).ToList());
        var journal = site.ReadIncubator(db => db.Journal.Where(l => l.ConventionId == id).ToList());
        return (Balance.Of(entries), entries[^1].Hash, ActLine.FirstBroken(journal), site.ReadIncubator(db => db.Conventions.Single(c => c.Id == id).Clauses), site.ReadIncubator(db => db.Conventions.Include(c => c.Avenants).Single(c => c.Id == id)).Dates!.End);
    }

    static async Task<IReadOnlyDictionary<string, byte[]>> Out(SiteUnderTest site, string? startup)
    {
        await using var scope = site.Scope();
        return (await TakeOver.Out(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), startup, "Code source : https://exemple.fr/code", TestContext.Current.CancellationToken))!;
    }

    static async Task<Handover> Read(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        return await Handover.Read(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), null, TestContext.Current.CancellationToken);
    }

    static async Task TakeIn(SiteUnderTest site, IReadOnlyDictionary<string, byte[]> files)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.reprendre";
        await TakeOver.In(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), files, TestContext.Current.CancellationToken);
    }

    static Task<string> Text(SiteUnderTest site, string url) => site.Visit().Http.GetStringAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken);
}
