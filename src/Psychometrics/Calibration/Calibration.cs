using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Items calibrated on answers, and how far the result can be trusted.</summary>
public sealed record Calibration
{
    /// <summary>The items, in the order of the columns.</summary>
    public required ImmutableArray<CalibratedItem> Items { get; init; }

    /// <summary>The groups, in their order; one when none were named.</summary>
    public required ImmutableArray<CalibratedGroup> Groups { get; init; }

    /// <summary>People with at least one answer.</summary>
    public required int Persons { get; init; }

    /// <summary>Marginal log-likelihood of the answers at the estimates.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>The same plus the log prior (up to a constant): what was maximised. Equal to <see cref="LogLikelihood"/> without priors.</summary>
    public required double Objective { get; init; }

    /// <summary>Parameters estimated.</summary>
    public required int FreeParameters { get; init; }

    /// <summary>Akaike's criterion, -2 log L + 2p.</summary>
    public double Aic => (-2 * LogLikelihood) + (2 * FreeParameters);

    /// <summary>Schwarz's criterion, -2 log L + p log n.</summary>
    public double Bic => (-2 * LogLikelihood) + (FreeParameters * Math.Log(Persons));

    /// <summary>Applications of the EM map.</summary>
    public required int Iterations { get; init; }

    /// <summary>Whether no parameter moved by more than the tolerance in the last one. When false, the estimates are not the maximum.</summary>
    public required bool Converged { get; init; }

    /// <summary>Largest move of a parameter in the last application.</summary>
    public required double LargestChange { get; init; }

    /// <summary>Points of the quadrature in the end.</summary>
    public required int QuadraturePoints { get; init; }

    /// <summary>Half width of the quadrature, in logits.</summary>
    public required double HalfWidth { get; init; }

    /// <summary>Why standard errors are missing, when they were asked for and the information has no inverse; null otherwise.</summary>
    public string? ErrorsMissing { get; init; }

    /// <summary>Variances and covariances of the free parameters in the metric of the estimation, row after row: shared slope, then for each item
    /// slope and intercepts (and logit of c), then for each group mean and log spread. Empty without standard errors.</summary>
    public ImmutableArray<double> Covariance { get; init; } = [];

    /// <summary>The distribution of abilities of a group on a grid, to score people with.</summary>
    /// <param name="group">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such group.</exception>
    public Quadrature Prior(int group = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(group);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(group, Groups.Length);
        return Quadrature.Normal(Groups[group].Mean, Groups[group].StandardDeviation, Math.Max(QuadraturePoints, 121));
    }
}
