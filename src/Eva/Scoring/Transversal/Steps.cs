namespace Beffroi.Eva.Scoring;

/// <summary>Levels of the published tables: the smaller the measure, the better, and each bound belongs to the better level.
/// Source: public source code of Eva, rules in force in July 2026.</summary>
static class Steps
{
    /// <summary>4 up to <paramref name="four"/>, 3 up to <paramref name="three"/>, 2 up to <paramref name="two"/>, else 1.</summary>
    public static int UpTo(double measure, double four, double three, double two) => measure switch
    {
        _ when double.IsNaN(measure) || measure < 0 => throw new ArgumentOutOfRangeException(nameof(measure), measure, "A count or a time is at least 0."),
        _ when measure <= four => 4,
        _ when measure <= three => 3,
        _ when measure <= two => 2,
        _ => 1,
    };
}
