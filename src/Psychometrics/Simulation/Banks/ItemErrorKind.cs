namespace Beffroi.Psychometrics;

/// <summary>Which of the used and the true parameters scatter around the other.</summary>
public enum ItemErrorKind
{
    /// <summary>Used = true + error, as maximum likelihood estimates are. Extreme ones are more extreme than the truth, and a test that chooses the most informative items
    /// chooses those whose discrimination is overestimated (van der Linden &amp; Glas, 2000, Applied Measurement in Education 13, 35-53). The default.</summary>
    Estimated,

    /// <summary>True = used + error, as posterior means are: a calibration with priors, or an expert who is right on average.</summary>
    Believed,
}
