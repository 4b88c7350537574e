using System.Globalization;
using System.Net;
using Beffroi.Cli.World;
using Beffroi.Incubator.Accounting;

namespace Beffroi.Incubator.Tests;

/// <summary>What everybody reads, and that it is the ledger's.</summary>
public sealed class PublicPagesTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_two_conventions_are_entered_exactly_and_what_they_do_not_say_is_not_said(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.PlantIncubator(TestContext.Current.CancellationToken);
        var all = site.ReadIncubator(db => db.Conventions.ToList());
        var (eva, disinfo) = (all.Single(c => c.Slug == WorldIncubator.EvaConvention), all.Single(c => c.Slug == WorldIncubator.DisinfoConvention));

        Assert.Equal((370_000m, 370_000m, 160_000m, 160_000m), (eva.AmountAe.Amount, eva.AmountCp.Amount, disinfo.AmountAe.Amount, disinfo.AmountCp.Amount));
        Assert.Equal(new() { MinisterialAxis = "36", FunctionalDomain = "0103-04", FinancialCentre = "0103-CEFP-C003", Activity = "010300000623", CostCentre = "EMPEF00075" }, eva.Imputation);
        Assert.Equal(new() { MinisterialAxis = null, FunctionalDomain = "0105-06-08", FinancialCentre = "0105-CRES-CDSI", Activity = "010501A61404", CostCentre = "AECDSI2044" }, disinfo.Imputation);
        Assert.Equal(Sample.EvaClauses, eva.Clauses);
        Assert.Equal(Sample.DisinfoClauses, disinfo.Clauses);

        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Addresses.Convention(WorldIncubator.DisinfoConvention));
        Assert.Contains("Axe ministériel 1non renseigné", camille.Page.QuerySelectorAll("dl")[^1].TextContent.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Null(Chain.FirstBroken(site.ReadIncubator(db => db.Entries.Where(e => e.ConventionId == eva.Id).ToList())));
    }

    [Fact]
    public async Task The_budget_in_CSV_is_the_ledger_to_the_cent_and_is_what_its_schema_says()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantIncubator(TestContext.Current.CancellationToken);

        var lines = await Table.Read(site.Visit(), Addresses.BudgetCsv, Addresses.BudgetSchema);

        var entries = site.ReadIncubator(db => db.Entries.ToList());
        Assert.Equal(entries.Where(e => e.Kind == EntryKind.Commitment).Sum(e => e.Ae.Amount), lines.Sum(l => decimal.Parse(l["ae_engagees"], CultureInfo.InvariantCulture)));
        Assert.Equal(entries.Where(e => e.Kind == EntryKind.Payment).Sum(e => e.Cp.Amount), lines.Sum(l => decimal.Parse(l["cp_payes"], CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData(Prestation.Devops, "Développeur")]
    [InlineData(Prestation.Design, "Designer")]
    [InlineData(Prestation.Deploiement, "Déploiement/Communication/Relations institutionnelles")]
    [InlineData(Prestation.PsychologieSociale, "Autre")]
    [InlineData(Prestation.Coaching, "Manageur/MOA/Coaching/PO/PM/Pilotage")]
    public async Task F14_Each_kind_of_service_is_published_under_its_activity(Prestation kind, string activity)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday(Sample.EvaClauses with { PrestationNames = string.Join(',', Enum.GetNames<Prestation>()) });
        var orders = await site.SignIn(Crew.Superadmin);
        await orders.PlaceOrder("C-1", "1000", prestation: kind);
        Assert.Equal("Commande C-1", orders.Heading);

        var line = (await Table.Read(site.Visit(), Addresses.BudgetCsv, Addresses.BudgetSchema)).Single(l => l["convention"] == Today.Slug);

        Assert.Equal((activity, "Prestations externes", "1000.00"), (line["activite"], line["ressource"], line["ae_engagees"]));
    }

    [Fact]
    public async Task The_conventions_in_CSV_are_what_their_schema_says_and_an_avenant_counts()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantIncubator(TestContext.Current.CancellationToken);
        var eva = site.ReadIncubator(db => db.Conventions.Single(c => c.Slug == WorldIncubator.EvaConvention));
        await site.Write<IncubatorDb>(db => db.Add(new Avenant { Id = Guid.NewGuid(), ConventionId = eva.Id, Number = 1, SignedOn = new(2020, 9, 1), DeltaAe = Money.Of(0.01m), DeltaCp = Money.Zero, Year = 2020, NewEnd = new(2020, 12, 1), NewHardStop = null, Reason = "Essai, \"avec\" des guillemets", CommitteeId = null, By = Guid.NewGuid(), At = SiteUnderTest.Start }));

        var lines = await Table.Read(site.Visit(), Addresses.ConventionsCsv, Addresses.ConventionsSchema);

        var (written, disinfo) = (lines.Single(l => l["convention"] == eva.Slug), lines.Single(l => l["convention"] == WorldIncubator.DisinfoConvention));
        Assert.Equal(("370000.01", "370000.00", "2020-05-15", "", "2020-12-01", "2020-12-31", "1", "36"), (written["montant_ae"], written["montant_cp"], written["signature"], written["publication"], written["fin"], written["dernier_paiement"], written["avenants"], written["axe_ministeriel_1"]));
        Assert.Equal(("160000.00", "2020-04-01", "", "Ministère de l’Europe et des affaires étrangères (MEAE), direction du numérique"), (disinfo["montant_ae"], disinfo["publication"], disinfo["axe_ministeriel_1"], disinfo["delegant"]));
    }

    [Fact]
    public async Task Everybody_reads_budgets_conventions_and_cards_without_an_account()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantIncubator(TestContext.Current.CancellationToken);
        var anyone = site.Visit();

        await anyone.Open("/budget");
        Assert.Contains(Visitor.Flat(Money.Of(370_000).ToString()), anyone.Text, StringComparison.Ordinal);
        await anyone.Open("/conventions");
        Assert.Contains("Convention DISINFO 2020", anyone.Text, StringComparison.Ordinal);
        await anyone.Follow("Eva");
        Assert.Equal((HttpStatusCode.OK, "Eva"), (anyone.Status, anyone.Heading));
        Assert.DoesNotContain("Camille", anyone.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.Open("/startups/inconnue")).Status);
    }

    [Fact]
    public async Task A_convention_that_is_not_signed_is_not_public()
    {
        await using var site = await SiteUnderTest.Empty();
        var draft = Sample.Eva();
        draft.SignedOn = null;
        await site.Write<IncubatorDb>(db => db.AddRange(new Startup { Id = draft.StartupId, Slug = "eva", Title = "Eva", Mission = "M", Contact = "c@beffroi.example", Incubator = "I" }, draft));

        Assert.Contains("Aucune convention", (await site.Visit().Open("/conventions")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("370", (await site.Visit().Open("/startups/eva")).Text, StringComparison.Ordinal);
    }
}
