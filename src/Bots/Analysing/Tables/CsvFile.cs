using System.Buffers;
using System.Text;

namespace Beffroi.Bots.Analysing;

/// <summary>A table as RFC 4180 has it: commas, CRLF, quotes doubled; with the mark of UTF-8, which spreadsheets ask for. Nothing in it is a formula.</summary>
static class CsvFile
{
    public const string Type = "text/csv; charset=utf-8; header=present";

    static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    public static async Task Write(Stream body, NarrativeTable table, CancellationToken ct)
    {
        const int AtOnce = 500;
        var kept = table.Columns.Index().Where(c => !c.Item.OnlyShown).Select(c => c.Index).ToList();
        await body.WriteAsync(Encoding.UTF8.Preamble.ToArray(), ct);
        await Line(body, kept.Select(c => Guarded(table.Columns[c].Title)), ct);
        for (var from = 0; from < table.Count; from += AtOnce)
        {
            foreach (var row in await table.Rows(from, AtOnce, ct))
            {
                await Line(body, kept.Select(c => row[c].IsFigure ? row[c].Raw ?? row[c].Text : Guarded(row[c].Raw ?? row[c].Text)), ct);
            }
        }
    }

    static async Task Line(Stream body, IEnumerable<string> cells, CancellationToken ct) => await body.WriteAsync(Encoding.UTF8.GetBytes(string.Join(',', cells.Select(Cell)) + "\r\n"), ct);

    // What begins like a formula, in any width, is shown to a spreadsheet as text.
    static string Guarded(string text) => text.TrimStart(' ', '\u00A0') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? "'" + text : text;

    static string Cell(string text) => text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
