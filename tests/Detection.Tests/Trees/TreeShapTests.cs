using CsCheck;

namespace Beffroi.Detection.Tests;

public sealed class TreeShapTests
{
    static readonly bool Long = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1";
    static readonly Gen<int> Seeds = Gen.Int[0, int.MaxValue];

    [Fact]
    public void The_sum_of_what_inputs_bring_is_the_sum_of_the_trees() => Seeds.Sample(seed =>
    {
        var random = new Random(seed);
        var trees = Grown(random, features: 20, trees: 15, depth: 9);
        var shap = new TreeShap(trees);
        for (var i = 0; i < 20; i++)
        {
            var inputs = Inputs(random, 20);
            var contributions = new double[20];
            shap.Explain(inputs, contributions);
            Assert.Equal(trees.Sum(inputs), shap.Base + contributions.Sum(), 1e-9);
        }
    }, iter: Long ? 2000 : 60);

    [Fact]
    public void They_are_the_values_of_Shapley_over_every_subset() => Seeds.Sample(seed =>
    {
        var random = new Random(seed);
        const int Features = 6;
        var trees = Grown(random, Features, trees: 3, depth: 7);
        var inputs = Inputs(random, Features);
        var contributions = new double[Features];
        new TreeShap(trees).Explain(inputs, contributions);
        for (var f = 0; f < Features; f++)
        {
            Assert.Equal(Shapley(trees, inputs, f), contributions[f], 1e-9);
        }
    }, iter: Long ? 2000 : 100);

    [Fact]
    public void A_known_tree_gives_known_values()
    {
        // x0 <= 0 : 1, else x1 <= 0 : 2, else 4; covers 6, 4 (1, 3). Base = (6 + 2 + 12) / 10 = 2.
        var tree = new DecisionTree
        {
            Feature = [0, -1, 1, -1, -1],
            Threshold = [0, 0, 0, 0, 0],
            Left = [1, -1, 3, -1, -1],
            Right = [2, -1, 4, -1, -1],
            MissingLeft = [false, false, true, false, false],
            Value = [0, 1, 0, 2, 4],
            Cover = [10, 6, 4, 1, 3],
        };
        var shap = new TreeShap(new(2, [tree]));
        Assert.Equal(2, shap.Base, 1e-12);
        var found = new double[2];

        // v({0}) = 3.5, v({1}) = 0.6 + 1.6 = 2.2, v(both) = 4: by hand.
        shap.Explain([1, 1], found);
        Assert.Equal(((3.5 - 2) + (4 - 2.2)) / 2, found[0], 1e-12);
        Assert.Equal(((2.2 - 2) + (4 - 3.5)) / 2, found[1], 1e-12);

        // Missing goes left at the second node: v({1}) = 0.6 + 0.8 = 1.4, v(both) = 2.
        shap.Explain([1, float.NaN], found);
        Assert.Equal(((3.5 - 2) + (2 - 1.4)) / 2, found[0], 1e-12);
        Assert.Equal(((1.4 - 2) + (2 - 3.5)) / 2, found[1], 1e-12);
    }

