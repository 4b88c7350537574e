using System.Net;
using Beffroi.Accounts;
using Beffroi.Ads;
using Beffroi.Bots;
using Beffroi.Bots.Exploring;
using Beffroi.Bots.Running;
using Beffroi.Chat;
using Beffroi.Cli.World;
using Beffroi.Eva;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Site.Tests;

/// <summary>Without a recorded controller, ground, assessment and last day, a treatment that needs them is off: whoever comes is told, and nothing is written.</summary>
public sealed class RecordedServicesTests
{
    /// <summary>What is wrong with the record; null: nothing.</summary>
    public enum Wrong
    {
        Absent,
        Incomplete,
        Refused,
        Expired,
    }

    public static TheoryData<string, string, string?, string> Acts() => new()
    {
        { "eva", "/eva/campagnes/nouvelle", Crew.Hugo, "Label=Atelier du jeudi&Parcours=competences_de_base" },
        { "eva", "/eva/BKT59000", null, "Name=Awa&Consent=true" },
        { "eva", "/eva/seul", null, "Parcours=court&Consent=true" },
        { "annonces", "/annonces/repondre", null, "Political=Yes" },
        { "annonces", "/annonces/signaler", null, "LibraryUrl=https://www.facebook.com/ads/library/?id=1" },
        { "discussion", "/discussion/salons/nouveau", Crew.Admin, "Kind=private&Name=Salon&Level=strict" },
        { "discussion", "/discussion/dossiers/nouveau", Crew.Admin, "Title=Dossier" },
        { "robots", "/robots/veilles", Crew.Admin, "Name=Veille" },
        { "robots", "/robots/explorations/commencer", Crew.Admin, "Name=Exploration" },
        { "robots", "/robots/demander", Crew.Admin, "Names=personne_ici&Network=Other" },
    };

    [Theory, MemberData(nameof(Acts))]
    public async Task Without_a_record_in_force_the_act_is_refused_with_words_and_nothing_is_written(string service, string url, string? who, string fields)
    {
        foreach (var wrong in Enum.GetValues<Wrong>())
        {
            await using var site = await SiteUnderTest.WithWorld();
            var visitor = who is null ? site.Visit() : await site.SignIn(who);
            await visitor.Open(who is null ? "/avis" : "/compte");
            await Spoil(site, service, wrong);
            var before = Rows(site);

            await visitor.Post(url, [.. fields.Split('&').Select(f => (f.Split('=', 2)[0], f.Split('=', 2)[1]))]);

            Assert.Equal((HttpStatusCode.ServiceUnavailable, "Service en pause"), (visitor.Status, visitor.Heading));
            Assert.Contains("dpo@", visitor.Text, StringComparison.Ordinal);
            Assert.Equal(before, Rows(site));
        }
    }

    [Theory, MemberData(nameof(Acts))]
    public async Task With_a_record_in_force_the_same_act_is_answered(string service, string url, string? who, string fields)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = who is null ? site.Visit() : await site.SignIn(who);
        await visitor.Open(who is null ? "/avis" : "/compte");

        await visitor.Post(url, [.. fields.Split('&').Select(f => (f.Split('=', 2)[0], f.Split('=', 2)[1]))]);

