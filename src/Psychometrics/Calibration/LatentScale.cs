namespace Beffroi.Psychometrics;

/// <summary>What of the first group's abilities is estimated; the rest fixes the unit and the origin of the scale. Other groups are always
/// estimated, mean and spread.</summary>
public enum LatentScale
{
    /// <summary>N(0, 1): the scale is that of the first group.</summary>
    Standard,

    /// <summary>Mean 0, spread estimated: for items whose discrimination is fixed.</summary>
    Spread,

    /// <summary>Mean and spread estimated: for items held on an existing scale by anchors.</summary>
    MeanAndSpread,
}
