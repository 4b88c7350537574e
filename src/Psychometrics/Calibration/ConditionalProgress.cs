namespace Beffroi.Psychometrics;

/// <summary>Where a conditional calibration stands.</summary>
/// <param name="Iteration">Newton steps done.</param>
/// <param name="LogLikelihood">Conditional log-likelihood.</param>
/// <param name="LargestChange">Largest change of a parameter in the last step, in logits.</param>
public sealed record ConditionalProgress(int Iteration, double LogLikelihood, double LargestChange);
