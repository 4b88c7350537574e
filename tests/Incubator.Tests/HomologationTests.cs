using System.Net;
using Beffroi.Accounts.Post;
using Beffroi.Eva;
using Beffroi.Incubator.Securing;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Incubator.Tests;

/// <summary>F19: until when a service is authorised, under which ceiling, and who is told.</summary>
public sealed class HomologationTests
{
    const string Startup = "/incubateur/startups/exemple";
    const string Figure = "eva_evaluations_commencees";

    static readonly (string, string?)[] Ape = [("Kind", "Provisional"), ("Authority", "Direction du service"), ("From", "2026-11-01"), ("Until", "2027-10-31"), ("Criteria", "Moins de 1 000 évaluations"), ("Figure", Figure), ("Ceiling", "1 000")];

    static async Task<Visitor> Form(SiteUnderTest site)
    {
        await site.OpenToday();
        var camille = await site.SignIn(Crew.Superadmin);
        return await camille.Open(Startup + "/homologations");
    }

    [Theory]
    // An ADT goes from one month to three, an APE to twelve, a firm one to three years.
    [InlineData(HomologationKind.Trial, "2026-11-30", false)]
    [InlineData(HomologationKind.Trial, "2026-12-01", true)]
    [InlineData(HomologationKind.Trial, "2027-02-01", true)]
    [InlineData(HomologationKind.Trial, "2027-02-02", false)]
    [InlineData(HomologationKind.Provisional, "2026-11-01", false)]
    [InlineData(HomologationKind.Provisional, "2027-11-01", true)]
    [InlineData(HomologationKind.Provisional, "2027-11-02", false)]
    [InlineData(HomologationKind.Firm, "2029-11-01", true)]
    [InlineData(HomologationKind.Firm, "2029-11-02", false)]
    [InlineData(HomologationKind.Firm, "2026-10-31", false)]
    public void Each_decision_lasts_what_its_kind_may(HomologationKind kind, string until, bool may) =>
        Assert.Equal(may, Homologation.WrongEnd(kind, new(2026, 11, 1), DateOnly.ParseExact(until, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) is null);

    [Theory]
    [InlineData(799, "2027-01-01", "")]
    [InlineData(800, "2027-01-01", "Near")]
    [InlineData(999, "2027-01-01", "Near")]
    [InlineData(1000, "2027-01-01", "Reached")]
    [InlineData(2000, "2027-01-01", "Reached")]
    [InlineData(null, "2027-01-01", "")]
    // The last day is 31 October 2027: sixty days before is 1 September.
    [InlineData(0, "2027-08-31", "")]
    [InlineData(0, "2027-09-01", "EndsSoon")]
    [InlineData(0, "2027-10-30", "EndsSoon")]
    [InlineData(0, "2027-10-31", "Over")]
    [InlineData(1500, "2028-01-01", "Reached Over")]
    public void It_warns_at_four_fifths_at_the_ceiling_and_before_its_end(int? reading, string today, string warned)
    {
        var ape = new Homologation { Id = Guid.NewGuid(), StartupId = Guid.NewGuid(), Kind = HomologationKind.Provisional, Authority = "A", From = new(2026, 11, 1), Until = new(2027, 10, 31), Criteria = "C", Figure = Figure, Ceiling = 1000, By = Guid.NewGuid(), At = SiteUnderTest.Start };

        Assert.Equal(warned, string.Join(' ', ape.Alarms(reading, DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task F19_an_APE_is_written_once_with_its_ceiling_and_shown_on_the_page_of_the_startup(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var camille = await Form(site);

        await camille.Press("Écrire la décision", [.. Ape.Where(f => f.Item1 != "Figure"), ("Figure", "robots_comptes_demandes")]);

        Assert.Equal(Startup, camille.Address);
        Assert.Contains("APE (autorisation provisoire d’emploi)", camille.Text, StringComparison.Ordinal);
        Assert.Contains("du 1er novembre 2026 au 31 octobre 2027", camille.Text, StringComparison.Ordinal);
        // Nobody asked the detector anything: fewer than ten, which nobody is told exactly.
        Assert.Contains("moins de 10, lu le 23 novembre 2026", camille.Text, StringComparison.Ordinal);
        var kept = site.ReadIncubator(db => db.Homologations.Single());
        Assert.Equal((1000, "robots_comptes_demandes", site.IdOf(Crew.Superadmin)), (kept.Ceiling!.Value, kept.Figure, kept.By));
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.Write<IncubatorDb>(db => db.Remove(db.Homologations.Single())));
    }

    [Theory]
    [InlineData("Kind", "", "décision")]
    [InlineData("Kind", "1", "décision")]
    [InlineData("Until", "2027-11-02", "12 mois")]
    [InlineData("From", "2026-11-24", "jour passé")]
    [InlineData("Figure", "", "chiffre")]
    [InlineData("Figure", "eva_part_terminee", "chiffre")]
    [InlineData("Ceiling", "19", "20 ou plus")]
    [InlineData("Ceiling", "mille", "20 ou plus")]
    [InlineData("Criteria", " ", "rester vrai")]
    [InlineData("Authority", "", "fonction")]
    public async Task What_does_not_hold_is_refused_beside_its_field(string field, string typed, string said)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await Form(site);

        await camille.Post(Startup + "/homologations", [.. Ape.Where(f => f.Item1 != field).Select(f => (f.Item1, f.Item2!)), (field, typed)]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 0), (camille.Status, site.ReadIncubator(db => db.Homologations.Count())));
        Assert.Contains(said, Assert.Single(camille.Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_APE_without_a_ceiling_is_refused_and_a_firm_one_needs_none()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await Form(site);

        await camille.Press("Écrire la décision", [.. Ape.Where(f => f.Item1 is not ("Figure" or "Ceiling"))]);
        Assert.Contains("Une APE a un plafond", Assert.Single(camille.Mistakes), StringComparison.Ordinal);
        await camille.Press("Écrire la décision", ("Kind", "Firm"), ("Until", "2029-10-31"));
        Assert.Equal(Startup, camille.Address);

        // The next one comes later, and takes its place.
        await camille.Open(Startup + "/homologations");
        await camille.Press("Écrire la décision", Ape);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        await camille.Press("Écrire la décision", ("From", "2026-11-23"));
        Assert.Contains("APE", (await camille.Open(Startup)).Text, StringComparison.Ordinal);
        Assert.Contains("Homologation ferme, remplacée", (await camille.Open(Startup + "/homologations")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task F19_the_night_tells_each_alarm_once_to_the_team_and_the_delegator(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var camille = await Form(site);
        await camille.Press("Écrire la décision", [.. Ape.Where(f => f.Item1 != "Ceiling"), ("Ceiling", "100")]);
        await Play(site, 79);
        await Night(site);
        Assert.Empty(Letters(site));

        await Play(site, 80);
        await Night(site, days: 1);
        await Night(site);
        // Two managers, the intrapreneur, the delegator.
        Assert.Equal(4, Letters(site).Count);
        Assert.All(Letters(site), l => Assert.Contains("80 sur 100", l.Body, StringComparison.Ordinal));
        Assert.Equal(new[] { Crew.Admin, Crew.Charge, Crew.RegionAdmin, Crew.Superadmin }.Order(StringComparer.Ordinal), Letters(site).Select(l => site.ReadAccounts(db => db.Users.Single(u => u.Id == l.AccountId).Name)).Order(StringComparer.Ordinal));

        await Play(site, 100);
        await Night(site, days: 1);
        Assert.Equal(8, Letters(site).Count);
        camille = await (await site.SignIn(Crew.Superadmin)).Open(Startup);
        Assert.Contains("Le plafond est atteint", camille.Text, StringComparison.Ordinal);
        Assert.Contains("100, soit 100 % du plafond", camille.Text, StringComparison.Ordinal);
        Assert.Equal([AlarmKind.Near, AlarmKind.Reached], site.ReadIncubator(db => db.Alarms.ToList()).OrderBy(a => a.At).Select(a => a.Kind));
    }

    [Fact]
    public async Task F19_the_end_is_told_sixty_days_before_and_on_the_day()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await Form(site);
        await camille.Press("Écrire la décision", ("Kind", "Trial"), ("Authority", "Direction"), ("From", "2026-11-23"), ("Until", "2027-02-23"), ("Criteria", "Dix volontaires"));

        // 25 December is sixty days before 23 February.
        await Night(site, days: 31);
        Assert.Empty(Letters(site));
        await Night(site, days: 1);
        Assert.Equal(4, Letters(site).Count);
        await Night(site, days: 59);
        Assert.Equal(4, Letters(site).Count);
        await Night(site, days: 1);
        await Night(site, days: 1);

        Assert.Equal(8, Letters(site).Count);
        Assert.Equal([AlarmKind.EndsSoon, AlarmKind.Over], site.ReadIncubator(db => db.Alarms.ToList()).OrderBy(a => a.At).Select(a => a.Kind));
        Assert.Contains("L’homologation prend fin", (await (await site.SignIn(Crew.Superadmin)).Open(Startup)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F18_a_workshop_goes_out_of_date_when_its_count_of_users_is_reached()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Startup + "/ateliers");
        await camille.Press("Ouvrir l’atelier", ("HeldOn", "2026-11-20"), ("Facilitation", "Team"), ("Scope", "Tout"), ("Figure", Figure), ("Ceiling", "100"));
        var url = camille.Address;
        await Play(site, 99);
        await Night(site);
        Assert.DoesNotContain("périmé", (await camille.Open(Startup + "/ateliers")).Text, StringComparison.Ordinal);

        await Play(site, 100);
        await Night(site, days: 1);
        await Night(site, days: 1);

        camille = await (await site.SignIn(Crew.Superadmin)).Open(url);
        Assert.Contains("Cet atelier est périmé", camille.Text, StringComparison.Ordinal);
        Assert.Contains("100, pour un seuil de 100", camille.Text, StringComparison.Ordinal);
        Assert.Null(site.ReadIncubator(db => db.Triggers.Single()).By);
    }

    static async Task Night(SiteUnderTest site, int days = 0)
    {
        site.Clock.Advance(TimeSpan.FromDays(days));
        await using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<NightWatch>().Run(TestContext.Current.CancellationToken);
    }

    // As many evaluations in the whole of Eva, whatever the world had.
    static async Task Play(SiteUnderTest site, int total)
    {
        var there = site.Read(db => db.Evaluations.Count());
        await site.Given([.. Enumerable.Range(there, total - there).Select(_ => new Evaluation { Id = Guid.NewGuid(), CampaignId = null, BeneficiaryId = null, StartedAt = SiteUnderTest.Start, ConsentedAt = SiteUnderTest.Start, ConsentVersion = "1", TokenHash = [] })]);
        Assert.Equal(total, site.Read(db => db.Evaluations.Count()));
    }

    static List<OutboxLetter> Letters(SiteUnderTest site) => site.ReadAccounts(db => db.Set<OutboxLetter>().Where(l => l.Kind == "incubateur-homologation").ToList());
}
