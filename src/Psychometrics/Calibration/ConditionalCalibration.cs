using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Difficulties estimated by conditional maximum likelihood: no distribution of the abilities enters.</summary>
public sealed class ConditionalCalibration
{
    internal ConditionalCalibration()
    {
    }

    /// <summary>The items: <see cref="LogisticItem"/> with a = 1 for those marked right or wrong, <see cref="PartialCreditItem"/> with a = 1 for the others.</summary>
    public required ImmutableArray<ItemModel> Items { get; init; }

    /// <summary>The steps of each item (for a right-or-wrong item, its difficulty), in logits; all of them sum to 0.</summary>
    public required ImmutableArray<ImmutableArray<double>> Steps { get; init; }

    /// <summary>Standard errors of <see cref="Steps"/>, in logits, given that all of them sum to 0; null when the information is singular.</summary>
    public required ImmutableArray<ImmutableArray<double>>? StandardErrors { get; init; }

    /// <summary>Covariance of the steps, item after item and row after row, of rank one less than their number; null when the information is singular.</summary>
    public required ImmutableArray<double>? Covariance { get; init; }

    /// <summary>Conditional log-likelihood.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Number of free parameters: the steps less one.</summary>
    public required int Parameters { get; init; }

    /// <summary>People whose answers told something: at least two items, and a total neither lowest nor highest.</summary>
    public required int Persons { get; init; }

    /// <summary>Newton steps done.</summary>
    public required int Iterations { get; init; }

    /// <summary>Whether the last step was under the tolerance. When not, nothing here is to be used.</summary>
    public required bool Converged { get; init; }

    /// <summary>Largest component of the gradient at the estimates, in people for each logit.</summary>
    public required double LargestGradient { get; init; }
}
