using System.Collections.Immutable;
using Beffroi.Detection;

namespace Beffroi.Cli.Detection.Learning;

/// <summary>Trees of one recipe grown on one set in bags: each bag on its own resample of the accounts, each account seen whole and with fields hidden at random.</summary>
sealed class TreeGroup
{
    readonly ImmutableArray<ImmutableArray<DecisionTree>> _bags;
    readonly ImmutableArray<TreeEnsemble> _ensembles;
    readonly double _scale;

    TreeGroup(ImmutableArray<ImmutableArray<DecisionTree>> bags, TreeRecipe recipe)
    {
        (_bags, _scale) = (bags, recipe.Forest ? 1.0 / recipe.Trees : 1);
        _ensembles = [.. bags.Select(trees => new TreeEnsemble(AccountFeatures.Count, trees))];
    }

    public static TreeGroup Grow(LearningSet set, ImmutableArray<int> inputs, TreeRecipe recipe, int bags, int seed, Action grown, CancellationToken ct)
    {
        var weights = set.Weights(recipe.Even);
        return new([.. Enumerable.Range(0, bags).Select(bag =>
        {
            ct.ThrowIfCancellationRequested();
            var chance = new Random(unchecked((seed * 1_000) + bag));
            // Missing on the left in one bag, on the right in the next: being missing pulls neither way.
            var trees = TreeTrainer.Train(Resample(set, weights, recipe, chance), inputs, recipe, missingLeft: bag % 2 == 0, chance.Next());
            grown();
            return trees;
        })], recipe);
    }

    /// <summary>The mean over the bags of what their trees say.</summary>
    public double Raw(float[] features) => _ensembles.Sum(e => e.Sum(features)) * _scale / _ensembles.Length;

    /// <summary>The trees of one bag, so that all bags add up to factor × <see cref="Raw"/>.</summary>
    public IEnumerable<DecisionTree> Scaled(int bag, double factor)
    {
        var by = factor * _scale / _bags.Length;
        return _bags[bag].Select(tree => new DecisionTree
        {
            Feature = tree.Feature, Threshold = tree.Threshold, Left = tree.Left, Right = tree.Right, MissingLeft = tree.MissingLeft, Cover = tree.Cover, Value = [.. tree.Value.Select(v => v * by)],
        });
    }

    static List<TrainingRow> Resample(LearningSet set, float[] weights, TreeRecipe recipe, Random chance)
    {
        var rows = new List<TrainingRow>(set.Rows.Count * 2);
        for (var i = 0; i < set.Rows.Count; i++)
        {
            var drawn = chance.Next(set.Rows.Count);
            var (features, bot) = set.Rows[drawn];
            rows.Add(new(features, bot, weights[drawn]));
            if (recipe.Hidden > 0)
            {
                rows.Add(new(Hide(features, recipe.Hidden, chance), bot, weights[drawn]));
            }
        }

        return rows;
    }

    static float[] Hide(float[] features, double share, Random chance)
    {
        var seen = (float[])features.Clone();
        foreach (var together in Inputs.Together)
        {
            if (chance.NextDouble() < share)
            {
                foreach (var f in together)
                {
                    seen[f] = float.NaN;
                }
            }
        }

        return seen;
    }
}
