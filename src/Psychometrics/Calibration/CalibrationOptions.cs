using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>How items are calibrated.</summary>
public sealed record CalibrationOptions
{
    /// <summary>The curves of the items.</summary>
    public required ItemFamily Family { get; init; }

    /// <summary>Other curves for some items, by name. Default none.</summary>
    public ImmutableDictionary<string, ItemFamily> Families { get; init; } = ImmutableDictionary<string, ItemFamily>.Empty;

    /// <summary>What is believed of every item. Default nothing: maximum likelihood.</summary>
    public ItemPriors Priors { get; init; } = ItemPriors.None;

    /// <summary>What is believed of some items instead, by name. Default none.</summary>
    public ImmutableDictionary<string, ItemPriors> PriorsOfItems { get; init; } = ImmutableDictionary<string, ItemPriors>.Empty;

    /// <summary>Items whose parameters are known and stay as they are, by name. Default none.</summary>
    public ImmutableDictionary<string, ItemModel> Anchors { get; init; } = ImmutableDictionary<string, ItemModel>.Empty;

    /// <summary>Where to start from, by name; items of another family are ignored. Default none: proportions.</summary>
    public ImmutableDictionary<string, ItemModel> Start { get; init; } = ImmutableDictionary<string, ItemModel>.Empty;

    /// <summary>Lower asymptote of three-parameter items, in [0, 1[, when it is fixed; null (default) when it is estimated.</summary>
    public double? LowerAsymptote { get; init => field = value is { } c ? Require.Within(0, Math.BitDecrement(1.0), c, nameof(LowerAsymptote)) : null; }

    /// <summary>What of the first group's abilities is estimated. Default nothing: N(0, 1).</summary>
    public LatentScale Scale { get; init; }

    /// <summary>Equispaced points of the quadrature, odd, from 11 to 961; default 61. Doubled by the calibration where items discriminate too
    /// strongly for their step.</summary>
    public int QuadraturePoints { get; init => field = Odd(value); } = 61;

    /// <summary>Half width of the quadrature around 0, in logits, from 3 to 20; default 6.</summary>
    public double HalfWidth { get; init => field = Require.Within(3, 20, value, nameof(HalfWidth)); } = 6;

    /// <summary>Convergence: no parameter (slope, intercept, logit of c, mean, log spread) moves by more than this in one application of the EM
    /// map. From 1e-10 to 0.1; default 1e-6, which puts the log-likelihood within 1e-4 of its maximum in ordinary problems.</summary>
    public double Tolerance { get; init => field = Require.Within(1e-10, 0.1, value, nameof(Tolerance)); } = 1e-6;

    /// <summary>Applications of the EM map after which the calibration stops without having converged, at least 1; default 5 000.</summary>
    public int MaxIterations { get; init => field = (int)Require.AtLeast(1, value, nameof(MaxIterations)); } = 5_000;

    /// <summary>Whether SQUAREM extrapolates between EM steps; default true. The maximum is the same without, later.</summary>
    public bool Accelerate { get; init; } = true;

    /// <summary>Whether standard errors are computed (two E steps for each parameter); default true.</summary>
    public bool StandardErrors { get; init; } = true;

    /// <summary>Threads at most, at least 1; default 1. The result does not depend on it.</summary>
    public int Threads { get; init => field = (int)Require.AtLeast(1, value, nameof(Threads)); } = 1;

    static int Odd(int value) => value is >= 11 and <= 961 && value % 2 == 1
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "An odd number from 11 to 961 is needed.");
}
