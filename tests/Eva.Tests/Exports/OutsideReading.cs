using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Microsoft.VisualBasic.FileIO;

namespace Beffroi.Eva.Tests.Exports;

/// <summary>Files read by what owes nothing to the code that wrote them: the parser of another library, and plain zip and XML.</summary>
static class OutsideReading
{
    static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static List<Dictionary<string, string>> Csv(byte[] file)
    {
        Assert.True(file.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        using var parser = new TextFieldParser(new MemoryStream(file), Encoding.UTF8) { Delimiters = [";"], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        var titles = parser.ReadFields()!;
        Assert.Equal(titles.Length, titles.Distinct(StringComparer.Ordinal).Count());
        var rows = new List<Dictionary<string, string>>();
        while (parser.ReadFields() is { } fields)
        {
            Assert.Equal(titles.Length, fields.Length);
            rows.Add(titles.Zip(fields).ToDictionary(f => f.First, f => f.Second, StringComparer.Ordinal));
        }

        return rows;
    }

    /// <summary>The sheets by their names, in the order of the workbook; figures are kept apart in the second part of a case.</summary>
    public static List<(string Name, List<Dictionary<string, (string Text, bool IsFigure)>> Rows)> Xlsx(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        XNamespace rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var targets = Load(zip, "xl/_rels/workbook.xml.rels").Root!.Elements().ToDictionary(e => e.Attribute("Id")!.Value, e => e.Attribute("Target")!.Value, StringComparer.Ordinal);
        Assert.NotNull(zip.GetEntry("[Content_Types].xml"));
        Assert.NotNull(zip.GetEntry("xl/styles.xml"));
        return [.. Load(zip, "xl/workbook.xml").Descendants(Main + "sheet").Select(sheet => (sheet.Attribute("name")!.Value, Rows(Load(zip, "xl/" + targets[sheet.Attribute(rel + "id")!.Value]))))];
    }

    static List<Dictionary<string, (string, bool)>> Rows(XDocument sheet)
    {
        Assert.Empty(sheet.Descendants(Main + "f"));
        var rows = sheet.Descendants(Main + "row").Select(row => row.Elements(Main + "c").ToDictionary(
            c => string.Concat(c.Attribute("r")!.Value.TakeWhile(char.IsLetter)), c => c.Attribute("t") is null ? (c.Value, true) : (c.Value, false), StringComparer.Ordinal)).ToList();
        return [.. rows.Skip(1).Select(row => rows[0].ToDictionary(title => title.Value.Item1, title => row.GetValueOrDefault(title.Key, ("", false)), StringComparer.Ordinal))];
    }

    static XDocument Load(ZipArchive zip, string part)
    {
        using var stream = zip.GetEntry(part)!.Open();
        return XDocument.Load(stream);
    }
}
