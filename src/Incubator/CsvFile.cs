using System.Globalization;
using System.Text;

namespace Beffroi.Incubator;

/// <summary>RFC 4180: commas, lines ended by CR LF; numbers with a decimal point, days as 2020-06-30.</summary>
static class CsvFile
{
    public static string Of(string head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder(head).Append("\r\n");
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    // What a spreadsheet would take for a formula is held by an apostrophe; negative amounts are numbers.
    static string Cell(string value)
    {
        var held = value.Length > 0 && (value[0] is '=' or '+' or '@' or '\t' or '\r' or '\n' || (value[0] == '-' && !decimal.TryParse(value, CultureInfo.InvariantCulture, out _))) ? "'" + value : value;
        return held.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{held.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : held;
    }
}
