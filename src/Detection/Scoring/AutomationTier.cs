using System.Collections.Immutable;

namespace Beffroi.Detection;

/// <summary>The part of a model that looks at one kind of evidence: trees grown in bags on resamples of the training accounts, on the scale of log-odds.</summary>
public sealed class AutomationTier
{
    /// <summary>Most bags.</summary>
    public const int MaxBags = 64;

    readonly int[] _used;

    /// <summary>Checks and keeps.</summary>
    /// <param name="trees">All trees over the <see cref="AccountFeatures.Count"/> features, bag after bag, as many in each.</param>
    /// <param name="bags">Number of bags, 2 to 64.</param>
    /// <param name="intercept">Log-odds when no tree adds to them.</param>
    /// <param name="low">Lowest value of each feature among the training accounts; NaN for a feature never seen.</param>
    /// <param name="high">Highest value.</param>
    /// <exception cref="ArgumentException">The shapes do not agree, or a number is not finite.</exception>
    public AutomationTier(TreeEnsemble trees, int bags, double intercept, ImmutableArray<float> low, ImmutableArray<float> high)
    {
        ArgumentNullException.ThrowIfNull(trees);
        if (trees.FeatureCount != AccountFeatures.Count || low.Length != AccountFeatures.Count || high.Length != AccountFeatures.Count)
        {
            throw new ArgumentException($"A tier has {AccountFeatures.Count} features.", nameof(trees));
        }

        if (bags is < 2 or > MaxBags || trees.TreeCount % bags != 0 || trees.TreeCount == 0 || !double.IsFinite(intercept))
        {
            throw new ArgumentException("A tier has 2 to 64 bags of as many trees each, and a finite intercept.", nameof(bags));
        }

        (Trees, Bags, Intercept, Low, High) = (trees, bags, intercept, low, high);
        Weights = Weigh(trees);
        _used = [.. Enumerable.Range(0, Weights.Length).Where(f => Weights[f] > 0)];
    }

    /// <summary>The trees, bag after bag.</summary>
    public TreeEnsemble Trees { get; }

    /// <summary>Number of bags: what one bag says is <see cref="Intercept"/> + bags · the sum of its trees.</summary>
    public int Bags { get; }

    /// <summary>Log-odds when no tree adds to them.</summary>
    public double Intercept { get; }

    /// <summary>Lowest value of each feature among the training accounts.</summary>
    public ImmutableArray<float> Low { get; }

    /// <summary>Highest value of each feature among the training accounts.</summary>
    public ImmutableArray<float> High { get; }

    /// <summary>Weight of each feature: its share of the splits, each by the training accounts that pass there. They sum to 1, or are all 0 in trees of one leaf.</summary>
    public ImmutableArray<double> Weights { get; }

    /// <summary>Weight of the features that are missing, 0 to 1.</summary>
    internal double Missing(ReadOnlySpan<float> features)
    {
        var missing = 0.0;
        foreach (var f in _used)
        {
            missing += float.IsNaN(features[f]) ? Weights[f] : 0;
        }

        return missing;
    }

    /// <summary>Weight of the features that are out of the range of the training accounts, 0 to 1.</summary>
    internal double Outside(ReadOnlySpan<float> features)
    {
        var outside = 0.0;
        foreach (var f in _used)
        {
            outside += features[f] < Low[f] || features[f] > High[f] ? Weights[f] : 0;
        }

        return outside;
    }

    static ImmutableArray<double> Weigh(TreeEnsemble trees)
    {
        var (weights, total) = (new double[trees.FeatureCount], 0.0);
        for (var i = 0; i < trees.NodeCount; i++)
        {
            if (trees.Feature[i] >= 0)
            {
                weights[trees.Feature[i]] += trees.Cover[i];
                total += trees.Cover[i];
            }
        }

        return [.. weights.Select(w => total > 0 ? w / total : 0)];
    }
}
