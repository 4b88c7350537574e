using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Eva;

/// <summary>A sheet of <c>inventaire</c> as it was handed in. Which lines are right, only this table says: a browser's own count is not asked for.</summary>
public sealed record InventorySheet(Stock Stock, IReadOnlyDictionary<string, string> Typed)
{
    public int Lines(LineState state) => Typed.Count(line => Stock.Judge(line.Key, line.Value) == state);

    /// <summary>Null when a drink has no line, or a line that is no number.</summary>
    public static InventorySheet? Read(string data, Stock stock)
    {
        var typed = stock.Drinks.ToDictionary(drink => drink.Id, drink => EventData.Text(data, drink.Id), StringComparer.Ordinal);
        return typed.Values.All(text => text is not null && (string.IsNullOrWhiteSpace(text) || Quantity.Read(text) is not null))
            ? new(stock, typed.ToDictionary(line => line.Key, line => line.Value!, StringComparer.Ordinal))
            : null;
    }

    /// <summary>The room's sheets of a run in their order; the training's has other drinks.</summary>
    public static IEnumerable<InventorySheet> All(IEnumerable<EventLine> lines) =>
        lines.Where(line => string.Equals(line.Name, EventNames.SheetSubmitted, StringComparison.Ordinal))
            .OrderBy(line => line.Position).Select(line => Read(line.Data, InventaireBank.Current.Room)).OfType<InventorySheet>();

    public static InventorySheet? Last(Run run) => All(run.Events).LastOrDefault();
}
