namespace Beffroi.Psychometrics;

/// <summary>Why a cohort gives no norm.</summary>
public enum NormRefusal
{
    /// <summary>Too few people, or weights so uneven that they are worth too few: a percentile would be more noise than norm.</summary>
    TooFewPersons,

    /// <summary>Everybody has the same value: it sets nobody apart.</summary>
    NoSpread,
}
