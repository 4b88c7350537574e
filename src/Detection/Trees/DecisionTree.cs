using System.Collections.Immutable;

namespace Beffroi.Detection;

/// <summary>
/// One tree of a <see cref="TreeEnsemble"/>, as parallel arrays with one element per node. Node 0 is the root and a child always stands after its
/// parent. At a node, an input x goes to <see cref="Left"/> when x &#8804; <see cref="Threshold"/>, to <see cref="Right"/> when it is greater, and a
/// missing input (NaN) goes left where <see cref="MissingLeft"/> says so, right elsewhere.
/// </summary>
public sealed class DecisionTree
{
    /// <summary>Index of the feature that each node compares; −1 at a leaf.</summary>
    public required ImmutableArray<int> Feature { get; init; }

    /// <summary>What it is compared to; 0 at a leaf.</summary>
    public required ImmutableArray<float> Threshold { get; init; }

    /// <summary>Node of the inputs at most equal to the threshold; −1 at a leaf.</summary>
    public required ImmutableArray<int> Left { get; init; }

    /// <summary>Node of the inputs above the threshold; −1 at a leaf.</summary>
    public required ImmutableArray<int> Right { get; init; }

    /// <summary>Whether a missing input goes left; false at a leaf.</summary>
    public required ImmutableArray<bool> MissingLeft { get; init; }

    /// <summary>What a leaf adds to the sum; 0 at an inner node.</summary>
    public required ImmutableArray<double> Value { get; init; }

    /// <summary>Weight of the training rows that passed by each node: at least 0, and that of a parent is the sum of its children's. The background of SHAP values (Lundberg et al., 2020).</summary>
    public required ImmutableArray<float> Cover { get; init; }

    /// <summary>Number of nodes, leaves included.</summary>
    public int NodeCount => Feature.Length;
}
