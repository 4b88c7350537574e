namespace Beffroi.Psychometrics;

/// <summary>How far a calibration is.</summary>
/// <param name="Iteration">Applications of the EM map so far, from 1; a new start of a three-parameter model counts from 1 again.</param>
/// <param name="Objective">Marginal log-likelihood before the last one, plus the log prior. It never decreases on the same points; going on with more
/// points, it is integrated more finely and may move by the error of the coarser grid.</param>
/// <param name="LargestChange">Largest move of a parameter in the last one.</param>
/// <param name="QuadraturePoints">Points the abilities are integrated over: doubled when the curves found are too steep for them.</param>
public sealed record CalibrationProgress(int Iteration, double Objective, double LargestChange, int QuadraturePoints);
