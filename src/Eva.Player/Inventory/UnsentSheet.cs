using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Inventory;

/// <summary>A sheet handed in while the network was away: it is the last one, whatever the server knows.</summary>
public static class UnsentSheet
{
    public static Stocktake With(this Stocktake stocktake, IEnumerable<GameEvent> unsent)
    {
        var last = unsent.LastOrDefault(happened => string.Equals(happened.Name, EventNames.SheetSubmitted, StringComparison.Ordinal)
            && stocktake.Room.Drinks.All(drink => happened.Data?.ContainsKey(drink.Id) == true));
        return last is null ? stocktake : stocktake with
        {
            Sheet = stocktake.Room.Drinks.ToDictionary(drink => drink.Id, drink => last.Data![drink.Id].GetString() ?? "", StringComparer.Ordinal),
        };
    }
}
