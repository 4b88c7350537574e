namespace Beffroi.Psychometrics;

/// <summary>An ability estimated from answers.</summary>
/// <param name="Ability">Logits, always finite.</param>
/// <param name="StandardError">Logits; null when the answers carry no information at the estimate, so that the error has no bound.</param>
/// <param name="Method">How it was estimated.</param>
/// <param name="AtBound">True when the criterion has no peak inside the range of the estimator and <paramref name="Ability"/> is the end of
/// the range nearest to it, as for a maximum likelihood when all answers are right. Such a value says "at least" or "at most".</param>
public sealed record AbilityEstimate(double Ability, double? StandardError, AbilityMethod Method, bool AtBound = false);
