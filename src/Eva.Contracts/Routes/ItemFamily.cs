namespace Beffroi.Eva.Contracts;

/// <summary>A family of items of the positioning situations: what its items are called, how many there are, what they are worth.</summary>
public sealed record ItemFamily
{
    /// <summary>What its items' ids begin with, for instance <c>ALrd</c> or <c>N1Pse</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Number of the first item.</summary>
    public int First { get; init; } = 1;

    public required int Count { get; init; }

    /// <summary>Points of each item fully right, bonuses apart.</summary>
    public required decimal Points { get; init; }

    public IEnumerable<string> Ids => Enumerable.Range(First, Count).Select(number => Code + number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public decimal MaxPoints => Count * Points;
}
