namespace Beffroi.Psychometrics;

/// <summary>Ways to estimate an ability from answers.</summary>
public enum AbilityMethod
{
    /// <summary>EAP: mean of the posterior, with the posterior standard deviation as error (Bock &amp; Mislevy, 1982, Applied Psychological Measurement 6, 431-444).</summary>
    ExpectedAPosteriori,

    /// <summary>MAP, or Bayes modal (BM): the peak of the posterior under a normal prior (Samejima, 1969); error 1 / √(I + 1/σ²).</summary>
    MaximumAPosteriori,

    /// <summary>ML: the peak of the likelihood (Lord, 1980, ch. 4); error 1 / √I. It does not exist when all answers are right, or all wrong.</summary>
    MaximumLikelihood,

    /// <summary>WLE: the likelihood weighted so that the first term of its bias vanishes (Warm, 1989, Psychometrika 54, 427-450; for several
    /// score levels, Samejima, 1993), root of l′ + J / 2I = 0; error 1 / √I.</summary>
    WeightedLikelihood,
}
