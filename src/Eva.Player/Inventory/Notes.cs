using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Inventory;

/// <summary>The person's own tally, one for each drink: nobody marks it.</summary>
public sealed class Notes
{
    public const int Most = 999;

    private readonly Dictionary<string, int> _tally = new(StringComparer.Ordinal);

    public bool Empty => _tally.Values.All(number => number == 0);

    public int Of(Drink drink) => _tally.GetValueOrDefault(drink.Id);

    public void Add(Drink drink, int bottles) => Set(drink, Of(drink) + bottles);

    public void Set(Drink drink, int bottles) => _tally[drink.Id] = Math.Clamp(bottles, 0, Most);
}
