using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Beffroi.Detection;

/// <summary>
/// What each input brings to the sum of an ensemble of trees: exact Shapley values of the path-dependent value function of TreeSHAP (Lundberg et al.,
/// 2018, algorithm 2; 2020), where an input that is not known follows both branches by their <see cref="DecisionTree.Cover"/>. Computed in one walk of
/// each tree: the Shapley weights are integrals of products of linear functions (Owen, 1972), which Gauss-Legendre quadrature gives exactly, and what the
/// leaves of a branch have in common is multiplied once (Yu et al., 2022). Immutable, safe to share between threads.
/// </summary>
public sealed class TreeShap
{
    const int Lanes = 4;

    readonly TreeEnsemble _trees;
    readonly QuadratureLanes[][] _lanes;
    readonly double[] _ratio;

    /// <summary>Prepares the explanation of an ensemble.</summary>
    /// <param name="trees">The ensemble.</param>
    public TreeShap(TreeEnsemble trees)
    {
        ArgumentNullException.ThrowIfNull(trees);
        _trees = trees;
        _ratio = Ratios(trees);
        var rules = new Dictionary<int, QuadratureLanes[]>();
        _lanes = new QuadratureLanes[trees.TreeCount][];
        var passed = new bool[trees.FeatureCount];
        for (var t = 0; t < trees.TreeCount; t++)
        {
            // A product of n linear functions needs n / 2 points.
            var groups = Math.Max(1, (MostFeatures(trees.Start[t], 0, passed) + (2 * Lanes) - 1) / (2 * Lanes));
            _lanes[t] = rules.TryGetValue(groups, out var known) ? known : rules[groups] = QuadratureLanes.Of(groups);
            Base += Mean(trees.Start[t]);
        }
    }

    /// <summary>The sum when no input is known: the mean of the leaves by cover.</summary>
    public double Base { get; }

    /// <summary>What each input brings: <see cref="Base"/> and all of them add up to <see cref="TreeEnsemble.Sum"/>, to rounding.</summary>
    /// <param name="inputs">One value per feature; NaN where it is missing, which is itself known and explained.</param>
    /// <param name="contributions">Receives one value per feature.</param>
    /// <exception cref="ArgumentException">Not one input and one contribution per feature.</exception>
    public void Explain(ReadOnlySpan<float> inputs, Span<double> contributions)
    {
        if (inputs.Length != _trees.FeatureCount || contributions.Length != _trees.FeatureCount)
        {
            throw new ArgumentException($"{_trees.FeatureCount} inputs and as many contributions are needed.", nameof(inputs));
        }

        var walk = new Walk
        {
            Trees = _trees,
            Ratio = _ratio,
            Inputs = inputs,
            Passed = new Branch[_trees.FeatureCount],
            Sums = new Vector256<double>[_trees.FeatureCount],
        };
        for (var t = 0; t < _trees.TreeCount; t++)
        {
            foreach (var lanes in _lanes[t])
            {
                walk.Lanes = lanes;
                walk.Down(_trees.Start[t], lanes.Weight);
            }
        }

        for (var f = 0; f < contributions.Length; f++)
        {
            contributions[f] = Vector256.Sum(walk.Sums[f]);
        }
    }

    /// <summary>The share of its parent's cover that each node has. Where no row passed, both branches are as likely.</summary>
    static double[] Ratios(TreeEnsemble trees)
    {
        var ratio = new double[trees.NodeCount];
        for (var i = 0; i < trees.NodeCount; i++)
        {
            if (trees.Feature[i] >= 0)
            {
                var (left, right) = (trees.Left[i], trees.Right[i]);
                var sum = (double)trees.Cover[left] + trees.Cover[right];
                (ratio[left], ratio[right]) = sum > 0 ? (trees.Cover[left] / sum, trees.Cover[right] / sum) : (0.5, 0.5);
            }
        }

        return ratio;
    }

    double Mean(int at) => _trees.Feature[at] < 0 ? _trees.Value[at]
        : (_ratio[_trees.Left[at]] * Mean(_trees.Left[at])) + (_ratio[_trees.Right[at]] * Mean(_trees.Right[at]));

    /// <summary>Most distinct features on one path from here to a leaf.</summary>
    int MostFeatures(int at, int count, bool[] passed)
    {
        var feature = _trees.Feature[at];
        if (feature < 0)
        {
            return count;
        }

        var isNew = !passed[feature];
        passed[feature] = true;
        var most = Math.Max(MostFeatures(_trees.Left[at], count + (isNew ? 1 : 0), passed), MostFeatures(_trees.Right[at], count + (isNew ? 1 : 0), passed));
        passed[feature] = !isNew;
        return most;
    }

    /// <summary>A feature already met on the way down.</summary>
    [StructLayout(LayoutKind.Auto)]
    struct Branch
    {
        public bool IsMet;

        /// <summary>Whether the inputs go this way at every node of this feature.</summary>
        public bool IsTaken;

        /// <summary>Share of the rows that go this way when the feature is not known.</summary>
        public double Ratio;

        /// <summary>1 / (taken · t + ratio · (1 − t)) at each point.</summary>
        public Vector256<double> Inverse;

        /// <summary>(taken − ratio) · <see cref="Inverse"/>.</summary>
        public Vector256<double> Pull;
    }

    [StructLayout(LayoutKind.Auto)]
    ref struct Walk
    {
        public required TreeEnsemble Trees;
        public required double[] Ratio;
        public required ReadOnlySpan<float> Inputs;
        public required Branch[] Passed;
        public required Vector256<double>[] Sums;
        public QuadratureLanes Lanes;

        /// <summary>Sum over the leaves below of value · weight · product over the features of the path.</summary>
        public Vector256<double> Down(int at, Vector256<double> product)
        {
            int feature = Trees.Feature[at];
            if (feature < 0)
            {
                return product * Trees.Value[at];
            }

            var x = Inputs[feature];
            var goesLeft = x <= Trees.Threshold[at] || (Trees.MissingLeft[at] && float.IsNaN(x));
            var before = Passed[feature];
            var rest = before.IsMet ? product * before.Inverse : product;
            var sum = Into(Trees.Left[at], feature, goesLeft, before, rest) + Into(Trees.Right[at], feature, !goesLeft, before, rest);
            Passed[feature] = before;
            return sum;
        }

        Vector256<double> Into(int child, int feature, bool isTaken, in Branch before, Vector256<double> rest)
        {
            isTaken &= !before.IsMet || before.IsTaken;
            var ratio = before.IsMet ? before.Ratio * Ratio[child] : Ratio[child];
            if (!isTaken && ratio == 0)
            {
                return Vector256<double>.Zero;
            }

            var factor = Lanes.Rest * ratio;
            factor = isTaken ? factor + Lanes.Point : factor;
            var inverse = Vector256<double>.One / factor;
            var pull = inverse * ((isTaken ? 1 : 0) - ratio);
            Passed[feature] = new() { IsMet = true, IsTaken = isTaken, Ratio = ratio, Inverse = inverse, Pull = pull };
            var below = Down(child, rest * factor);
            Sums[feature] += below * (before.IsMet ? pull - before.Pull : pull);
            return below;
        }
    }
}