        Assert.NotEqual("Service en pause", visitor.Heading);
        Assert.NotEqual((service, HttpStatusCode.NotFound), (service, visitor.Status));
        Assert.NotEqual((service, HttpStatusCode.ServiceUnavailable), (service, visitor.Status));
    }

    [Theory, InlineData(DbEngine.Sqlite), InlineData(DbEngine.Postgres)]
    public async Task The_last_day_counts_and_the_day_after_does_not(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await Spoil(site, "eva", wrong: null, until: new(2026, 11, 23));
        Assert.Equal("Nouvelle campagne", (await (await site.SignIn(Crew.Hugo)).Open("/eva/campagnes/nouvelle")).Heading);

        // Midnight in Paris is 23:00 UTC.
        site.Clock.Advance(TimeSpan.FromHours(13.1));
        Assert.Equal("Service en pause", (await (await site.SignIn(Crew.Hugo)).Open("/eva/campagnes/nouvelle")).Heading);
    }

    [Fact]
    public async Task What_is_there_already_can_still_be_read_and_a_game_that_began_goes_on()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(TestContext.Current.CancellationToken);
        var (awa, nadia) = (site.Visit(), await site.SignIn(Crew.Admin));
        await awa.Open("/eva/BKT59000");
        await awa.Press("Commencer", ("Name", "Awa"), ("Consent", "true"));
        var began = awa.Address;
        foreach (var service in new[] { "eva", "annonces", "discussion", "robots" })
        {
            await Spoil(site, service, Wrong.Absent);
        }

        Assert.Equal(HttpStatusCode.OK, (await awa.Open(began)).Status);
        foreach (var url in new[] { "/eva/campagnes", "/eva/evaluations", "/discussion", "/discussion/dossiers", "/robots", "/robots/veilles", "/robots/comptes", "/annonces/toutes" })
        {
            Assert.Equal((url, HttpStatusCode.OK), (url, (await nadia.Open(url)).Status));
        }
    }

    [Theory, InlineData(DbEngine.Sqlite), InlineData(DbEngine.Postgres)]
    public async Task The_detector_does_nothing_by_itself_and_says_so_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.PlantBots(TestContext.Current.CancellationToken);
        await site.WriteBots(async db =>
        {
            (await db.Sources.Where(s => s.WatchId == WorldBots.Watch).ToListAsync()).ForEach(s => (s.Wanted, s.State) = (true, SourceState.Stopped));
            await db.SaveChangesAsync();
        });
        await Spoil(site, "robots", Wrong.Absent);
        var (before, logs) = (Rows(site), site.Logs.Count(Says));
        await using var scope = site.Scope();
        var ct = TestContext.Current.CancellationToken;

        Assert.Empty(await scope.ServiceProvider.GetRequiredService<SourceRunner>().RunOnce(ct));
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<SourceRunner>().RunOnce(ct));
        Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<ExplorationRunner>().RunOnce(ct));
        Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<ProfileRounds>().RunOnce(ct));

        Assert.Equal(before, Rows(site));
        Assert.InRange(site.Logs.Count(Says) - logs, 0, 1);
        static bool Says(string line) => line.Contains("No assessment in force is recorded for the detector", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_needs_an_assessment_has_one_with_each_feared_event_and_sentences_everywhere()
    {
        await using var site = await SiteUnderTest.Empty();
        using var scope = site.Scope();
        var registers = scope.ServiceProvider.GetServices<IRegister>().ToList();

        Assert.All(registers, r => Assert.Equal(r.Assessment is not null, r.Treatments.Any(t => t.NeedsAssessment)));
        Assert.Equal(["annonces", "discussion", "eva", "robots"], registers.Select(r => r.Assessment?.Key).OfType<string>().Order(StringComparer.Ordinal));
        foreach (var template in registers.Select(r => r.Assessment).OfType<AssessmentTemplate>())
        {
            Assert.Equal(Enum.GetValues<FearedEvent>(), template.Risks.Select(r => r.Event));
            Assert.All(template.Description.Concat(template.Necessity).Concat(template.Residual).Concat(template.Risks.SelectMany(r => r.Measures.Append(r.Impact).Append(r.Sources))), text => Assert.EndsWith(".", text, StringComparison.Ordinal));
            Assert.All(template.Risks, r => Assert.NotEmpty(r.Measures));
            var page = await site.Visit().Open($"/donnees-personnelles/analyses/{template.Key}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.All(template.Residual, text => Assert.Contains(Visitor.Flat(text), page.Text, StringComparison.Ordinal));
            Assert.Contains("En vigueur", page.Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await site.Visit().Open("/donnees-personnelles/analyses/inconnue")).Status);
    }

    // The last row holds: what is wrong is written after what was right, as a superadmin would.
    static async Task Spoil(SiteUnderTest site, string service, Wrong? wrong, DateOnly? until = null)
    {
        var last = site.ReadAccounts(db => db.TreatmentRecords.AsNoTracking().Single(r => r.Service == service));
        await site.Write<AccountsDb>(db =>
        {
            if (wrong == Wrong.Absent)
            {
                db.Remove(last);
                return;
            }

            db.Add(new TreatmentRecord
            {
                Id = Guid.NewGuid(), Service = service, Number = 2, TemplateVersion = 1, WrittenAt = SiteUnderTest.Start, WrittenBy = last.WrittenBy, Controller = last.Controller, Basis = last.Basis,
                BasisDetail = last.BasisDetail, DpoOpinion = wrong == Wrong.Incomplete ? null : last.DpoOpinion, PeopleOpinion = last.PeopleOpinion, Decision = wrong == Wrong.Refused ? AssessmentDecision.AskAuthority : last.Decision,
                DecidedBy = last.DecidedBy, DecidedOn = last.DecidedOn, ExpiresOn = wrong == Wrong.Expired ? new(2026, 11, 22) : until ?? last.ExpiresOn,
            });
        });
    }

    // Every row of the four modules, audit included.
    static IReadOnlyDictionary<string, int> Rows(SiteUnderTest site)
    {
        using var scope = site.Scope();
        DbContext[] all = [scope.ServiceProvider.GetRequiredService<EvaDb>(), scope.ServiceProvider.GetRequiredService<AdsDb>(), scope.ServiceProvider.GetRequiredService<ChatDb>(), scope.ServiceProvider.GetRequiredService<BotsDb>()];
#pragma warning disable EF1002 // Names of our own tables.
        return all.SelectMany(db => db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(table => (table, db.Database.SqlQueryRaw<int>($"SELECT CAST(COUNT(*) AS int) AS \"Value\" FROM \"{table}\"").Single()))).ToDictionary(t => t.table, t => t.Item2, StringComparer.Ordinal);
#pragma warning restore EF1002
    }
}
