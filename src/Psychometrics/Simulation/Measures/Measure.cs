namespace Beffroi.Psychometrics;

/// <summary>A measure of a simulation and how far chance may have moved it.</summary>
/// <param name="Value">The measure.</param>
/// <param name="MonteCarloError">Standard error due to the finite number of people (or of banks, when several were drawn), in the same unit;
/// null when there are fewer than two.</param>
/// <param name="Count">People it rests on.</param>
public sealed record Measure(double Value, double? MonteCarloError, int Count);
