using System.IO.Compression;
using System.Xml;

namespace Beffroi.Eva.BankFiles;

/// <summary>Reads the first sheet of a workbook, and trusts nothing: what is unpacked is counted, a document type is refused, formulas are refused.</summary>
sealed class XlsxReading
{
    /// <summary>Bytes unpacked, all parts together: a bank of 5,000 items is a third of it.</summary>
    const long MaxUnpacked = 64 * 1024 * 1024;

    const int MaxParts = 500;
    const int MaxSharedTexts = 400_000;
    const int MostSheets = 20;

    const string Damaged = "Ce fichier n’est pas un classeur XLSX lisible.";

    readonly ZipArchive _zip;
    readonly Allowance _allowance = new(MaxUnpacked);

    XlsxReading(ZipArchive zip) => _zip = zip;

    /// <param name="wanted">Which sheet, by its first row: the first one that it accepts, else the first of all. Null for the first.</param>
    /// <exception cref="SheetException">It is no such table.</exception>
    public static Sheet Read(byte[] file, int maxRows = Sheet.MaxRows, Predicate<SheetRow>? wanted = null)
    {
        try
        {
            using var stream = new MemoryStream(file, writable: false);
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            return zip.Entries.Count <= MaxParts ? new XlsxReading(zip).Choose(maxRows, wanted) : throw new SheetException(Damaged);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or XmlException or NotSupportedException or EndOfStreamException or ArgumentException or FormatException or OverflowException)
        {
            throw new SheetException(Damaged, cause: wrong);
        }
    }

    Sheet Choose(int maxRows, Predicate<SheetRow>? wanted)
    {
        var ids = Elements("xl/workbook.xml").Where(e => e.LocalName is "sheet").Select(e => e.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? e.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships")).OfType<string>().ToList();
        var shared = _zip.GetEntry("xl/sharedStrings.xml") is null ? [] : SharedTexts();
        Sheet? first = null;
        foreach (var id in ids.Take(wanted is null ? 1 : MostSheets))
        {
            var sheet = Read(id, shared, maxRows);
            if (wanted is null || (sheet.Rows is [var head, ..] && wanted(head)))
            {
                return sheet;
            }

            first ??= sheet;
        }

        return first ?? throw new SheetException(Damaged);
    }

    Sheet Read(string id, List<string> shared, int maxRows)
    {
        var target = Elements("xl/_rels/workbook.xml.rels").Where(e => e.LocalName is "Relationship" && string.Equals(e.GetAttribute("Id"), id, StringComparison.Ordinal)).Select(e => e.GetAttribute("Target")).FirstOrDefault()
            ?? throw new SheetException(Damaged);
        using var xml = Open(target.StartsWith('/') ? target[1..] : "xl/" + target);
        return new(new XlsxRows(xml, shared, maxRows).Read());
    }

    IEnumerable<XmlReader> Elements(string part)
    {
        using var xml = Open(part);
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element)
            {
                yield return xml;
            }
        }
    }

    List<string> SharedTexts()
    {
        var texts = new List<string>();
        using var xml = Open("xl/sharedStrings.xml");
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                texts.Add(XlsxRows.RichText(xml));
                if (texts.Count > MaxSharedTexts)
                {
                    throw new SheetException("Ce classeur a trop de textes : ce n’est pas une banque de questions.");
                }
            }
        }

        return texts;
    }

    XmlReader Open(string part)
    {
        var entry = _zip.GetEntry(part) ?? throw new SheetException(Damaged);
        return XmlReader.Create(new MeteredStream(entry.Open(), _allowance), new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1_000,
            CloseInput = true,
        });
    }
}
