using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using Beffroi.Cli.World;
using Beffroi.Incubator.Accounting;

namespace Beffroi.Incubator.Tests;

/// <summary>F6 and F15: the lines of the ledger, with their Chorus codes, to compare with Chorus.</summary>
public sealed class ReconciliationTests
{
    static readonly XNamespace Sheet = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    static readonly string[] Amounts = ["ae_ouvertes", "ae_engagees", "service_fait", "cp_ouverts", "cp_payes"];
    static readonly string[] Axes = ["axe_ministeriel_1", "domaine_fonctionnel", "centre_financier", "activite", "centre_cout"];

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task F6_Every_line_bears_the_five_axes_and_the_file_the_page_and_the_spreadsheet_add_up_to_the_same(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.PlantIncubator(TestContext.Current.CancellationToken);
        var camille = await site.SignIn(Crew.Superadmin);

        var lines = await Table.Read(camille, Addresses.EntriesCsv(WorldIncubator.EvaConvention), Addresses.EntriesSchema);

        var eva = site.ReadIncubator(db => db.Conventions.Single(c => c.Slug == WorldIncubator.EvaConvention));
        var entries = site.ReadIncubator(db => db.Entries.Where(e => e.ConventionId == eva.Id).ToList());
        Assert.Equal(entries.Select(e => e.Number).Order(), lines.Select(l => int.Parse(l["numero"], CultureInfo.InvariantCulture)));
        Assert.All(lines, l => Assert.Equal(["36", "0103-04", "0103-CEFP-C003", "010300000623", "EMPEF00075"], Axes.Select(a => l[a])));
        // Counted here from the rows alone.
        decimal Sum(EntryKind kind, Func<LedgerEntry, Money> amount) => entries.Where(e => e.Kind == kind).Sum(e => amount(e).Amount);
        decimal[] expected = [Sum(EntryKind.Allocation, e => e.Ae), Sum(EntryKind.Commitment, e => e.Ae), Sum(EntryKind.Service, e => e.Service), Sum(EntryKind.Allocation, e => e.Cp), Sum(EntryKind.Payment, e => e.Cp)];
        Assert.All(expected, total => Assert.True(total > 0));
        Assert.Equal(expected, Amounts.Select(a => lines.Sum(l => decimal.Parse(l[a], CultureInfo.InvariantCulture))));

        await camille.Open(Addresses.Entries(WorldIncubator.EvaConvention));
        var foot = camille.Page.QuerySelectorAll("main tbody tr")[^1].QuerySelectorAll("td").Select(d => Visitor.Flat(d.TextContent.Trim())).ToList();
        Assert.Equal(expected.Select(t => Visitor.Flat(Money.Of(t).ToString())), foot.Where(t => t.Length > 0));
        Assert.NotNull(camille.Page.QuerySelector("main button[data-print][hidden]"));

        await using var zip = new ZipArchive(new MemoryStream(await camille.Http.GetByteArrayAsync(new Uri(Addresses.EntriesOds(WorldIncubator.EvaConvention), UriKind.Relative), TestContext.Current.CancellationToken)));
        await using var content = await zip.GetEntry("content.xml")!.OpenAsync(TestContext.Current.CancellationToken);
        var rows = (await XDocument.LoadAsync(content, LoadOptions.None, TestContext.Current.CancellationToken)).Descendants(Sheet + "table-row").Select(r => r.Elements(Sheet + "table-cell").ToList()).ToList();
        var names = rows[0].ConvertAll(c => c.Value);
        Assert.Equal(expected, Amounts.Select(a => decimal.Parse(rows[^1][names.IndexOf(a)].Attribute(Office + "value")!.Value, CultureInfo.InvariantCulture)));
        Assert.Equal(lines.Count + 2, rows.Count);
    }

    [Fact]
    public async Task F6_What_was_typed_in_Chorus_is_on_its_line_a_reversal_names_the_line_that_it_undoes_and_an_empty_axis_stays_empty()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await (await site.SignIn(Crew.Superadmin)).PlaceOrder("C-1", "30000");
        var order = site.ReadIncubator(db => db.Orders.Single());
        await camille.Open(Addresses.Register(Today.Slug));
        var entry = site.ReadIncubator(db => db.Entries.Single(e => e.Kind == EntryKind.Commitment));
        await camille.Press("C’est saisi", ($"Proof-{entry.Id}", "EJ 1400012345"));
        await camille.Open(Addresses.Reverse(order.Id, entry.Number));
        await camille.Press("Annuler l’écriture", ("Reason", "Commande annulée"));

        var lines = await Table.Read(camille, Addresses.EntriesCsv(Today.Slug), Addresses.EntriesSchema);

        Assert.Equal([("ouverture", "", "0.00", ""), ("engagement", "", "30000.00", "EJ 1400012345"), ("engagement", "2", "-30000.00", "")], lines.Select(l => (l["nature"], l["annule"], l["ae_engagees"], l["piece_chorus"])));
        Assert.All(lines, l => Assert.Equal("", l["axe_ministeriel_1"]));
        Assert.Equal("2026-11-23", lines[1]["saisie_chorus"]);
    }

    [Fact]
    public async Task F6_What_somebody_typed_runs_nothing_in_a_spreadsheet_and_amounts_stay_numbers()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Today.Url + "/commander");
        await camille.Press("Commander", ("Number", "=CMD|'calc'!A1"), ("Label", "@SUM(A1:A9), \"deux\""), ("Prestation", "Devops"), ("Supplier", "Atelier"), ("Contract", "M"), ("ContractEnd", "2028-12-31"), ("ExclTax", "10"), ("InclTax", "10"), ("PlacedOn", "2026-11-23"), ("From", "2026-11-23"), ("To", "2027-02-28"));

        var line = (await Table.Read(camille, Addresses.EntriesCsv(Today.Slug), Addresses.EntriesSchema))[1];

        Assert.Equal(("'=CMD|'calc'!A1", "'@SUM(A1:A9), \"deux\"", "10.00"), (line["commande"], line["libelle"], line["ae_engagees"]));
    }

    [Fact]
    public async Task Nobody_without_a_mandate_reads_the_entries()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var rose = await site.SignIn(Crew.Rose);

        foreach (var address in new[] { Addresses.Entries(Today.Slug), Addresses.EntriesCsv(Today.Slug), Addresses.EntriesOds(Today.Slug) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await rose.Open(address)).Status);
        }
    }
}
