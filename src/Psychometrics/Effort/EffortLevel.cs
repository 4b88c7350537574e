namespace Beffroi.Psychometrics;

/// <summary>How far the answers of a person may be read, by the share of them that are not rapid guesses (Wise &amp; Kong, 2005).</summary>
public enum EffortLevel
{
    /// <summary>At least 90 % of the answers took the time to be read.</summary>
    Sufficient,

    /// <summary>Under 90 %: the result is shown with a warning.</summary>
    Doubtful,

    /// <summary>Under 75 %: the result is not to be interpreted, and the test is to be taken again.</summary>
    Insufficient,
}
