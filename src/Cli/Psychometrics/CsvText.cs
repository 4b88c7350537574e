using System.Buffers;
using System.Globalization;

namespace Beffroi.Cli.Psychometrics;

/// <summary>Fields of a table that is written (RFC 4180).</summary>
static class CsvText
{
    static readonly SearchValues<char> Special = SearchValues.Create(",;\t\"\r\n");

    public static string Field(string text) =>
        text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    /// <summary>Every digit, with a point; nothing for a figure that does not exist.</summary>
    public static string Number(double? value) => value is { } number && double.IsFinite(number) ? number.ToString(CultureInfo.InvariantCulture) : "";
}
