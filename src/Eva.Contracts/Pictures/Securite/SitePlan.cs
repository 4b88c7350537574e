namespace Beffroi.Eva.Contracts.Pictures.Securite;

/// <summary>Where a place stands on the building site.</summary>
/// <param name="Zone">Its id in the bank.</param>
/// <param name="View">On a narrow screen the site is seen in thirds, from the left: 0, 1, 2.</param>
/// <param name="X">Left edge, in the drawing's units.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Across.</param>
/// <param name="Height">Down.</param>
public sealed record SitePlace(string Zone, int View, int X, int Y, int Width, int Height)
{
    /// <summary>How much of its top is left out when it is looked at closely: what matters is below.</summary>
    public int CloseTop { get; init; }
}

/// <summary>The places of the site, from left to right. <c>securite.css</c> lays the buttons by the same figures.</summary>
public static class SitePlan
{
    public const int Width = 1800;
    public const int Height = 660;

    /// <summary>The training's drawing is one third of the site.</summary>
    public const int ViewWidth = Width / 3;

    public static IReadOnlyList<SitePlace> Places { get; } =
    [
        new("Z02", 0, 140, 16, 210, 270),
        new("Z01", 0, 52, 490, 206, 140),
        new("Z09", 0, 385, 150, 180, 430) { CloseTop = 40 },
        new("Z04", 1, 606, 390, 160, 240),
        new("Z06", 1, 795, 200, 160, 430),
        new("Z07", 1, 1000, 318, 172, 130),
        new("Z10", 1, 984, 478, 200, 165),
        new("Z11", 2, 1212, 300, 200, 265),
        new("Z08", 2, 1442, 250, 160, 255),
        new("Z03", 2, 1632, 228, 158, 130),
        new("Z05", 2, 1490, 535, 280, 110),
    ];

    public static SitePlace Training { get; } = new("E1", 0, 180, 356, 240, 154);

    public static SitePlace? Find(string zone) =>
        string.Equals(zone, Training.Zone, StringComparison.Ordinal) ? Training : Places.FirstOrDefault(place => string.Equals(place.Zone, zone, StringComparison.Ordinal));
}
