using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Beffroi.Incubator.Tests;

/// <summary>F15 of the specification: the same figures in CSV and in a spreadsheet, to the cent.</summary>
public sealed class SpreadsheetTests
{
    static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0", Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    [Theory]
    [InlineData(Addresses.BudgetOds, Addresses.BudgetCsv, Addresses.BudgetSchema, "ae_engagees", "cp_payes")]
    [InlineData(Addresses.ConventionsOds, Addresses.ConventionsCsv, Addresses.ConventionsSchema, "montant_ae", "montant_cp")]
    public async Task F15_The_spreadsheet_says_what_the_CSV_says_with_numbers_as_numbers(string ods, string csv, string schema, string first, string second)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantIncubator(TestContext.Current.CancellationToken);
        var lines = await Incubator.Tests.Table.Read(site.Visit(), csv, schema);
        var bytes = await site.Visit().Http.GetByteArrayAsync(new Uri(ods, UriKind.Relative), TestContext.Current.CancellationToken);

        // The kind of the file is read at byte 38 by those who look there (OpenDocument 1.2, part 3, 3.3).
        Assert.Equal("application/vnd.oasis.opendocument.spreadsheet", Encoding.ASCII.GetString(bytes, 38, 46));
        await using var zip = new ZipArchive(new MemoryStream(bytes));
        await using var content = await zip.GetEntry("content.xml")!.OpenAsync(TestContext.Current.CancellationToken);
        var rows = (await XDocument.LoadAsync(content, LoadOptions.None, TestContext.Current.CancellationToken)).Descendants(Table + "table-row").Select(r => r.Elements(Table + "table-cell").ToList()).ToList();
        var names = rows[0].ConvertAll(c => c.Value);
        Assert.Equal(lines[0].Keys.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
        Assert.Equal(lines.Select(l => l.Values.ToArray()), rows.Skip(1).SkipLast(1).Select(r => r.Select(c => c.Value).ToArray()));
        foreach (var name in new[] { first, second })
        {
            var total = rows[^1][names.IndexOf(name)];
            Assert.All(rows.Skip(1), r => Assert.Equal("float", r[names.IndexOf(name)].Attribute(Office + "value-type")!.Value));
            Assert.StartsWith("of:=SUM(", total.Attribute(Table + "formula")!.Value, StringComparison.Ordinal);
            Assert.Equal(lines.Sum(l => decimal.Parse(l[name], CultureInfo.InvariantCulture)), decimal.Parse(total.Attribute(Office + "value")!.Value, CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task F15_LibreOffice_opens_it_and_adds_up_to_the_same()
    {
        var program = new[] { "/usr/bin/soffice", "/usr/bin/libreoffice" }.FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "LibreOffice is not on this machine: ./test --long installs it.");
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantIncubator(TestContext.Current.CancellationToken);
        var lines = await Incubator.Tests.Table.Read(site.Visit(), Addresses.BudgetCsv, Addresses.BudgetSchema);
        var folder = Directory.CreateTempSubdirectory("beffroi-ods-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "budget.ods"), await site.Visit().Http.GetByteArrayAsync(new Uri(Addresses.BudgetOds, UriKind.Relative), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            var start = new ProcessStartInfo(program!) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in new[] { "-env:UserInstallation=file://" + Path.Combine(folder.FullName, "profile"), "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true", "--outdir", folder.FullName, Path.Combine(folder.FullName, "budget.ods") })
            {
                start.ArgumentList.Add(argument);
            }

            using (var office = Process.Start(start)!)
            {
                await office.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            var total = (await File.ReadAllLinesAsync(Path.Combine(folder.FullName, "budget.csv"), TestContext.Current.CancellationToken))[^1].Split(';');
            Assert.Equal("Total", total[0]);
            Assert.Equal(lines.Sum(l => decimal.Parse(l["ae_engagees"], CultureInfo.InvariantCulture)), decimal.Parse(total[^2], NumberStyles.Number, CultureInfo.InvariantCulture));
            Assert.Equal(lines.Sum(l => decimal.Parse(l["cp_payes"], CultureInfo.InvariantCulture)), decimal.Parse(total[^1], NumberStyles.Number, CultureInfo.InvariantCulture));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
