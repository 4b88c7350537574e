using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>An item with its estimates and their standard errors.</summary>
public sealed record CalibratedItem
{
    /// <summary>Name of its column.</summary>
    public required string Name { get; init; }

    /// <summary>The curves it was given.</summary>
    public required ItemFamily Family { get; init; }

    /// <summary>The item at its estimates.</summary>
    public required ItemModel Item { get; init; }

    /// <summary>Discrimination a, per logit.</summary>
    public required double Discrimination { get; init; }

    /// <summary>Difficulty, or thresholds or steps, in logits.</summary>
    public required ImmutableArray<double> Locations { get; init; }

    /// <summary>Lower asymptote; 0 where the family has none.</summary>
    public required double LowerAsymptote { get; init; }

    /// <summary>Intercepts d: -ab of a right-or-wrong or graded item; -a times the sum of the first steps of a partial credit item.</summary>
    public required ImmutableArray<double> Intercepts { get; init; }

    /// <summary>Standard error of the discrimination; null when it is fixed or errors were not computed.</summary>
    public double? DiscriminationError { get; init; }

    /// <summary>Standard error of each location (delta method); empty when they are fixed or errors were not computed.</summary>
    public ImmutableArray<double> LocationErrors { get; init; } = [];

    /// <summary>Standard error of the lower asymptote; null when it is fixed, at its edge, or errors were not computed.</summary>
    public double? LowerAsymptoteError { get; init; }

    /// <summary>Answers that the estimates rest on.</summary>
    public required int Answers { get; init; }

    /// <summary>The item with its uncertainty, for scoring people honestly while few have answered; null for an item of more than two scores or
    /// without errors.</summary>
    public UncertainItem? ToUncertainItem() =>
        Item is LogisticItem { Discrimination: > 0.05 and < 20, UpperAsymptote: 1 } known && LocationErrors is [var error] && Math.Abs(known.Difficulty) <= 20
            ? new()
            {
                Difficulty = known.Difficulty,
                DifficultySd = Math.Min(error, 5),
                LogDiscrimination = Math.Log(known.Discrimination),
                LogDiscriminationSd = Math.Min((DiscriminationError ?? 0) / known.Discrimination, 2),
                LowerAsymptote = known.LowerAsymptote,
            }
            : null;
}
