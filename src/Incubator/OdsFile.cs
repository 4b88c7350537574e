using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Beffroi.Incubator;

/// <summary>A spreadsheet of OpenDocument 1.2 (ISO/IEC 26300) of one sheet: words as words, numbers and days as what they are, and a last line that adds up what is money.</summary>
static class OdsFile
{
    public const string MediaType = "application/vnd.oasis.opendocument.spreadsheet";
    const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    const string Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    const string Number = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0";
    const string Manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

    /// <param name="sheet">Its name.</param>
    /// <param name="head">Names of the columns.</param>
    /// <param name="rows">Cells: <see cref="string"/>, <see cref="int"/>, <see cref="DateOnly"/>, <see cref="Money"/>, or null for an empty one.</param>
    public static byte[] Of(string sheet, IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            // First and not compressed, so that the kind of the file is read at a fixed place.
            Part(zip, "mimetype", CompressionLevel.NoCompression, Encoding.ASCII.GetBytes(MediaType));
            Part(zip, "META-INF/manifest.xml", CompressionLevel.Optimal, Xml(WriteManifest));
            Part(zip, "content.xml", CompressionLevel.Optimal, Xml(xml => WriteContent(xml, sheet, head, rows)));
        }

        return file.ToArray();
    }

    static void Part(ZipArchive zip, string name, CompressionLevel level, byte[] bytes)
    {
        using var part = zip.CreateEntry(name, level).Open();
        part.Write(bytes);
    }

    static byte[] Xml(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            write(xml);
        }

        return bytes.ToArray();
    }

    static void WriteManifest(XmlWriter xml)
    {
        xml.WriteStartElement("manifest", "manifest", Manifest);
        xml.WriteAttributeString("version", Manifest, "1.2");
        foreach (var (path, type) in new[] { ("/", MediaType), ("content.xml", "text/xml") })
        {
            xml.WriteStartElement("file-entry", Manifest);
            xml.WriteAttributeString("full-path", Manifest, path);
            xml.WriteAttributeString("media-type", Manifest, type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    static void WriteContent(XmlWriter xml, string sheet, IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        xml.WriteStartElement("office", "document-content", Office);
        foreach (var (prefix, name) in new[] { ("table", Table), ("text", Text), ("style", Style), ("number", Number), ("of", "urn:oasis:names:tc:opendocument:xmlns:of:1.2") })
        {
            xml.WriteAttributeString("xmlns", prefix, null, name);
        }

        xml.WriteAttributeString("version", Office, "1.2");
        WriteStyles(xml);
        xml.WriteStartElement("body", Office);
        xml.WriteStartElement("spreadsheet", Office);
        xml.WriteStartElement("table", Table);
        xml.WriteAttributeString("name", Table, sheet);
        xml.WriteStartElement("table-header-rows", Table);
        WriteRow(xml, head);
        xml.WriteEndElement();
        foreach (var row in rows)
        {
            WriteRow(xml, row);
        }

        WriteTotal(xml, head.Count, rows);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // Two decimals and groups of three, as people read money.
    static void WriteStyles(XmlWriter xml)
    {
        xml.WriteStartElement("automatic-styles", Office);
        xml.WriteStartElement("number-style", Number);
        xml.WriteAttributeString("name", Style, "deux-decimales");
        xml.WriteStartElement("number", Number);
        xml.WriteAttributeString("decimal-places", Number, "2");
        xml.WriteAttributeString("min-integer-digits", Number, "1");
        xml.WriteAttributeString("grouping", Number, "true");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("style", Style);
        xml.WriteAttributeString("name", Style, "montant");
        xml.WriteAttributeString("family", Style, "table-cell");
        xml.WriteAttributeString("data-style-name", Style, "deux-decimales");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    static void WriteRow(XmlWriter xml, IReadOnlyList<object?> cells)
    {
        xml.WriteStartElement("table-row", Table);
        foreach (var cell in cells)
        {
            WriteCell(xml, cell, formula: null);
        }

        xml.WriteEndElement();
    }

    static void WriteTotal(XmlWriter xml, int columns, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("table-row", Table);
        for (var column = 0; column < columns; column++)
        {
            var money = rows.Select(r => r[column]).OfType<Money>().ToList();
            // Rows are counted from 1, the first is the head.
            var letter = (char)('A' + column);
            WriteCell(xml, money.Count > 0 ? Money.Sum(money) : column == 0 ? "Total" : null, money.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"of:=SUM([.{letter}2:.{letter}{rows.Count + 1}])") : null);
        }

        xml.WriteEndElement();
    }

    static void WriteCell(XmlWriter xml, object? cell, string? formula)
    {
        xml.WriteStartElement("table-cell", Table);
        var (type, attribute, value, shown) = cell switch
        {
            null => ("", "", "", ""),
            Money money => ("float", "value", money.Plain, money.Plain),
            int number => ("float", "value", number.ToString(CultureInfo.InvariantCulture), number.ToString(CultureInfo.InvariantCulture)),
            DateOnly day => ("date", "date-value", CsvFile.Day(day), CsvFile.Day(day)),
            string words => ("string", "", "", words),
            _ => throw new ArgumentException($"A cell is no {cell.GetType().Name}.", nameof(cell)),
        };
        if (cell is not null)
        {
            if (cell is Money)
            {
                xml.WriteAttributeString("style-name", Table, "montant");
            }

            if (formula is not null)
            {
                xml.WriteAttributeString("formula", Table, formula);
            }

            xml.WriteAttributeString("value-type", Office, type);
            if (attribute.Length > 0)
            {
                xml.WriteAttributeString(attribute, Office, value);
            }

            xml.WriteElementString("p", Text, Kept(shown));
        }

        xml.WriteEndElement();
    }

    // What XML cannot hold is left out: a title that somebody pasted does not break the file.
    static string Kept(string words) => string.Concat(words.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
