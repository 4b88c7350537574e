namespace Beffroi.Psychometrics;

/// <summary>Brings two separate calibrations to one scale by the items they share. Throughout, <c>from</c> and <c>to</c> hold the same items in the same
/// order, as calibrated on the first and on the second scale. Reference: Kolen &amp; Brennan (2014), Test Equating, Scaling, and Linking, ch. 6.</summary>
public static class Linking
{
    /// <summary>Mean-mean (Loyd &amp; Hoover, 1980, Journal of Educational Measurement 17, 179-193): A is the ratio of the mean discriminations, B brings the mean
    /// difficulties together. Every threshold or step of an item counts as a difficulty.</summary>
    /// <param name="from">The anchors on the first scale.</param>
    /// <param name="to">The anchors on the second scale.</param>
    /// <exception cref="ArgumentException">The lists do not match, are empty, or a mean discrimination is not above 0.</exception>
    public static ScaleLink MeanMean(IReadOnlyList<ItemModel> from, IReadOnlyList<ItemModel> to)
    {
        var (first, second) = (AnchorMoments.Of(from), AnchorMoments.Of(to, from));
        return first.MeanDiscrimination > 0 && second.MeanDiscrimination > 0
            ? Through(first, second, first.MeanDiscrimination / second.MeanDiscrimination)
            : throw new ArgumentException("Mean discriminations are above 0.", nameof(from));
    }

    /// <summary>Mean-sigma (Marco, 1977, Journal of Educational Measurement 14, 139-160): A is the ratio of the standard deviations of the difficulties, B brings
    /// their means together. Every threshold or step of an item counts as a difficulty.</summary>
    /// <param name="from">The anchors on the first scale.</param>
    /// <param name="to">The anchors on the second scale.</param>
    /// <exception cref="ArgumentException">The lists do not match, are empty, or the difficulties of one are equal but for rounding (a standard deviation of a
    /// millionth or less): their ratio would have no meaning.</exception>
    public static ScaleLink MeanSigma(IReadOnlyList<ItemModel> from, IReadOnlyList<ItemModel> to)
    {
        var (first, second) = (AnchorMoments.Of(from), AnchorMoments.Of(to, from));
        return first.Varies && second.Varies
            ? Through(first, second, second.DifficultySd / first.DifficultySd)
            : throw new ArgumentException("Anchors of different difficulties are needed.", nameof(from));
    }

    /// <summary>Haebara (1980, Japanese Psychological Research 22, 144-149): the smallest squared distance between the curves of each item, Σ_θ w(θ) Σ_i (P_to - P_from)².
    /// Items of several score levels count with the curves of all their scores (Weeks, 2010, Journal of Statistical Software 35(12)).</summary>
    /// <param name="from">The anchors on the first scale.</param>
    /// <param name="to">The anchors on the second scale.</param>
    /// <param name="options">Abilities, weights and direction; null for the defaults.</param>
    /// <exception cref="ArgumentException">The lists do not match, are empty, or no line brings the curves together.</exception>
    public static ScaleLink Haebara(IReadOnlyList<ItemModel> from, IReadOnlyList<ItemModel> to, CurveLinkingOptions? options = null) =>
        Closest(from, to, new(from, to, options ?? new(), wholeTest: false));

    /// <summary>Stocking &amp; Lord (1983, Applied Psychological Measurement 7, 201-210): the smallest squared distance between the characteristic curves of the whole
    /// set of anchors, Σ_θ w(θ) (T_to - T_from)², where T is the expected sum of the scores.</summary>
    /// <param name="from">The anchors on the first scale.</param>
    /// <param name="to">The anchors on the second scale.</param>
    /// <param name="options">Abilities, weights and direction; null for the defaults.</param>
    /// <exception cref="ArgumentException">The lists do not match, are empty, or no line brings the curves together.</exception>
    public static ScaleLink StockingLord(IReadOnlyList<ItemModel> from, IReadOnlyList<ItemModel> to, CurveLinkingOptions? options = null) =>
        Closest(from, to, new(from, to, options ?? new(), wholeTest: true));

    static ScaleLink Through(AnchorMoments first, AnchorMoments second, double slope) => new(slope, second.MeanDifficulty - (slope * first.MeanDifficulty));

    // Two starts, because the criterion may have several valleys when anchors disagree. One may lie where every curve is flat.
    static ScaleLink Closest(IReadOnlyList<ItemModel> from, IReadOnlyList<ItemModel> to, CurveDistance distance)
    {
        var (first, second) = (AnchorMoments.Of(from), AnchorMoments.Of(to, from));
        List<ScaleLink> starts = [Through(first, second, 1)];
        if (first.Varies && second.Varies)
        {
            starts.Add(MeanSigma(from, to));
        }

        return starts.Select(distance.Minimise).OfType<ScaleLink>().MinBy(link => link.Criterion)
            ?? throw new ArgumentException("The curves of the anchors are flat where they are compared: no line brings them together.", nameof(from));
    }
}
