namespace Beffroi.Psychometrics;

/// <summary>How fast a person works. It describes; it is never a fault.</summary>
/// <param name="Answers">How many times it was estimated on.</param>
/// <param name="Speed">τ: log seconds won on every item over a person of average speed (0), shrunken towards 0 by what the times leave unknown.</param>
/// <param name="StandardError">Posterior standard deviation of τ, in log seconds; that of the population without any time.</param>
public sealed record PersonSpeed(int Answers, double Speed, double StandardError);
