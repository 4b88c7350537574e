using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Beffroi.Encyclopedia.Importing.FromDisarm;

/// <summary>The texts of the first sheet of an XLSX workbook, by row and column, both from 1.</summary>
static class SheetCells
{
    const int MaxBytes = 32 * 1024 * 1024;
    const string Unreadable = "Ce n’est pas un classeur XLSX lisible.";

    public static (IReadOnlyDictionary<(int Row, int Column), string> Cells, string? Fault) Read(Stream xlsx)
    {
        try
        {
            using var zip = new ZipArchive(xlsx, ZipArchiveMode.Read, leaveOpen: true);
            var shared = zip.GetEntry("xl/sharedStrings.xml") is { } strings ? Shared(strings) : [];
            return zip.GetEntry("xl/worksheets/sheet1.xml") is { } sheet ? (Cells(sheet, shared), null) : (Nothing, Unreadable);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or XmlException or IOException or FormatException or OverflowException)
        {
            return (Nothing, Unreadable);
        }
    }

    static readonly Dictionary<(int Row, int Column), string> Nothing = [];

    static List<string> Shared(ZipArchiveEntry part)
    {
        var all = new List<string>();
        using var reader = Open(part);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                all.Add(Text(reader));
            }
        }

        return all;
    }

    static Dictionary<(int Row, int Column), string> Cells(ZipArchiveEntry part, List<string> shared)
    {
        var cells = new Dictionary<(int Row, int Column), string>();
        using var reader = Open(part);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "c", IsEmptyElement: false })
            {
                var (at, type) = (reader.GetAttribute("r") ?? "", reader.GetAttribute("t"));
                var text = Text(reader);
                var value = type is "s" ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < shared.Count ? shared[i] : "" : text;
                if (value.Length > 0)
                {
                    cells[Place(at)] = value;
                }
            }
        }

        return cells;
    }

    // The texts below the element the reader stands on; it is left at its end. Readings of sounds (rPh) say the text twice.
    static string Text(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var (depth, text) = (reader.Depth, "");
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" or "f" })
            {
                reader.Skip();
            }

            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                text += reader.Value;
            }
        }

        return text;
    }

    static (int Row, int Column) Place(string address)
    {
        var letters = address.TakeWhile(char.IsAsciiLetterUpper).ToList();
        var column = letters.Take(3).Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1);
        return (int.Parse(address.AsSpan(letters.Count), NumberStyles.None, CultureInfo.InvariantCulture), column);
    }

    static XmlReader Open(ZipArchiveEntry part) =>
        part.Length <= MaxBytes ? XmlReader.Create(part.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxBytes, CloseInput = true })
            : throw new InvalidDataException(Unreadable);
}
