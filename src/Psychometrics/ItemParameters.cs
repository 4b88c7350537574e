namespace Beffroi.Psychometrics;

/// <summary>What is known of a right-or-wrong item: where it lies, how well it separates people, and how unsure we are of both.
/// The difficulty is normal, the discrimination log-normal (Mislevy, 1986, Psychometrika 51, 177-195: priors of item parameters).</summary>
public sealed record ItemParameters
{
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

    /// <summary>A Rasch item whose difficulty is known.</summary>
    /// <param name="difficulty">b, in logits, between -20 and 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">The difficulty is outside its bounds.</exception>
    public static ItemParameters Rasch(double difficulty) => new() { Difficulty = difficulty };

    /// <summary>A two-parameter item whose parameters are known.</summary>
    /// <param name="discrimination">a, per logit, between exp(-3) and exp(3).</param>
    /// <param name="difficulty">b, in logits, between -20 and 20.</param>
    /// <param name="lowerAsymptote">c, in [0, 1[; default 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its bounds.</exception>
    public static ItemParameters TwoParameter(double discrimination, double difficulty, double lowerAsymptote = 0) =>
        new() { LogDiscrimination = Math.Log(discrimination), Difficulty = difficulty, LowerAsymptote = lowerAsymptote };
}
