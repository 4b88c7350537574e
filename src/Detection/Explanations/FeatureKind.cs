namespace Beffroi.Detection;

/// <summary>How the value of a feature is said.</summary>
enum FeatureKind
{
    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A number with decimals.</summary>
    Rate,

    /// <summary>A share, said in percent.</summary>
    Share,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>log10 of seconds, said as a duration.</summary>
    Duration,

    /// <summary>Days, said as days or years.</summary>
    Days,
}
