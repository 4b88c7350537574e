using System.Net;
using Beffroi.Accounts.Prospects;
using Beffroi.Kit;
using Beffroi.Testing;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Accounts.Tests.Partners;

public sealed class PartnersTests
{
    static readonly DateTimeOffset Now = SiteUnderTest.Start;

    [Theory, ClassData(typeof(Engines))]
    public async Task A_prospect_is_written_corrected_lost_taken_back_and_erased(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var team = await (await site.SignIn(Crew.Superadmin)).Open("/admin/partenaires");
        await team.Follow("Ajouter un prospect");
        await team.Press("Enregistrer", ("Part", "eva"), ("Name", "  Mission locale\tdes Dunes "), ("ContactRole", "directrice"), ("NextStep", "Montrer un jeu"), ("NextStepOn", "2026-12-01"));
        Assert.Equal("/admin/partenaires", team.Address);
        var met = site.ReadAccounts(db => db.Prospects.Single());
        Assert.Equal(("Mission locale des Dunes", "directrice", new DateOnly(2026, 12, 1), Now, site.IdOf(Crew.Superadmin), null), (met.Name, met.ContactRole, met.NextStepOn, met.EnteredAt, met.EnteredBy, met.Source));
        // What is to be done first is first.
        Assert.Contains("Mission locale des Dunes", team.Page.QuerySelectorAll("table")[^1].QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);

        await team.Follow("Mission locale des Dunes");
        await team.Press("Noter perdu", ("LostWhy", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, team.Status);
        await team.Press("Noter perdu", ("LostWhy", "Pas de salle"));
        Assert.Contains("Noté perdu le 23 novembre 2026 : Pas de salle", team.Text, StringComparison.Ordinal);
        Assert.Equal(1, Count(await team.Open("/admin/partenaires?etape=Lost"), "Perdu"));
        await team.Follow("Mission locale des Dunes");
        await team.Press("Reprendre le contact");
        await team.Press("Enregistrer", ("Name", "Mission locale du Phare"), ("NextStepOn", ""));
        met = site.ReadAccounts(db => db.Prospects.Single());
        Assert.Equal(("Mission locale du Phare", null, null), (met.Name, met.LostAt, met.NextStepOn));
        await team.Open($"/admin/partenaires/{met.Id}");
        await team.Press("Effacer pour toujours");
        Assert.False(site.ReadAccounts(db => db.Prospects.Any()));
    }

    [Theory]
    [InlineData("Part", "", "Choisissez un service")]
    [InlineData("Name", " ", "Écrivez le nom de la structure ou de l’organisation")]
    [InlineData("NextStepOn", "demain", "Écrivez une date, par exemple 2026-12-31")]
    [InlineData("NextStepOn", "2026-02-30", "Écrivez une date, par exemple 2026-12-31")]
    [InlineData("User", "eva:00000000-0000-0000-0000-000000000000", "Choisissez une inscription de ce service, qui n’est pas déjà celle d’un autre prospect")]
    public async Task What_is_wrong_is_said(string field, string typed, string message)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var team = await (await site.SignIn(Crew.Superadmin)).Open("/admin/partenaires/nouveau");
        await team.Post("/admin/partenaires/nouveau", [.. new[] { ("Part", "eva"), ("Name", "Phare") }.Where(f => f.Item1 != field), (field, typed)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, team.Status);
        Assert.Contains(message, team.Text, StringComparison.Ordinal);
        Assert.False(site.ReadAccounts(db => db.Prospects.Any()));
    }

    [Fact]
    public async Task A_name_longer_than_its_column_is_refused_and_one_as_long_is_kept()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var team = await (await site.SignIn(Crew.Superadmin)).Open("/admin/partenaires/nouveau");
        await team.Post("/admin/partenaires/nouveau", ("Part", "eva"), ("Name", new string('x', Prospect.NameMaxLength + 1)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, team.Status);
        await team.Post("/admin/partenaires/nouveau", ("Part", "eva"), ("Name", new string('x', Prospect.NameMaxLength)));
        Assert.Equal(1, site.ReadAccounts(db => db.Prospects.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_prospect_becomes_a_structure_that_is_here_and_its_stage_follows_the_dates_of_Eva(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var mission = site.StructureOf("Mission locale du Beffroi");
        var team = await (await site.SignIn(Crew.Superadmin)).Open("/admin/partenaires/nouveau");
        await team.Press("Enregistrer", ("Part", "eva"), ("Name", "La mission, rencontrée au salon"), ("User", $"eva:{mission}"));
        Assert.Equal(mission, site.ReadAccounts(db => db.Prospects.Single().BecameId));

        await team.Open("/admin/partenaires?service=eva");
        Assert.Equal("Actif", Row(team, "Mission locale du Beffroi")[3]);
        Assert.DoesNotContain("rencontrée au salon", team.Text, StringComparison.Ordinal);
        // Nobody else may become it.
        await team.Open("/admin/partenaires/nouveau");
        Assert.DoesNotContain(team.Page.QuerySelectorAll("select[name=User] option"), o => o.TextContent.Contains("Mission locale du Beffroi", StringComparison.Ordinal));

        site.Clock.Advance(TimeSpan.FromDays(PartnerLine.ActiveDays + 1));
        team = await (await site.SignIn(Crew.Superadmin)).Open("/admin/partenaires?service=eva&etape=Dormant");
        Assert.Equal("En sommeil", Row(team, "Mission locale du Beffroi")[3]);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_list_leaves_as_a_file_that_runs_nothing(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Write<AccountsDb>(db => db.Add(SupportFurnishing.Prospect(site.IdOf(Crew.Superadmin), Now, SitePart.Ads, "=1+1;\"Dunes\"")));
        var team = await (await site.SignIn(Crew.Superadmin)).Open("/admin/partenaires");
        await team.Press("Filtrer", ("service", "annonces"), ("etape", "Prospect"));
        await team.Follow("Télécharger la liste (CSV)");
        var text = (await team.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimStart('\uFEFF');
        Assert.Equal("service;nom;type;etape;connu_le;premiere_utilisation;premiere_utilisation_active;derniere_utilisation_active;interlocuteur;origine;prochaine_etape;prochaine_etape_le;perdu_le;pourquoi\r\n"
            + "annonces;\"'=1+1;\"\"Dunes\"\"\";Mission locale;Prospect;2026-11-23;;;;directrice;Salon;Montrer un jeu;2026-12-01;;\r\n", text);
    }

    // Days before now: known, first use, first active, last active; lost; the stage expected.
    [Theory]
    [InlineData(100, null, null, null, null, PartnerStage.Prospect)]
    [InlineData(100, 89, null, null, null, PartnerStage.FirstUse)]
    [InlineData(100, 90, null, null, null, PartnerStage.FirstUse)]
    [InlineData(100, 91, null, null, null, PartnerStage.Dormant)]
    [InlineData(400, 300, 200, 90, null, PartnerStage.Active)]
    [InlineData(400, 300, 200, 91, null, PartnerStage.Dormant)]
    [InlineData(100, null, null, null, 5, PartnerStage.Lost)]
    [InlineData(100, 50, 40, 30, 5, PartnerStage.Lost)]
    [InlineData(100, 50, 40, 3, 5, PartnerStage.Active)]
    public void A_stage_is_told_by_dates(int known, int? first, int? active, int? last, int? lost, PartnerStage stage) => Assert.Equal(stage, Line(known, first, active, last, lost).Stage(Now));

    [Fact]
    public void Conversions_count_who_could_and_who_did_with_the_median_of_days()
    {
        // 10 and 30 days to a first use, 4 from there to an active one; one was here before being known, one never came.
        var steps = Conversion.Of([Line(100, 90, 86, 80, null), Line(100, 70, null, null, null), Line(10, 40, null, null, null), Line(20, null, null, null, null)]);
        Assert.Equal([new("Connu → première utilisation", 4, 3, 20), new("Première utilisation → utilisation active", 3, 1, 4)], steps);
        Assert.All(Conversion.Of([]), step => Assert.Equal((0, 0, null), (step.From, step.To, step.MedianDays)));
    }

    static PartnerLine Line(int known, int? first, int? active, int? last, int? lost)
    {
        var met = SupportFurnishing.Prospect(Guid.Empty, Now.AddDays(-known));
        if (lost is { } days)
        {
            met.Lose("Non", Guid.Empty, Now.AddDays(-days));
        }

        var use = first is null ? null : new PartnerUse { Id = Guid.NewGuid(), Name = "x", RegisteredAt = Now, FirstUse = Ago(first), FirstActive = Ago(active), LastActive = Ago(last) };
        return new() { Part = SitePart.Eva, Name = "x", Kind = null, Prospect = met, Use = use };
    }

    static DateTimeOffset? Ago(int? days) => days is { } some ? Now.AddDays(-some) : null;

    static List<string> Row(Visitor team, string name) => [.. team.Page.QuerySelectorAll("table")[^1].QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(name, StringComparison.Ordinal)).QuerySelectorAll("td").Select(c => c.TextContent.Trim())];

    static int Count(Visitor team, string stage) => int.Parse(team.Page.QuerySelector("table")!.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent == stage).QuerySelectorAll("td")[1].TextContent, System.Globalization.CultureInfo.InvariantCulture);
}
