using System.Globalization;

namespace Beffroi.Eva.Contracts;

/// <summary>Inventaire: what there is to count, and the sheet as the person left it. What is counted is drawn on the screen, so that
/// there is no key to hide (docs/adr/0011).</summary>
public sealed record Stocktake
{
    /// <summary>One cupboard and one drink, to try.</summary>
    public required Stock Training { get; init; }

    public required Stock Room { get; init; }

    /// <summary>The quantities last handed in, as typed, by drink; empty before the first time.</summary>
    public required IReadOnlyDictionary<string, string> Sheet { get; init; }
}

/// <summary>Drinks, and the containers in which their bottles stand.</summary>
public sealed record Stock
{
    public required IReadOnlyList<Drink> Drinks { get; init; }
    public required IReadOnlyList<StockContainer> Containers { get; init; }

    /// <exception cref="InvalidOperationException">The stock has no such drink.</exception>
    public Drink Find(string drink) =>
        Drinks.FirstOrDefault(d => string.Equals(d.Id, drink, StringComparison.Ordinal)) ?? throw new InvalidOperationException($"The stock has no drink {drink}.");

    public bool Has(string? container) => Containers.Any(c => string.Equals(c.Id, container, StringComparison.Ordinal));

    /// <summary>Bottles of a drink, in all containers.</summary>
    public int CountOf(string drink) => Containers.Sum(c => c.Bottles.Count(b => string.Equals(b, drink, StringComparison.Ordinal)));

    /// <summary>What a line of the sheet is worth.</summary>
    public LineState Judge(string drink, string typed) =>
        string.IsNullOrWhiteSpace(typed) ? LineState.Blank : Quantity.Read(typed) == CountOf(drink) ? LineState.Right : LineState.Wrong;
}

public sealed record Drink
{
    public required string Id { get; init; }

    /// <summary>One everyday word.</summary>
    public required string Name { get; init; }

    public required string Shape { get; init; }
    public required string Pattern { get; init; }
    public required string Colour { get; init; }
}

public sealed record StockContainer
{
    public required string Id { get; init; }

    /// <summary>What it is, and its number in the room.</summary>
    public required string Name { get; init; }

    public required string Kind { get; init; }
    public required string Colour { get; init; }

    /// <summary>Where it stands, in words: the room is drawn place by place.</summary>
    public required string Place { get; init; }

    /// <summary>The drink of each bottle, in the order in which they stand.</summary>
    public required IReadOnlyList<string> Bottles { get; init; }
}

public enum LineState
{
    Blank,
    Right,
    Wrong,
}

/// <summary>A number of bottles as people type it.</summary>
public static class Quantity
{
    /// <summary>Nobody counts more, nor needs more figures.</summary>
    public const int MaxLength = 4;

    /// <summary>Null when it is no whole number. Any keyboard's digits are digits (١٢ is 12), and spaces say nothing.</summary>
    public static int? Read(string typed)
    {
        var digits = string.Concat(typed.Where(c => !char.IsWhiteSpace(c)).Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c));
        return digits.Length is > 0 and <= MaxLength && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
