using System.Globalization;

namespace Beffroi.Eva.Player.Inventory;

/// <summary>Notes and numbers not handed in yet, written down for this device: a page closed by mistake takes no counting away.</summary>
public static class InventoryMemory
{
    private const string Note = "note";
    private const string Line = "ligne";

    public static string Write(InventoryGame game) => string.Join('\n',
        game.Stock.Drinks.Where(drink => game.Notes.Of(drink) > 0).Select(drink => $"{Note} {drink.Id} {game.Notes.Of(drink).ToString(CultureInfo.InvariantCulture)}")
            .Concat(game.Sheet.Lines.Where(line => line.Changed).Select(line => $"{Line} {line.Drink.Id} {line.Text.Trim()}")));

    /// <summary>What cannot be read is left out: it was only a help.</summary>
    public static void Recall(InventoryGame game, string written)
    {
        foreach (var parts in written.Split('\n').Select(line => line.Split(' ', 3)).Where(parts => parts.Length == 3))
        {
            if (game.Sheet.Lines.FirstOrDefault(line => string.Equals(line.Drink.Id, parts[1], StringComparison.Ordinal)) is not { } line)
            {
                continue;
            }

            if (string.Equals(parts[0], Line, StringComparison.Ordinal))
            {
                line.Type(parts[2]);
            }
            else if (int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var bottles))
            {
                game.Notes.Set(line.Drink, bottles);
            }
        }
    }
}
