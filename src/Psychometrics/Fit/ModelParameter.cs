using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Derivative of the probabilities of an item's scores with respect to one parameter.</summary>
/// <param name="ability">θ, in logits, finite.</param>
/// <param name="derivatives">Receives ∂P(score = k)/∂parameter for k = 0, 1, …, the highest score; they sum to 0.</param>
public delegate void CurveDerivative(double ability, Span<double> derivatives);

/// <summary>What one parameter does to one item.</summary>
/// <param name="Item">Column of the item, from 0.</param>
/// <param name="Derivative">How its curves move with the parameter.</param>
public sealed record ParameterEffect(int Item, CurveDerivative Derivative);

/// <summary>A free parameter of a calibration, by what it does to the items: one item for a difficulty, all of them for a slope in common.
/// The choice of the metric (slope and intercept, or discrimination and difficulty) does not matter to the statistics that use it.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Effects">The items it touches, each at most once.</param>
public sealed record ModelParameter(string Name, ImmutableArray<ParameterEffect> Effects);
