namespace Beffroi.Detection;

/// <summary>
/// A sum of decision trees, laid flat: every node of every tree in one set of arrays, evaluated without allocation and in the same order each time,
/// so that the same inputs give the same bits. Immutable, safe to share between threads.
/// </summary>
public sealed partial class TreeEnsemble
{
    /// <summary>Most trees of one ensemble.</summary>
    public const int MaxTrees = 10_000;

    /// <summary>Most nodes of one ensemble, all trees together.</summary>
    public const int MaxNodes = 2_000_000;

    // One element per node; a leaf has feature -1. Children are indexes in these same arrays.
    internal readonly short[] Feature;
    internal readonly float[] Threshold;
    internal readonly int[] Left;
    internal readonly int[] Right;
    internal readonly bool[] MissingLeft;
    internal readonly double[] Value;
    internal readonly float[] Cover;

    /// <summary>First node of each tree, and after the last one the number of nodes.</summary>
    internal readonly int[] Start;

    TreeEnsemble(int featureCount, int[] start)
    {
        var nodes = start[^1];
        (FeatureCount, Start) = (featureCount, start);
        (Feature, Threshold, Left, Right) = (new short[nodes], new float[nodes], new int[nodes], new int[nodes]);
        (MissingLeft, Value, Cover) = (new bool[nodes], new double[nodes], new float[nodes]);
    }

    /// <summary>Lays trees flat.</summary>
    /// <param name="featureCount">Number of inputs, 1 to 10,000.</param>
    /// <param name="trees">The trees; none gives an ensemble whose sum is 0.</param>
    /// <exception cref="ArgumentException">A tree is not one: arrays of different lengths, a child before its parent or with two parents, a feature that does not exist, a value or threshold that is not finite, covers that do not add up.</exception>
    public TreeEnsemble(int featureCount, IReadOnlyList<DecisionTree> trees)
        : this(featureCount, Starts(featureCount, trees))
    {
        for (var t = 0; t < trees.Count; t++)
        {
            var (tree, offset) = (trees[t], Start[t]);
            for (var i = 0; i < tree.NodeCount; i++)
            {
                var (at, leaf) = (offset + i, tree.Feature[i] < 0);
                (Feature[at], Threshold[at]) = ((short)tree.Feature[i], tree.Threshold[i]);
                (Left[at], Right[at]) = leaf ? (-1, -1) : (offset + tree.Left[i], offset + tree.Right[i]);
                (MissingLeft[at], Value[at], Cover[at]) = (tree.MissingLeft[i], tree.Value[i], tree.Cover[i]);
            }
        }

        if (Fault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(trees));
        }

        Lay();
    }

    /// <summary>Number of inputs.</summary>
    public int FeatureCount { get; }

    /// <summary>Number of trees.</summary>
    public int TreeCount => Start.Length - 1;

    /// <summary>Number of nodes, all trees together.</summary>
    public int NodeCount => Feature.Length;

    /// <summary>The sum over the trees of the value of the leaf that the inputs fall in.</summary>
    /// <param name="inputs">One value per feature; NaN where it is missing.</param>
    /// <exception cref="ArgumentException">Not <see cref="FeatureCount"/> inputs.</exception>
    public double Sum(ReadOnlySpan<float> inputs)
    {
        Check(inputs);
        Span<float> spread = FeatureCount <= MostOnStack ? stackalloc float[2 * FeatureCount] : new float[2 * FeatureCount];
        Spread(inputs, spread);
        return SumOf(0, TreeCount, spread);
    }

    /// <summary>The same sums by slices of trees: element k is the sum of the trees from k·n/count to (k+1)·n/count, of the n trees in order.</summary>
    /// <param name="inputs">One value per feature; NaN where it is missing.</param>
    /// <param name="sums">Receives one sum per slice.</param>
    /// <exception cref="ArgumentException">Not <see cref="FeatureCount"/> inputs, or the trees cannot be cut in as many equal slices.</exception>
    public void Sums(ReadOnlySpan<float> inputs, Span<double> sums)
    {
        Check(inputs);
        if (sums.IsEmpty || TreeCount % sums.Length != 0)
        {
            throw new ArgumentException($"{TreeCount} trees cannot be cut in {sums.Length} equal slices.", nameof(sums));
        }

        Span<float> spread = FeatureCount <= MostOnStack ? stackalloc float[2 * FeatureCount] : new float[2 * FeatureCount];
        Spread(inputs, spread);
        var size = TreeCount / sums.Length;
        for (var k = 0; k < sums.Length; k++)
        {
            sums[k] = SumOf(k * size, (k + 1) * size, spread);
        }
    }

    void Check(ReadOnlySpan<float> inputs)
    {
        if (inputs.Length != FeatureCount)
        {
            throw new ArgumentException($"{FeatureCount} inputs are needed, {inputs.Length} were given.", nameof(inputs));
        }
    }
}
