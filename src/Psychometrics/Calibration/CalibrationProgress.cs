namespace Beffroi.Psychometrics;

/// <summary>How far a calibration is.</summary>
/// <param name="Iteration">Applications of the EM map so far, from 1.</param>
/// <param name="Objective">Marginal log-likelihood before the last one, plus the log prior: it never decreases.</param>
/// <param name="LargestChange">Largest move of a parameter in the last one.</param>
public sealed record CalibrationProgress(int Iteration, double Objective, double LargestChange);
