using System.Buffers;

namespace Beffroi.Encyclopedia;

/// <summary>Whether the tables of a text can be read by somebody. The library gives each row as many cells as the widest one has: a few kilobytes make millions
/// of cells, so they are counted before anything is made of them. Beyond, tables are shown as they were written.</summary>
static class MarkupTables
{
    const int MostColumns = 50;
    const int MostCells = 2_000;

    /// <summary>What the line under the heads of a table is made of, with the marks of a quotation around it.</summary>
    static readonly SearchValues<char> Rule = SearchValues.Create("|:-> \t\r");

    public static bool AreReadable(string markdown)
    {
        if (!markdown.Contains('|', StringComparison.Ordinal))
        {
            return true;
        }

        var (cells, lines, widest, ruled) = (0L, 0, 0, false);
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                cells += ruled && widest > 1 ? (long)lines * widest : 0;
                (lines, widest, ruled) = (0, 0, false);
                continue;
            }

            lines++;
            widest = Math.Max(widest, line.Count('|') + 1);
            ruled |= line.Contains('-') && !line.ContainsAnyExcept(Rule);
            if (ruled && widest > 1 && (widest > MostColumns || cells + ((long)lines * widest) > MostCells))
            {
                return false;
            }
        }

        return true;
    }
}
