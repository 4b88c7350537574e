namespace Beffroi.Psychometrics;

/// <summary>Probability of a right answer to a right-or-wrong item, at a given ability.</summary>
public static class ResponseFunction
{
    // Steps of 0.75 SD (difficulty, over ±4.5 SD) and 1 SD (log discrimination, over ±5 SD) leave an error under 1e-5 for SDs up to 1 and 0.3.
    const int DifficultyPoints = 13;
    const double DifficultySpan = 4.5;
    const int DiscriminationPoints = 11;
    const double DiscriminationSpan = 5;

    /// <summary>c + (1 - c) / (1 + exp(-a(θ - b))): the two-parameter logistic model (Birnbaum, 1968, in Lord &amp; Novick, ch. 17)
    /// with a fixed lower asymptote; a = 1 and c = 0 give the model of Rasch (1960).</summary>
    /// <param name="ability">θ, in logits.</param>
    /// <param name="discrimination">a, per logit, above 0.</param>
    /// <param name="difficulty">b, in logits.</param>
    /// <param name="lowerAsymptote">c, in [0, 1[.</param>
    /// <returns>A probability in [c, 1].</returns>
    public static double Probability(double ability, double discrimination, double difficulty, double lowerAsymptote = 0) =>
        lowerAsymptote + ((1 - lowerAsymptote) * Logistic(discrimination * (ability - difficulty)));

    /// <summary>Probability of a right answer when the item itself is uncertain: the function above, averaged over the
    /// distributions of b and of log a. The less an item is known, the flatter its curve, and the less its answers tell
    /// (Tsutakawa &amp; Johnson, 1990, Psychometrika 55, 371-390: ability under uncertain item parameters).</summary>
    /// <param name="ability">θ, in logits, finite.</param>
    /// <param name="item">What is known of the item.</param>
    /// <returns>A probability in ]0, 1[ or at its bounds where the arithmetic saturates.</returns>
    public static double Probability(double ability, ItemParameters item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Math.Exp(LogLikelihood(item, correct: true, [Require.Finite(ability)])[0]);
    }

    /// <summary>Logarithm of the probability of this answer, at each of several abilities.</summary>
    internal static double[] LogLikelihood(ItemParameters item, bool correct, ReadOnlySpan<double> abilities)
    {
        // A wrong answer is summed as such, with the sign turned: 1 - p would lose every digit of a rare one.
        var (sign, floor) = correct ? (1, item.LowerAsymptote) : (-1, 0);
        var (nodes, share) = (Nodes(item), 1 - item.LowerAsymptote);
        var logs = new double[abilities.Length];
        for (var i = 0; i < abilities.Length; i++)
        {
            var sum = 0.0;
            foreach (var (a, b, weight) in nodes)
            {
                sum += weight * Logistic(sign * a * (abilities[i] - b));
            }

            // An answer is never quite impossible: 1e-300 keeps the logarithm finite where the arithmetic has run out of numbers.
            logs[i] = Math.Log(Math.Max(floor + (share * sum), 1e-300));
        }

        return logs;
    }

    static (double A, double B, double Weight)[] Nodes(ItemParameters item)
    {
        var difficulty = Quadrature.Normal(item.Difficulty, item.DifficultySd, DifficultyPoints, DifficultySpan);
        var discrimination = Quadrature.Normal(item.LogDiscrimination, item.LogDiscriminationSd, DiscriminationPoints, DiscriminationSpan);
        return [.. from i in Enumerable.Range(0, discrimination.Points.Length)
                   from j in Enumerable.Range(0, difficulty.Points.Length)
                   select (Math.Exp(discrimination.Points[i]), difficulty.Points[j], Math.Exp(discrimination.LogWeights[i] + difficulty.LogWeights[j]))];
    }

    static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
