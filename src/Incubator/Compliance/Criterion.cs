using System.Globalization;

namespace Beffroi.Incubator.Compliance;

/// <summary>One of the thirty things that every hosted service owes.</summary>
public sealed record Criterion
{
    public required int Number { get; init; }

    /// <summary>In one plain sentence.</summary>
    public required string Asks { get; init; }

    /// <summary>Who asks it.</summary>
    public required string Source { get; init; }

    /// <summary>What to do where it is not met.</summary>
    public required string Mend { get; init; }

    /// <summary>Tests of this product that show what no question to the running site can: <c>Class.Method</c>, each of which must have passed.</summary>
    public IReadOnlyList<string> Tests { get; init; } = [];

    public string Key => "C" + Number.ToString(CultureInfo.InvariantCulture);
}
