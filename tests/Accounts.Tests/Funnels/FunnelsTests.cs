using Beffroi.Accounts.Counting;
using Beffroi.Ads;
using Beffroi.Kit;
using Beffroi.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Accounts.Tests.Funnels;

public sealed class FunnelsTests
{
    static readonly DateOnly Today = new(2026, 11, 23);

    [Theory, ClassData(typeof(Engines))]
    public async Task What_people_go_through_is_counted_by_day_and_added_to_what_was_counted_before(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await Participant.Enter(site, "BKT59000", "Inès");
        await Keep(site);
        Assert.Equal([("accueil", 1), ("code", 1), ("commencee", 1)], Counts(site, "eva"));

        await site.Visit().Open("/eva");
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.Visit().Open("/eva");
        await Keep(site);
        // Two more of the first page: one on the same day, one on the next.
        Assert.Equal([("accueil", 3), ("code", 1), ("commencee", 1)], Counts(site, "eva"));
        Assert.Equal(1, site.ReadAccounts(db => db.StepCounts.Single(c => c.Day == Today.AddDays(1) && c.Funnel == "eva").Count));
        Assert.All(site.ReadAccounts(db => db.Audit.Where(a => a.Act == "parcours.compter").Select(a => a.Who).ToList()), who => Assert.Equal("systeme", who));
    }

