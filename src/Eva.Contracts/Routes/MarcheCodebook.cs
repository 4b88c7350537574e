using System.Globalization;

namespace Beffroi.Eva.Contracts;

/// <summary>A family of the numeracy positioning, with the CléA criterion it bears on.</summary>
/// <param name="Level">1, 2 or 3.</param>
/// <param name="Letters">For instance <c>se</c>.</param>
/// <param name="HasCatchUp">Whether two more items give a second chance.</param>
public sealed record MarcheFamily(int Level, string Letters, string Criterion, bool HasCatchUp)
{
    // What has no second chance is asked in four halves.
    public ItemFamily Principal { get; } = new() { Code = CodeOf(Level, 'P', Letters), Count = HasCatchUp ? 2 : 4, Points = HasCatchUp ? 1 : 0.5m };

    public ItemFamily? CatchUp { get; } = HasCatchUp ? new() { Code = CodeOf(Level, 'R', Letters), Count = 2, Points = 1 } : null;

    static string CodeOf(int level, char kind, string letters) => string.Create(CultureInfo.InvariantCulture, $"N{level}{kind}{letters}");
}

/// <summary>The items of the numeracy positioning (<c>place_du_marche</c>): 62 principal ones, 46 to catch up, as facts of the published code book.</summary>
public static class MarcheCodebook
{
    public const string Situation = "place_du_marche";

    public const int Levels = 3;

    /// <summary>In the order of play.</summary>
    public static IReadOnlyList<MarcheFamily> Families { get; } =
    [
        new(1, "se", "2.5.3", HasCatchUp: false), // place in space
        new(1, "rn", "2.5.3", HasCatchUp: true), // recognising numbers
        new(1, "de", "2.1.2", HasCatchUp: true), // counting
        new(1, "es", "2.1.4", HasCatchUp: true), // estimating
        new(1, "on", "2.1.3", HasCatchUp: true), // ordering whole numbers
        new(1, "oa", "2.1.1", HasCatchUp: true), // adding
        new(1, "os", "2.1.1", HasCatchUp: true), // subtracting
        new(1, "vn", "2.5.3", HasCatchUp: false), // words of numbers
        new(2, "lp", "2.4.1", HasCatchUp: true), // reading a plan
        new(2, "pe", "2.3.7", HasCatchUp: true), // perimeters
        new(2, "su", "2.3.7", HasCatchUp: true), // areas
        new(2, "om", "2.1.1", HasCatchUp: true), // multiplying
        new(2, "on", "2.1.3", HasCatchUp: true), // ordering decimals
        new(2, "od", "2.1.1", HasCatchUp: true), // dividing
        new(2, "ut", "2.3.1", HasCatchUp: true), // units of time
        new(2, "rh", "2.3.3", HasCatchUp: true), // filling in hours
        new(2, "tg", "2.3.5", HasCatchUp: true), // tables and graphs
        new(2, "pl", "2.3.2", HasCatchUp: true), // reading a planning
        new(3, "pl", "2.3.2", HasCatchUp: true), // reckoning with a planning
        new(3, "ut", "2.3.1", HasCatchUp: true), // converting times
        new(3, "um", "2.3.4", HasCatchUp: false), // units of measure
        new(3, "im", "2.3.4", HasCatchUp: false), // instruments of measure
        new(3, "po", "2.2.2", HasCatchUp: true), // percentages
        new(3, "pr", "2.1.7", HasCatchUp: true), // proportions
        new(3, "ps", "2.3.7", HasCatchUp: true), // perimeters and areas
        new(3, "vo", "2.3.7", HasCatchUp: true), // volumes
        new(3, "rp", "2.2.1", HasCatchUp: true), // solving a problem
    ];

    /// <summary>The last item of level 1: without it, the level was not played to its end.</summary>
    public const string LastOfLevel1 = "N1Pvn4";

    public static IEnumerable<MarcheFamily> Of(int level) => Families.Where(f => f.Level == level);

    /// <summary>16, 20 and 18.</summary>
    public static decimal PointsOf(int level) => Of(level).Sum(f => f.Principal.MaxPoints);
}
