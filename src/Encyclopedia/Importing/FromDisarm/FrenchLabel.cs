using System.Text.RegularExpressions;

namespace Beffroi.Encyclopedia.Importing.FromDisarm;

/// <summary>The French title and description of an object of DISARM.</summary>
public sealed record FrenchLabel(string Title, string Description);

/// <summary>A French translation laid out as the red matrix: the cell of a technique in English, and the French one at its right. It is partial, and of an older version: what it lacks stays in English.</summary>
static partial class FrenchMatrix
{
    public static (IReadOnlyDictionary<string, FrenchLabel> Labels, string? Fault) Read(Stream xlsx)
    {
        var (cells, fault) = SheetCells.Read(xlsx);
        var labels = new Dictionary<string, FrenchLabel>(StringComparer.Ordinal);
        foreach (var ((row, column), text) in cells)
        {
            if (Tactic().Match(text) is { Success: true } tactic)
            {
                labels.TryAdd(tactic.Groups["id"].Value, new(tactic.Groups["title"].Value.Trim(), ""));
            }
            else if (Technique().Match(text) is { Success: true } left && cells.TryGetValue((row, column + 1), out var right))
            {
                var id = left.Groups["id"].Value;
                var french = French().Match(right);
                // The cell at the right names the same technique, or none where the one at the left is surely English.
                if (string.Equals(french.Groups["id"].Value, id, StringComparison.Ordinal) || (french.Groups["id"].Length == 0 && left.Groups["colon"].Success))
                {
                    labels.TryAdd(id, new(french.Groups["title"].Value.Trim(), french.Groups["text"].Value.Trim()));
                }
            }
        }

        return (labels, fault ?? (labels.Count == 0 ? "Le classeur ne contient aucun libellé : une cellule commence par l’identifiant (T0002), celle de droite est en français." : null));
    }

    const RegexOptions Way = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline;

    [GeneratedRegex(@"^(?<id>TA[0-9]{2})\s*:?\s*(?<title>[^\r\n]+)", Way, 1000)]
    private static partial Regex Tactic();

    [GeneratedRegex(@"^(?<id>T[0-9]{4}(\.[0-9]{3})?)(?![0-9.])(?<colon>\s*:)?", Way, 1000)]
    private static partial Regex Technique();

    [GeneratedRegex(@"^((?<id>T[0-9]{4}(\.[0-9]{3})?)\s*:?\s*)?(?<title>[^\r\n]+)(?<text>.*)$", Way, 1000)]
    private static partial Regex French();
}
