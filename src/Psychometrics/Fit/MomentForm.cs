namespace Beffroi.Psychometrics;

/// <summary>What summarises the answers in a limited-information test. For right-or-wrong items the three are one and the same.</summary>
public enum MomentForm
{
    /// <summary>The share of each score above 0, alone and by pairs of items: M2 (Maydeu-Olivares &amp; Joe, 2006, Psychometrika 71, 713-732).
    /// Uses all that pairs tell; its counts grow thin with many scores.</summary>
    Categories,

    /// <summary>Mean scores and mean products of scores: M2* (Cai &amp; Hansen, 2013, British Journal of Mathematical and Statistical
    /// Psychology 66, 245-276). Steadier with sparse scores; needs enough items for its few statistics to outnumber the parameters.</summary>
    Scores,

    /// <summary>The share of each score above 0, and mean products of scores: C2 (Cai &amp; Monroe, 2014, CRESST Report 839), for few items of many scores.</summary>
    Mixed,
}