    [Fact]
    public void Deep_trees_over_many_features_stay_exact()
    {
        var random = new Random(4);
        var trees = Chain(features: 40);
        var inputs = Inputs(random, 40);
        var contributions = new double[40];
        var shap = new TreeShap(trees);
        shap.Explain(inputs, contributions);
        Assert.Equal(trees.Sum(inputs), shap.Base + contributions.Sum(), 1e-9);
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_refused() => Assert.Throws<ArgumentException>(() => new TreeShap(Grown(new(1), 3, 1, 2)).Explain([1f], new double[3]));

    /// <summary>Straight from the definition: over every subset of the other features, by covers where a feature is not known.</summary>
    static double Shapley(TreeEnsemble trees, float[] inputs, int feature)
    {
        var n = inputs.Length;
        var sum = 0.0;
        for (var set = 0; set < 1 << n; set++)
        {
            if ((set >> feature & 1) == 0)
            {
                var size = int.PopCount(set);
                var weight = Factorial(size) * Factorial(n - size - 1) / Factorial(n);
                sum += weight * (Known(trees, inputs, set | (1 << feature)) - Known(trees, inputs, set));
            }
        }

        return sum;
    }

    static double Known(TreeEnsemble trees, float[] inputs, int set) =>
        Enumerable.Range(0, trees.TreeCount).Sum(t => Known(trees, inputs, set, trees.Start[t]));

    static double Known(TreeEnsemble trees, float[] inputs, int set, int at)
    {
        var feature = trees.Feature[at];
        if (feature < 0)
        {
            return trees.Value[at];
        }

        var (left, right) = (trees.Left[at], trees.Right[at]);
        if ((set >> feature & 1) == 1)
        {
            var goesLeft = float.IsNaN(inputs[feature]) ? trees.MissingLeft[at] : inputs[feature] <= trees.Threshold[at];
            return Known(trees, inputs, set, goesLeft ? left : right);
        }

        var share = trees.Cover[at] > 0 ? (double)trees.Cover[left] / ((double)trees.Cover[left] + trees.Cover[right]) : 0.5;
        return (share * Known(trees, inputs, set, left)) + ((1 - share) * Known(trees, inputs, set, right));
    }

    static double Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);

    static float[] Inputs(Random random, int features) =>
        [.. Enumerable.Range(0, features).Select(_ => random.Next(6) == 0 ? float.NaN : (float)random.Next(-3, 4) / 2)];

    /// <summary>Random trees whose branches are sometimes empty and whose features come back along a path.</summary>
    internal static TreeEnsemble Grown(Random random, int features, int trees, int depth) =>
        new(features, [.. Enumerable.Range(0, trees).Select(_ => Tree(random, features, depth))]);

    static DecisionTree Tree(Random random, int features, int depth)
    {
        var nodes = new List<(int Feature, float Threshold, int Left, int Right, bool MissingLeft, double Value, float Cover)>();
        Grow(1000, depth);
        return new()
        {
            Feature = [.. nodes.Select(n => n.Feature)],
            Threshold = [.. nodes.Select(n => n.Threshold)],
            Left = [.. nodes.Select(n => n.Left)],
            Right = [.. nodes.Select(n => n.Right)],
            MissingLeft = [.. nodes.Select(n => n.MissingLeft)],
            Value = [.. nodes.Select(n => n.Value)],
            Cover = [.. nodes.Select(n => n.Cover)],
        };

        int Grow(int cover, int left)
        {
            var at = nodes.Count;
            if (left == 0 || random.Next(8) == 0)
            {
                nodes.Add((-1, 0, -1, -1, false, random.NextDouble() - 0.5, cover));
                return at;
            }

            nodes.Add(default);
            var taken = random.Next(10) == 0 ? 0 : random.Next(cover + 1);
            var (feature, threshold, missing) = (random.Next(features), (float)random.Next(-3, 4) / 2, random.Next(2) == 0);
            var (one, two) = (Grow(taken, left - 1), Grow(cover - taken, left - 1));
            nodes[at] = (feature, threshold, one, two, missing, 0, cover);
            return at;
        }
    }

    static TreeEnsemble Chain(int features)
    {
        var n = (2 * features) + 1;
        var tree = new DecisionTree
        {
            Feature = [.. Enumerable.Range(0, n).Select(i => i % 2 == 0 && i < n - 1 ? i / 2 : -1)],
            Threshold = [.. new float[n]],
            Left = [.. Enumerable.Range(0, n).Select(i => i % 2 == 0 && i < n - 1 ? i + 1 : -1)],
            Right = [.. Enumerable.Range(0, n).Select(i => i % 2 == 0 && i < n - 1 ? i + 2 : -1)],
            MissingLeft = [.. new bool[n]],
            Value = [.. Enumerable.Range(0, n).Select(i => i % 2 == 0 && i < n - 1 ? 0.0 : i)],
            Cover = [.. Enumerable.Range(0, n).Select(i => (float)(i % 2 == 0 ? features + 1 - (i / 2) : 1))],
        };
        return new(features, [tree]);
    }
}
