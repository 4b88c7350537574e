namespace Beffroi.Detection;

/// <content>What must hold of any ensemble, built or read.</content>
public sealed partial class TreeEnsemble
{
    const int MaxFeatures = 10_000;

    static int[] Starts(int featureCount, IReadOnlyList<DecisionTree> trees)
    {
        ArgumentNullException.ThrowIfNull(trees);
        ArgumentOutOfRangeException.ThrowIfLessThan(featureCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(featureCount, MaxFeatures);
        if (trees.Count > MaxTrees || trees.Sum(t => (long)t.NodeCount) > MaxNodes)
        {
            throw new ArgumentException($"An ensemble has at most {MaxTrees} trees and {MaxNodes} nodes.", nameof(trees));
        }

        var start = new int[trees.Count + 1];
        for (var t = 0; t < trees.Count; t++)
        {
            var (tree, n) = (trees[t], trees[t].NodeCount);
            if (n == 0 || tree.Threshold.Length != n || tree.Left.Length != n || tree.Right.Length != n || tree.MissingLeft.Length != n || tree.Value.Length != n || tree.Cover.Length != n)
            {
                throw new ArgumentException($"Tree {t}: the arrays are empty or of different lengths.", nameof(trees));
            }

            for (var i = 0; i < n; i++)
            {
                if (tree.Feature[i] >= featureCount || (tree.Feature[i] >= 0 && (tree.Left[i] < 0 || tree.Left[i] >= n || tree.Right[i] < 0 || tree.Right[i] >= n)))
                {
                    throw new ArgumentException($"Tree {t}, node {i}: the feature or a child does not exist.", nameof(trees));
                }
            }

            start[t + 1] = start[t] + n;
        }

        return start;
    }

    /// <summary>The first thing wrong, null when all is right: with it right, every walk from a root ends at a leaf of its own tree.</summary>
    string? Fault()
    {
        var parents = new byte[NodeCount];
        for (var t = 0; t < TreeCount; t++)
        {
            for (var i = Start[t]; i < Start[t + 1]; i++)
            {
                if (NodeFault(t, i, parents) is { } fault)
                {
                    return $"Tree {t}, node {i - Start[t]}: {fault}";
                }
            }
        }

        return null;
    }

    string? NodeFault(int tree, int i, byte[] parents)
    {
        if (!float.IsFinite(Threshold[i]) || !double.IsFinite(Value[i]) || !(Cover[i] >= 0) || !float.IsFinite(Cover[i]))
        {
            return "a threshold, value or cover is not a finite number, or a cover is negative.";
        }

        if (i > Start[tree] && parents[i] != 1)
        {
            return "it has no parent, or several, or stands before it.";
        }

        if (Feature[i] < 0)
        {
            return null;
        }

        var (left, right, end) = (Left[i], Right[i], Start[tree + 1]);
        if (Feature[i] >= FeatureCount || left <= i || right <= i || left >= end || right >= end)
        {
            return "the feature or a child does not exist.";
        }

        parents[left]++;
        parents[right]++;
        return Math.Abs(Cover[left] + Cover[right] - Cover[i]) <= (1e-3f * Cover[i]) + 1e-6f ? null : "the covers of the children do not add up to its own.";
    }
}
