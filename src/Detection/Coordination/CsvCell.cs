using System.Buffers;

namespace Beffroi.Detection;

/// <summary>A cell of a CSV, quoted where it must be.</summary>
static class CsvCell
{
    static readonly SearchValues<char> Special = SearchValues.Create(",\"\n\r");

    public static string Of(string text) => text.AsSpan().IndexOfAny(Special) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
