namespace Beffroi.Psychometrics;

/// <summary>Abilities of a group, as estimated with the items.</summary>
/// <param name="Persons">People.</param>
/// <param name="Mean">In logits.</param>
/// <param name="StandardDeviation">In logits.</param>
/// <param name="MeanError">Standard error of the mean; null when it is fixed or errors were not computed.</param>
/// <param name="StandardDeviationError">Standard error of the standard deviation; null likewise.</param>
public sealed record CalibratedGroup(int Persons, double Mean, double StandardDeviation, double? MeanError, double? StandardDeviationError);
