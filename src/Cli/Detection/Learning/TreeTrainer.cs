using System.Collections.Immutable;
using Beffroi.Detection;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace Beffroi.Cli.Detection.Learning;

/// <summary>
/// Grows trees with ML.NET on one thread and a seed, and exports them exactly: the sum of our trees is the raw score of ML.NET. Missing values are
/// given to it as a value beyond all others, on the left or on the right as asked, and the exported trees say so at every node.
/// </summary>
static class TreeTrainer
{
    /// <summary>Beyond every value of a feature, and far enough for a threshold between.</summary>
    const float Beyond = 1e15f;

    public static ImmutableArray<DecisionTree> Train(IReadOnlyList<TrainingRow> rows, ImmutableArray<int> features, TreeRecipe recipe, bool missingLeft, int seed) =>
        TrainBoth(rows, features, recipe, missingLeft, seed).Trees;

    /// <summary>With the raw score that ML.NET itself gives, for the proof that the export is exact.</summary>
    public static (ImmutableArray<DecisionTree> Trees, Func<float[], double> Raw) TrainBoth(IReadOnlyList<TrainingRow> rows, ImmutableArray<int> features, TreeRecipe recipe, bool missingLeft, int seed)
    {
        var schema = SchemaDefinition.Create(typeof(Example));
        schema[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features.Length);
        var machine = new MLContext(seed);
        var data = machine.Data.LoadFromEnumerable(rows.Select(row => Given(row, features, missingLeft)), schema);
        var (grown, weights, bias, raw) = recipe.Forest ? GrowForest(machine, data, recipe, seed) : Boost(machine, data, recipe, seed);
        var trees = grown.Select((tree, t) => Export(tree, weights[t], features, missingLeft)).ToImmutableArray();
        var engine = new Lazy<PredictionEngine<Example, Prediction>>(() => machine.Model.CreatePredictionEngine<Example, Prediction>(raw, inputSchemaDefinition: schema));
        return ([.. trees.Select(tree => Covered(tree, rows))], x => engine.Value.Predict(Given(new(x, false, 1), features, missingLeft)).Score - bias);
    }

    static (RegressionTreeBase[] Trees, double[] Weights, double Bias, ITransformer Raw) GrowForest(MLContext machine, IDataView data, TreeRecipe recipe, int seed)
    {
        var model = machine.BinaryClassification.Trainers.FastForest(new FastForestBinaryTrainer.Options
        {
            NumberOfTrees = recipe.Trees, NumberOfLeaves = recipe.Leaves, MinimumExampleCountPerLeaf = recipe.LeastRows, FeatureFractionPerSplit = recipe.FeaturesBySplit,
            NumberOfThreads = 1, Seed = seed, FeatureSelectionSeed = seed, ExampleWeightColumnName = nameof(Example.Weight), BaggingExampleFraction = 0.8, MaximumBinCountPerFeature = 128,
        }).Fit(data);
        var grown = model.Model.TrainedTreeEnsemble;
        return ([.. grown.Trees], [.. grown.TreeWeights], grown.Bias, model);
    }

    static (RegressionTreeBase[] Trees, double[] Weights, double Bias, ITransformer Raw) Boost(MLContext machine, IDataView data, TreeRecipe recipe, int seed)
    {
        var model = machine.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            NumberOfTrees = recipe.Trees, NumberOfLeaves = recipe.Leaves, MinimumExampleCountPerLeaf = recipe.LeastRows, FeatureFractionPerSplit = recipe.FeaturesBySplit, LearningRate = recipe.Step,
            NumberOfThreads = 1, Seed = seed, FeatureSelectionSeed = seed, ExampleWeightColumnName = nameof(Example.Weight), BaggingSize = 1, BaggingExampleFraction = 0.6, MaximumBinCountPerFeature = 128,
        }).Fit(data);
        var grown = model.Model.SubModel.TrainedTreeEnsemble;
        return ([.. grown.Trees], [.. grown.TreeWeights], grown.Bias, model);
    }

    static Example Given(TrainingRow row, ImmutableArray<int> features, bool missingLeft)
    {
        var given = new float[features.Length];
        for (var i = 0; i < given.Length; i++)
        {
            var x = row.Features[features[i]];
            given[i] = float.IsNaN(x) ? (missingLeft ? -Beyond : Beyond) : x;
        }

        return new() { Features = given, Label = row.Bot, Weight = row.Weight };
    }

    /// <summary>Our nodes from theirs: inner nodes are numbered from 0, leaves as ~leaf; ours hold both, each after its parent.</summary>
    static DecisionTree Export(RegressionTreeBase tree, double weight, ImmutableArray<int> features, bool missingLeft)
    {
        var (feature, threshold, left, right, missing, value) = (new List<int>(), new List<float>(), new List<int>(), new List<int>(), new List<bool>(), new List<double>());
        Add(tree.NumberOfNodes > 0 ? 0 : -1);
        return new()
        {
            Feature = [.. feature], Threshold = [.. threshold], Left = [.. left], Right = [.. right], MissingLeft = [.. missing], Value = [.. value], Cover = [.. feature.Select(_ => 0f)],
        };

        int Add(int node)
        {
            var at = feature.Count;
            var leaf = node < 0;
            feature.Add(leaf ? -1 : features[tree.NumericalSplitFeatureIndexes[node]]);
            threshold.Add(leaf ? 0 : tree.NumericalSplitThresholds[node]);
            missing.Add(!leaf && missingLeft);
            value.Add(leaf ? weight * tree.LeafValues[~node] : 0);
            left.Add(-1);
            right.Add(-1);
            if (!leaf)
            {
                left[at] = Add(tree.LeftChild[node]);
                right[at] = Add(tree.RightChild[node]);
            }

            return at;
        }
    }

    /// <summary>The tree with the weight of the rows that pass by each node.</summary>
    static DecisionTree Covered(DecisionTree tree, IReadOnlyList<TrainingRow> rows)
    {
        var cover = new double[tree.NodeCount];
        foreach (var row in rows)
        {
            for (var at = 0; at >= 0;)
            {
                cover[at] += row.Weight;
                var x = tree.Feature[at] < 0 ? 0 : row.Features[tree.Feature[at]];
                at = tree.Feature[at] < 0 ? -1 : (float.IsNaN(x) ? tree.MissingLeft[at] : x <= tree.Threshold[at]) ? tree.Left[at] : tree.Right[at];
            }
        }

        return new()
        {
            Feature = tree.Feature, Threshold = tree.Threshold, Left = tree.Left, Right = tree.Right, MissingLeft = tree.MissingLeft, Value = tree.Value, Cover = [.. cover.Select(c => (float)c)],
        };
    }

    sealed class Example
    {
        public float[] Features { get; set; } = [];

        public bool Label { get; set; }

        public float Weight { get; set; }
    }

    sealed class Prediction
    {
        public float Score { get; set; }
    }
}
