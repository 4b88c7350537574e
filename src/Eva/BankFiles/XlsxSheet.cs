using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Beffroi.Eva.BankFiles;

/// <summary>Writes one table as a workbook that spreadsheets open: texts are marked as texts, so that nothing is taken for a date or a formula.</summary>
static class XlsxSheet
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    const string SheetPart = "xl/worksheets/sheet1.xml";

    // The same table always makes the same file.
    static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="name">Of the sheet: 31 characters at most.</param>
    /// <param name="isNumber">Whether a column, from 0, holds figures.</param>
    public static byte[] Write(string name, IEnumerable<IReadOnlyList<string>> rows, Func<int, bool> isNumber)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", $"""<Types xmlns="{Types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/{SheetPart}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""");
            Part(zip, "_rels/.rels", $"""<Relationships xmlns="{Packages}"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            Part(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Packages}"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/></Relationships>""");
            // 0: figures; 1: texts on several lines (format 49 is « text »); 2: the first row.
            Part(zip, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>""");
            using var sheet = Open(zip, SheetPart);
            Table(sheet, rows, isNumber);
        }

        return file.ToArray();
    }

    static void Table(Stream stream, IEnumerable<IReadOnlyList<string>> rows, Func<int, bool> isNumber)
    {
        using var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize });
        xml.WriteStartElement("worksheet", Main);
        // The words of the columns stay in sight.
        xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="64" width="18" customWidth="1"/></cols>""");
        xml.WriteStartElement("sheetData", Main);
        foreach (var (index, row) in rows.Index())
        {
            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", (index + 1).ToString(CultureInfo.InvariantCulture));
            foreach (var (column, cell) in row.Index().Where(c => c.Item.Length > 0))
            {
                Cell(xml, CellPlace.Name(column, index + 1), cell, index > 0 && isNumber(column), index == 0 ? "2" : "1");
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    static void Cell(XmlWriter xml, string place, string text, bool figure, string style)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", place);
        if (figure)
        {
            xml.WriteElementString("v", Main, text);
        }
        else
        {
            xml.WriteAttributeString("s", style);
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Whole(XlsxText.Escaped(text)));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    static string Whole(string text) => text.Length <= Sheet.MaxCell ? text : throw new ArgumentException($"A cell of {text.Length} characters does not fit into a spreadsheet.", nameof(text));

    static void Part(ZipArchive zip, string name, string content)
    {
        using var part = new StreamWriter(Open(zip, name), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        part.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n");
        part.Write(content);
    }

    static Stream Open(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Epoch;
        return entry.Open();
    }
}

/// <summary>Names of cells: A1, AB12.</summary>
static class CellPlace
{
    public static string Name(int column, int row) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    public static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    /// <summary>The column, from 0, of a name; null when it has none.</summary>
    public static int? Column(string? name)
    {
        var column = 0;
        foreach (var c in name ?? "")
        {
            if (c is < 'A' or > 'Z')
            {
                break;
            }

            column = (column * 26) + (c - 'A' + 1);
            if (column > 16_384)
            {
                return null;
            }
        }

        return column == 0 ? null : column - 1;
    }
}
