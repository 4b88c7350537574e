namespace Beffroi.Psychometrics;

/// <summary>Why a statistic of fit has no value.</summary>
public enum FitGap
{
    /// <summary>Nobody answered.</summary>
    NoPeople,

    /// <summary>The statistic needs every answer of every person, and some are missing.</summary>
    MissingAnswers,

    /// <summary>The table of answer patterns has more cells than there are people: expected counts are too small for a χ² law.</summary>
    TableTooLarge,

    /// <summary>As many parameters as data, or more: nothing is left to contradict the model.</summary>
    NoDegreesOfFreedom,

    /// <summary>The statistics compared are not linearly independent, so they cannot be weighted.</summary>
    SingularCovariance,

    /// <summary>The statistics compared do not tell the free parameters from one another.</summary>
    NotIdentified,

    /// <summary>In a group, an item has a score nobody took, so that its parameter there is not finite.</summary>
    UnseenScore,

    /// <summary>An estimation that the statistic needs did not converge.</summary>
    NotConverged,
}
