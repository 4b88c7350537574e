using System.Buffers;

namespace Beffroi.Cli.Coordination;

/// <summary>A cell of a CSV parted by commas, quoted where it must be and nowhere else.</summary>
static class Cell
{
    static readonly SearchValues<char> Special = SearchValues.Create(",\"\n\r");

    public static string Of(string text) => text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
