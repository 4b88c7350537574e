namespace Beffroi.Psychometrics;

/// <summary>What a sum score says of an ability.</summary>
/// <param name="Score">The sum of the scores of all items.</param>
/// <param name="LogProbability">Natural logarithm of the probability of this sum in the population.</param>
/// <param name="Ability">Expected a posteriori ability given the sum, in logits.</param>
/// <param name="StandardError">Posterior standard deviation given the sum, in logits.</param>
public sealed record SumScoreAbility(int Score, double LogProbability, double Ability, double StandardError)
{
    /// <summary>Probability of this sum in the population.</summary>
    public double Probability => Math.Exp(LogProbability);
}
