namespace Beffroi.Psychometrics;

/// <summary>A right-or-wrong item known imperfectly: its difficulty is normal, its discrimination log-normal (Mislevy, 1986, Psychometrika 51,
/// 177-195). Its curve is the logistic one averaged over both (Tsutakawa &amp; Johnson, 1990, Psychometrika 55, 371-390): the less the item
/// is known, the flatter its curve, and the less its answers tell.</summary>
public sealed record UncertainItem : ItemModel
{
    // Discriminations over ±5 SD in steps of 1 SD. For each, difficulties over ±4.5 SD in steps of at most 0.75 SD, and of at most 1.2 / a: a steeper
    // curve needs a finer grid. The error is then under 1e-5 for SDs up to 1 and 0.3.
    const int DiscriminationPoints = 11;
    const double DiscriminationSpan = 5;
    const double DifficultySpan = 4.5;
    const double WidestStep = 0.75;
    const double SteepestStep = 1.2;
    const int MostDifficultyPoints = 201;

    /// <summary>Mean of the difficulty b, in logits, between -20 and 20. Default 0.</summary>
    public double Difficulty { get; init => field = Require.Within(-20, 20, value, nameof(Difficulty)); }

    /// <summary>Standard deviation of b, in logits, between 0 and 5; 0 when b is taken as known. Default 0.</summary>
    public double DifficultySd { get; init => field = Require.Within(0, 5, value, nameof(DifficultySd)); }

    /// <summary>Mean of the natural logarithm of the discrimination a (per logit), between -3 and 3. Default 0: the Rasch model.</summary>
    public double LogDiscrimination { get; init => field = Require.Within(-3, 3, value, nameof(LogDiscrimination)); }

    /// <summary>Standard deviation of log a, between 0 and 2; 0 when a is taken as known. Default 0.</summary>
    public double LogDiscriminationSd { get; init => field = Require.Within(0, 2, value, nameof(LogDiscriminationSd)); }

    /// <summary>Lower asymptote c: chance of a right answer when one knows nothing, fixed by the form of the question, in [0, 1[. Default 0.</summary>
    public double LowerAsymptote { get; init => field = Require.Within(0, Math.BitDecrement(1.0), value, nameof(LowerAsymptote)); }

    /// <inheritdoc/>
    public override int MaxScore => 1;

    /// <inheritdoc/>
    public override void Probabilities(double ability, Span<double> probabilities)
    {
        probabilities[1] = LowerAsymptote + ((1 - LowerAsymptote) * Average(Nodes(), ability, 1));
        probabilities[0] = (1 - LowerAsymptote) * Average(Nodes(), ability, -1);
    }

    /// <inheritdoc/>
    public override void LogProbabilities(double ability, Span<double> logs)
    {
        Probabilities(ability, logs);
        logs[0] = Math.Log(Math.Max(logs[0], Tiny));
        logs[1] = Math.Log(Math.Max(logs[1], Tiny));
    }

    /// <inheritdoc/>
    public override void Derivatives(double ability, Span<double> probabilities, Span<double> first, Span<double> second)
    {
        Probabilities(ability, probabilities);
        (first[1], second[1]) = (0, 0);
        foreach (var (a, b, weight) in Nodes())
        {
            var (right, wrong) = (Logistic.Of(a * (ability - b)), Logistic.Of(-a * (ability - b)));
            first[1] += weight * a * right * wrong * (1 - LowerAsymptote);
            second[1] += weight * a * a * right * wrong * (wrong - right) * (1 - LowerAsymptote);
        }

        (first[0], second[0]) = (-first[1], -second[1]);
    }

    internal override void LogCurve(int score, ReadOnlySpan<double> abilities, Span<double> curve)
    {
        // A wrong answer is summed as such, with the sign turned: 1 - p would lose every digit of a rare one.
        var (nodes, sign, floor) = (Nodes(), score == 1 ? 1 : -1, score == 1 ? LowerAsymptote : 0);
        for (var i = 0; i < abilities.Length; i++)
        {
            curve[i] = Math.Log(Math.Max(floor + ((1 - LowerAsymptote) * Average(nodes, abilities[i], sign)), Tiny));
        }
    }

    static double Average((double A, double B, double Weight)[] nodes, double ability, int sign)
    {
        var sum = 0.0;
        foreach (var (a, b, weight) in nodes)
        {
            sum += weight * Logistic.Of(sign * a * (ability - b));
        }

        return sum;
    }

    (double A, double B, double Weight)[] Nodes()
    {
        var discriminations = Quadrature.Normal(LogDiscrimination, LogDiscriminationSd, DiscriminationPoints, DiscriminationSpan);
        var nodes = new List<(double A, double B, double Weight)>();
        for (var i = 0; i < discriminations.Points.Length; i++)
        {
            var a = Math.Exp(discriminations.Points[i]);
            var half = Math.Ceiling(DifficultySpan / Math.Min(WidestStep, DifficultySd > 0 ? SteepestStep / (a * DifficultySd) : WidestStep));
            var difficulties = Quadrature.Normal(Difficulty, DifficultySd, (int)Math.Min((2 * half) + 1, MostDifficultyPoints), DifficultySpan);
            for (var j = 0; j < difficulties.Points.Length; j++)
            {
                nodes.Add((a, difficulties.Points[j], Math.Exp(discriminations.LogWeights[i] + difficulties.LogWeights[j])));
            }
        }

        return [.. nodes];
    }
}
