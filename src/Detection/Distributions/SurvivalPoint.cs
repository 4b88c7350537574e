namespace Beffroi.Detection;

/// <summary>A step of a survival curve.</summary>
public sealed record SurvivalPoint
{
    /// <summary>Days since an account was first seen alive.</summary>
    public required double Days { get; init; }

    /// <summary>Accounts still followed just before.</summary>
    public required int AtRisk { get; init; }

    /// <summary>Accounts found gone at this time.</summary>
    public required int Gone { get; init; }

    /// <summary>Share still alive after, each loss counted when it was found: the latest it can be. From 0 to 1.</summary>
    public required double Survival { get; init; }

    /// <summary>The same, each loss counted just after the last time that the account was seen alive: the earliest it can be. The truth lies between the two.</summary>
    public required double EarliestSurvival { get; init; }

    /// <summary>Lower end of the 95 % interval of <see cref="Survival"/>; null when it has none.</summary>
    public required double? Low { get; init; }

    /// <summary>Upper end of the same.</summary>
    public required double? High { get; init; }
}