    [Fact]
    public async Task What_fails_is_to_be_corrected_or_leads_elsewhere_is_no_step()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/eva/ZZZ00000");
        await visitor.Open("/eva/fin");
        await visitor.Open("/eva/BKT59000");
        await visitor.Press("Commencer", ("Name", ""), ("Consent", "true"));
        await Keep(site);
        // The page of the end leads a stranger to the first one.
        Assert.Equal([("accueil", 1), ("code", 1)], Counts(site, "eva"));
    }

    [Theory]
    [InlineData("User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1)")]
    [InlineData("User-Agent", "curl/8.5.0")]
    [InlineData("Sec-Purpose", "prefetch")]
    public async Task Programs_that_say_so_and_browsers_that_read_ahead_are_nobody(string header, string value)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var program = site.Visit();
        program.Http.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        await program.Open("/eva");
        await program.Open("/encyclopedie");
        await Keep(site);
        Assert.False(site.ReadAccounts(db => db.StepCounts.Any()));
    }

    [Fact]
    public async Task A_page_that_is_kept_counts_each_time_it_is_read()
    {
        await using var site = await SiteUnderTest.WithWorld();
        for (var i = 0; i < 3; i++)
        {
            await site.Visit().Open("/encyclopedie");
        }

        await Keep(site);
        Assert.Equal([("accueil", 3)], Counts(site, "encyclopedie"));
    }

    [Fact]
    public async Task What_could_not_be_written_is_kept_for_the_next_time()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Visit().Open("/eva");
        await using (var scope = site.Scope())
        {
            using var stopped = new CancellationTokenSource();
            await stopped.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scope.ServiceProvider.GetRequiredService<StepLedger>().Keep(stopped.Token));
        }

        await Keep(site);
        Assert.Equal([("accueil", 1)], Counts(site, "eva"));
    }

    [Fact]
    public async Task Every_step_that_a_route_counts_is_one_of_a_declared_funnel()
    {
        await using var site = await SiteUnderTest.Empty();
        await using var scope = site.Scope();
        var funnels = scope.ServiceProvider.GetServices<Funnel>().ToList();
        var declared = funnels.SelectMany(f => f.Steps.Select(s => new CountedStep(f.Key, s.Key))).ToList();
        var counted = site.Endpoints.OfType<RouteEndpoint>().Select(r => r.Metadata.GetMetadata<CountedStep>()).OfType<CountedStep>().Distinct().ToList();

        Assert.Empty(counted.Except(declared));
        Assert.Equal(declared.Count, declared.Distinct().Count());
        // Those that a route alone does not tell.
        Assert.Equal([new("annonces", "annonce"), new("annonces", "dix"), new("detecteur", "envoyee")], declared.Except(counted).OrderBy(s => s.Funnel, StringComparer.Ordinal).ThenBy(s => s.Step, StringComparer.Ordinal));
        Assert.Equal(6, funnels.Count);
    }

    [Fact]
    public async Task An_ad_shown_and_an_answer_taken_are_steps()
    {
        await using var site = await SiteUnderTest.WithWorld();
        // No ad is open to all yet: the page alone counts.
        await site.Visit().Open("/annonces");
        await Keep(site);
        Assert.Equal([("accueil", 1)], Counts(site, "annonces"));

        await site.Write<AdsDb>(db => AdsFurnishing.Fill(db, SiteUnderTest.Start));
        await AdsFurnishing.VolunteerOf(site, TestContext.Current.CancellationToken);
        await Keep(site);
        var counts = Counts(site, "annonces").ToDictionary(c => c.Item1, c => c.Item2, StringComparer.Ordinal);
        Assert.Equal((1, counts["accueil"] - 1), (counts["reponse"], counts["annonce"]));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_team_reads_steps_drops_and_the_file_of_days(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Write<AccountsDb>(db => db.AddRange(
            New("accueil", Today, 40), New("accueil", Today.AddDays(-29), 10), New("accueil", Today.AddDays(-30), 1000), New("code", Today, 30), New("finie", Today, 45), New("commencee", Today.AddDays(-6), 15)));
        var team = await (await site.SignIn(Crew.Superadmin)).Open("/admin/parcours");

        Assert.Contains("pas des personnes", team.Text, StringComparison.Ordinal);
        var rows = team.Page.QuerySelectorAll("section[aria-labelledby=eva] tbody tr").Select(r => Testing.Visitor.Flat(r.TextContent)).ToList();
        Assert.EndsWith("50première étape", rows[0], StringComparison.Ordinal);
        Assert.EndsWith("3060 %, soit 40 % en moins", rows[1], StringComparison.Ordinal);
        Assert.EndsWith("1550 %, soit 50 % en moins", rows[2], StringComparison.Ordinal);
        Assert.EndsWith("45300 % : on y vient aussi par un autre chemin", rows[3], StringComparison.Ordinal);
        Assert.EndsWith("00 %, soit 100 % en moins", rows[4], StringComparison.Ordinal);
        Assert.Contains("Page d’accueil d’Eva ouverte, 50", team.Page.QuerySelector("section[aria-labelledby=eva] svg")!.GetAttribute("aria-label"), StringComparison.Ordinal);

        await team.Press("Afficher", ("jours", "7"));
        rows = [.. team.Page.QuerySelectorAll("section[aria-labelledby=eva] tbody tr").Select(r => Testing.Visitor.Flat(r.TextContent))];
        Assert.EndsWith("40première étape", rows[0], StringComparison.Ordinal);
        await team.Follow("Télécharger les comptes de chaque jour (CSV)");
        var lines = (await team.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal(["jour;parcours;etape;intitule;compte", "2026-11-17;eva;commencee;Évaluation commencée;15", "2026-11-23;eva;accueil;Page d’accueil d’Eva ouverte;40"], lines[..3]);
        Assert.Equal(6, lines.Length);
        await team.Open("/admin/parcours?jours=-5");
        Assert.Contains("30 derniers jours", team.Page.QuerySelector("option[selected]")!.TextContent, StringComparison.Ordinal);
    }

    static StepCount New(string step, DateOnly day, int count) => new() { Funnel = "eva", Step = step, Day = day, Count = count };

    static IEnumerable<(string, int)> Counts(SiteUnderTest site, string funnel) =>
        site.ReadAccounts(db => db.StepCounts.Where(c => c.Funnel == funnel).ToList()).GroupBy(c => c.Step, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(c => c.Count))).OrderBy(c => c.Key, StringComparer.Ordinal);

    static async Task Keep(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<StepLedger>().Keep(TestContext.Current.CancellationToken);
    }
}
