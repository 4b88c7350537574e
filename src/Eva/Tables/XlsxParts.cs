using System.IO.Compression;
using System.Text;

namespace Beffroi.Eva.Tables;

/// <summary>What a workbook holds around its sheets (ECMA-376 part 1).</summary>
static class XlsxParts
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    // The same table always makes the same file.
    static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string SheetPart(int number) => $"xl/worksheets/sheet{number}.xml";

    /// <param name="names">Of the sheets: 31 characters at most, without mark-up.</param>
    public static IEnumerable<(string Part, byte[] Content)> Around(IReadOnlyList<string> names)
    {
        var numbers = Enumerable.Range(1, names.Count).ToList();
        var sheetTypes = string.Concat(numbers.Select(n => $"""<Override PartName="/{SheetPart(n)}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"""));
        var sheets = string.Concat(numbers.Select(n => $"""<sheet name="{names[n - 1]}" sheetId="{n}" r:id="rId{n}"/>"""));
        var relations = string.Concat(numbers.Select(n => $"""<Relationship Id="rId{n}" Type="{Office}/worksheet" Target="worksheets/sheet{n}.xml"/>"""));
        yield return Part("[Content_Types].xml", $"""<Types xmlns="{Types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{sheetTypes}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""");
        yield return Part("_rels/.rels", $"""<Relationships xmlns="{Packages}"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        yield return Part("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{sheets}</sheets></workbook>""");
        yield return Part("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Packages}">{relations}<Relationship Id="rId{names.Count + 1}" Type="{Office}/styles" Target="styles.xml"/></Relationships>""");
        // 0: figures; 1: texts on several lines (format 49 is « text »); 2: the first row.
        yield return Part("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>""");
    }

    public static ZipArchiveEntry Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        return entry;
    }

    static (string, byte[]) Part(string name, string content) => (name, Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n" + content));
}
