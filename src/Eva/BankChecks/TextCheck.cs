using Beffroi.Eva.BankFiles;

namespace Beffroi.Eva.BankChecks;

/// <summary>Texts that a page can show and a file can hold.</summary>
static class TextCheck
{
    /// <summary>Ids are in addresses and in events.</summary>
    const int LongestId = 40;

    /// <summary>Characters of a cell: what the longest article has, ten times.</summary>
    public const int LongestCell = 20_000;

    // Words that stand in addresses at the place of an id.
    static readonly string[] Taken = ["importer", "versions", "statistiques"];

    public static void Of(ItemFaults faults)
    {
        var item = faults.Item;
        faults.When(!IsId(item.Id) || item.Id.Length > LongestId || Taken.Contains(item.Id, StringComparer.Ordinal), BankColumn.Id, "Un identifiant a des lettres sans accent, des chiffres et des tirets, par exemple ALrd3.");
        foreach (var column in BankColumns.All)
        {
            var cell = ItemCells.Of(faults.Use, item, column);
            faults.When(cell.Length > LongestCell, column, $"Ce texte dépasse {LongestCell} caractères.");
            faults.When(cell.Any(c => char.IsControl(c) && c is not '\n') || Lone(cell), column, "Ce texte contient un caractère invisible ou illisible.");
        }

        faults.When(string.IsNullOrWhiteSpace(item.Instruction), BankColumn.Instruction, "La consigne est vide.");
        faults.When(string.IsNullOrWhiteSpace(item.Question), BankColumn.Question, "La question est vide.");
        faults.When(item.Document is { } document && (document.Rows ?? []).Any(r => r.Count != (document.Columns?.Count ?? document.Rows![0].Count)), BankColumn.Document, "Toutes les rangées du tableau ont autant de cases que la première.");
    }

    public static bool IsId(string id) => id.Length > 0 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    static bool Lone(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || text[i] is '\uFFFE' or '\uFFFF')
            {
                return true;
            }
        }

        return false;
    }
}
