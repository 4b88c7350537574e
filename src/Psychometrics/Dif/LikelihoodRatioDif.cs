using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Differential functioning by likelihood ratio (Thissen, Steinberg &amp; Wainer, 1993, in Holland &amp; Wainer): an item whose curve is
/// its own in each group is compared with the same item of one curve, abilities of the groups being estimated with the items.</summary>
public static class LikelihoodRatioDif
{
    /// <summary>Tests items one by one, all the others held equal in both groups.</summary>
    /// <param name="answers">Scores.</param>
    /// <param name="focal">For each person, whether they belong to the focal group.</param>
    /// <param name="options">How the items are calibrated; standard errors are not needed.</param>
    /// <param name="studied">Names of the items to test; empty (default) for all of them.</param>
    /// <param name="progress">Told after each item: items done, of how many.</param>
    /// <param name="ct">Stops between two calibrations.</param>
    /// <exception cref="ArgumentException">A name is unknown, groups do not match the people, or an item cannot be calibrated in each group.</exception>
    public static ImmutableArray<LikelihoodRatioItem> OneByOne(
        ResponseMatrix answers, IReadOnlyList<bool> focal, CalibrationOptions options, ImmutableArray<string> studied = default, IProgress<(int Done, int All)>? progress = null, CancellationToken ct = default)
    {
        var test = new DifDesign(answers, focal, options);
        var names = test.Known(studied);
        var equal = test.Calibrate([], null, ct);
        return Each(names, progress, name => DifDesign.Compare(name, test.Calibrate([name], equal, ct), equal));
    }

    /// <summary>Tests items against anchors: the model where every studied item has its own curves is compared with the one where this item has one.</summary>
    /// <param name="answers">Scores.</param>
    /// <param name="focal">For each person, whether they belong to the focal group.</param>
    /// <param name="options">How the items are calibrated; standard errors are not needed.</param>
    /// <param name="studied">Names of the items to test; the others are the anchors, at least one.</param>
    /// <param name="progress">Told after each item: items done, of how many.</param>
    /// <param name="ct">Stops between two calibrations.</param>
    /// <exception cref="ArgumentException">A name is unknown, no anchor is left, groups do not match the people, or an item cannot be calibrated in each group.</exception>
    public static ImmutableArray<LikelihoodRatioItem> AgainstAnchors(
        ResponseMatrix answers, IReadOnlyList<bool> focal, CalibrationOptions options, ImmutableArray<string> studied, IProgress<(int Done, int All)>? progress = null, CancellationToken ct = default)
    {
        var test = new DifDesign(answers, focal, options);
        var names = test.Known(studied);
        if (names.Length == answers.Items)
        {
            throw new ArgumentException("At least one item is an anchor: without any, the groups have no common scale.", nameof(studied));
        }

        var free = test.Calibrate(names, null, ct);
        return Each(names, progress, name => DifDesign.Compare(name, free, test.Calibrate(names.Remove(name, StringComparer.Ordinal), free, ct)));
    }

    static ImmutableArray<LikelihoodRatioItem> Each(ImmutableArray<string> names, IProgress<(int Done, int All)>? progress, Func<string, LikelihoodRatioItem> compare)
    {
        var found = ImmutableArray.CreateBuilder<LikelihoodRatioItem>(names.Length);
        foreach (var name in names)
        {
            found.Add(compare(name));
            progress?.Report((found.Count, names.Length));
        }

        return found.MoveToImmutable();
    }
}
