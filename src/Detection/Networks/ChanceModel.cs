namespace Beffroi.Detection;

/// <summary>How many objects two accounts share together by chance. Every model has the same mean, background × activity of one × activity of the other; they
/// differ in how far chance strays from it.</summary>
public enum ChanceModel
{
    /// <summary>Negative binomial: the affinity of two people (language, country, interests) varies from pair to pair as a gamma variable
    /// (<see cref="CoordinationOptions.Dispersion"/>). For populations of several languages or countries.</summary>
    Affinity,

    /// <summary>Poisson: everybody draws from the same objects. The default. Bounds the Poisson-binomial tail from above (Hoeffding, 1956).</summary>
    Poisson,

    /// <summary>Hypergeometric: as many slots (object × window) as the background says, of which each account holds as many as its activity
    /// (Tumminello et al., 2011, statistically validated networks).</summary>
    Hypergeometric,

    /// <summary>Poisson-binomial: one draw for each object, of chance activity × popularity for each account and the share of meetings within the window. Exact and slow.</summary>
    PoissonBinomial,
}
