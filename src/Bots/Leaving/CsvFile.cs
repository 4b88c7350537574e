using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Bots.Leaving;

/// <summary>A table as a file: RFC 4180, in UTF-8 with its mark so that spreadsheets read accents. What a spreadsheet would run is shown to it as text.</summary>
static class CsvFile
{
    public static IResult Of(string name, IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<object?>> rows) => TypedResults.Stream(
        async body =>
        {
            await using var text = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
            await text.WriteLineAsync(string.Join(',', columns));
            await foreach (var row in rows)
            {
                await text.WriteLineAsync(string.Join(',', row.Select(Cell)));
            }
        },
        "text/csv; charset=utf-8", name);

    public static IResult Of(string name, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows) => Of(name, columns, rows.ToAsyncEnumerable());

    /// <summary>A number or a moment is written as it is; words are made harmless, whatever stands before the sign (spaces, marks of direction).</summary>
    internal static string Cell(object? value)
    {
        if (value is not string text)
        {
            return value switch
            {
                null => "",
                DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                IFormattable other => Quoted(other.ToString(null, CultureInfo.InvariantCulture)),
                _ => Cell(value.ToString()),
            };
        }

        return Quoted(Runs(text) ? "'" + text : text);
    }

    static bool Runs(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠')
            {
                return true;
            }

            if (!Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                return false;
            }
        }

        return false;
    }

    static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
