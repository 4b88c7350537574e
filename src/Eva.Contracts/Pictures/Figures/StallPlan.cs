namespace Beffroi.Eva.Contracts.Pictures;

/// <summary>Where things stand around the stall.</summary>
public static class StallPlan
{
    public const double Width = 320;
    public const double Height = 290;

    public static IReadOnlyList<Spot> Places { get; } =
    [
        new("derriere", 160, 72, 72, 66),
        new("dessus", 84, 76, 72, 62),
        new("gauche", 2, 168, 64, 66),
        new("droite", 254, 168, 64, 66),
        new("dessous", 76, 166, 72, 60),
        new("devant", 156, 192, 92, 94),
    ];
}
