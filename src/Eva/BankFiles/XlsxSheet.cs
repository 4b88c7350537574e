using System.Globalization;
using System.IO.Compression;
using Beffroi.Eva.Tables;

namespace Beffroi.Eva.BankFiles;

/// <summary>Writes one small table as a workbook that spreadsheets open.</summary>
static class XlsxSheet
{
    /// <param name="name">Of the sheet: 31 characters at most.</param>
    /// <param name="rows">The titles first.</param>
    /// <param name="isNumber">Whether a column, from 0, holds figures.</param>
    public static byte[] Write(string name, IEnumerable<IReadOnlyList<string>> rows, Func<int, bool> isNumber)
    {
        var all = rows.ToList();
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (part, content) in XlsxParts.Around([name]))
            {
                Put(zip, part, content);
            }

            using var table = new XlsxTable(all[0]);
            foreach (var row in all.Skip(1))
            {
                table.Add([.. row.Select((cell, column) => new Cell(cell, isNumber(column)))]);
            }

            table.End();
            Put(zip, XlsxParts.SheetPart(1), table.Take().Span);
        }

        return file.ToArray();
    }

    static void Put(ZipArchive zip, string part, ReadOnlySpan<byte> content)
    {
        using var stream = XlsxParts.Entry(zip, part).Open();
        stream.Write(content);
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
