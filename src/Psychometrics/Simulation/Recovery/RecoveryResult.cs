using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>An item of a simulated calibration.</summary>
/// <param name="Replication">Which calibration, from 0.</param>
/// <param name="Truth">Its true parameters.</param>
/// <param name="Found">What the calibration found.</param>
public sealed record RecoveredItem(int Replication, LogisticItem Truth, CalibratedItem Found);

/// <summary>How well parameters were found again, over all items of all replications; errors between replications. Null where a calibration gave no standard error.</summary>
public sealed class RecoveryResult
{
    static readonly double Wide = NormalDistribution.Quantile(0.975);

    readonly MonteCarlo _monteCarlo;

    internal RecoveryResult(ImmutableArray<RecoveredItem> items)
    {
        Items = items;
        var several = items.Select(item => item.Replication).Distinct().Count() > 1;
        _monteCarlo = new([.. items.Select((item, i) => several ? item.Replication : i)]);
    }

    /// <summary>The items, replication after replication.</summary>
    public ImmutableArray<RecoveredItem> Items { get; }

    /// <summary>Root mean square error of the discrimination, per logit.</summary>
    public Measure? DiscriminationRmse => _monteCarlo.RootMeanSquare(DiscriminationErrors());

    /// <summary>Mean error of the discrimination, per logit.</summary>
    public Measure? DiscriminationBias => _monteCarlo.Mean(DiscriminationErrors());

    /// <summary>Root mean square error of the difficulty, in logits.</summary>
    public Measure? DifficultyRmse => _monteCarlo.RootMeanSquare(DifficultyErrors());

    /// <summary>Mean error of the difficulty, in logits.</summary>
    public Measure? DifficultyBias => _monteCarlo.Mean(DifficultyErrors());

    /// <summary>Share of the intervals of ±1.96 standard errors that hold the true discrimination.</summary>
    public Measure? DiscriminationCoverage => Coverage(DiscriminationErrors(), item => item.DiscriminationError);

    /// <summary>Share of the intervals of ±1.96 standard errors that hold the true difficulty.</summary>
    public Measure? DifficultyCoverage => Coverage(DifficultyErrors(), item => item.LocationErrors is [var error] ? error : null);

    Measure? Coverage(double[] errors, Func<CalibratedItem, double?> standardError) =>
        Items.All(item => standardError(item.Found) is not null)
            ? _monteCarlo.Mean([.. Items.Select((item, i) => Math.Abs(errors[i]) <= Wide * standardError(item.Found) ? 1.0 : 0)])
            : null;

    double[] DiscriminationErrors() => [.. Items.Select(item => item.Found.Discrimination - item.Truth.Discrimination)];

    double[] DifficultyErrors() => [.. Items.Select(item => item.Found.Locations[0] - item.Truth.Difficulty)];
}
