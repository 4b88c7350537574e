using System.Text;
using Beffroi.Eva.BankFiles;

namespace Beffroi.Eva.Tables;

/// <summary>Writes a table as separated values while its rows come, in bounded memory.</summary>
static class CsvExport
{
    public const string Type = "text/csv; charset=utf-8";

    // One write for each row would be one packet for each row.
    const int AtOnce = 50;

    public static async Task Write(Stream body, Table table, CancellationToken ct)
    {
        await body.WriteAsync(CsvSheet.Write([[.. table.Titles.Select(CsvSheet.Guarded)]]), ct);
        var rows = new List<IReadOnlyList<string>>(AtOnce);
        await foreach (var row in table.Rows.WithCancellation(ct))
        {
            rows.Add([.. row.Select(Text)]);
            if (rows.Count == AtOnce)
            {
                await Flush(body, rows, ct);
            }
        }

        await Flush(body, rows, ct);
    }

    static async Task Flush(Stream body, List<IReadOnlyList<string>> rows, CancellationToken ct)
    {
        // The mark of UTF-8 stands once, before the titles.
        await body.WriteAsync(CsvSheet.Write(rows).AsMemory(Encoding.UTF8.Preamble.Length), ct);
        rows.Clear();
    }

    // French spreadsheets take 2.8 for a day of August. A figure is ours: its minus sign runs nothing.
    static string Text(Cell cell) => cell.IsFigure ? cell.Text.Replace('.', ',') : CsvSheet.Guarded(cell.Text);
}
