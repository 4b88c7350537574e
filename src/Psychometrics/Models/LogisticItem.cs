namespace Beffroi.Psychometrics;

/// <summary>A right-or-wrong item: P(right) = c + (d - c) / (1 + exp(-a(θ - b))). With c = 0 and d = 1 it is the two-parameter logistic
/// model (Birnbaum, 1968, in Lord &amp; Novick, ch. 17), with a = 1 besides the model of Rasch (1960); c makes it the three-parameter model,
/// d the four-parameter one (Barton &amp; Lord, 1981).</summary>
public sealed record LogisticItem : ItemModel
{
    /// <summary>Discrimination a, per logit: finite, between -50 and 50. Negative when able people fail the item. Default 1.</summary>
    public double Discrimination { get; init => field = Require.Within(-50, 50, value, nameof(Discrimination)); } = 1;

    /// <summary>Difficulty b, in logits, finite. Default 0.</summary>
    public double Difficulty { get; init => field = Require.Finite(value, nameof(Difficulty)); }

    /// <summary>Lower asymptote c: the chance of who knows nothing, in [0, 1[. Default 0.</summary>
    public double LowerAsymptote { get; init => field = Require.Within(0, Math.BitDecrement(1.0), value, nameof(LowerAsymptote)); }

    /// <summary>Upper asymptote d: one minus the slips of who knows all, in ]0, 1]. Default 1. A model where d ≤ c is degenerate.</summary>
    public double UpperAsymptote { get; init => field = Require.Within(double.Epsilon, 1, value, nameof(UpperAsymptote)); } = 1;

    /// <inheritdoc/>
    public override int MaxScore => 1;

    /// <summary>A Rasch item.</summary>
    /// <param name="difficulty">b, in logits, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The difficulty is not finite.</exception>
    public static LogisticItem Rasch(double difficulty) => new() { Difficulty = difficulty };

    /// <summary>A two-parameter item.</summary>
    /// <param name="discrimination">a, per logit.</param>
    /// <param name="difficulty">b, in logits.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its bounds.</exception>
    public static LogisticItem TwoParameter(double discrimination, double difficulty) => new() { Discrimination = discrimination, Difficulty = difficulty };

    /// <summary>A three-parameter item.</summary>
    /// <param name="discrimination">a, per logit.</param>
    /// <param name="difficulty">b, in logits.</param>
    /// <param name="lowerAsymptote">c, in [0, 1[.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its bounds.</exception>
    public static LogisticItem ThreeParameter(double discrimination, double difficulty, double lowerAsymptote) =>
        new() { Discrimination = discrimination, Difficulty = difficulty, LowerAsymptote = lowerAsymptote };

    /// <inheritdoc/>
    public override void Probabilities(double ability, Span<double> probabilities)
    {
        var z = Discrimination * (ability - Difficulty);
        var spread = UpperAsymptote - LowerAsymptote;
        probabilities[1] = LowerAsymptote + (spread * Logistic.Of(z));
        probabilities[0] = 1 - UpperAsymptote + (spread * Logistic.Of(-z));
    }

    /// <inheritdoc/>
    public override void LogProbabilities(double ability, Span<double> logs)
    {
        var z = Discrimination * (ability - Difficulty);
        logs[1] = Log(LowerAsymptote, z);
        logs[0] = Log(1 - UpperAsymptote, -z);
    }

    /// <inheritdoc/>
    public override void Derivatives(double ability, Span<double> probabilities, Span<double> first, Span<double> second)
    {
        Probabilities(ability, probabilities);
        var z = Discrimination * (ability - Difficulty);
        var (right, wrong) = (Logistic.Of(z), Logistic.Of(-z));
        first[1] = (UpperAsymptote - LowerAsymptote) * Discrimination * right * wrong;
        second[1] = first[1] * Discrimination * (wrong - right);
        (first[0], second[0]) = (-first[1], -second[1]);
    }

    // log(floor + (d - c)·logistic(z)); where the floor is 0 the logarithm is taken directly and never underflows.
    double Log(double floor, double z)
    {
        var spread = UpperAsymptote - LowerAsymptote;
        return floor == 0 ? Math.Log(spread) + Logistic.Log(z) : Math.Log(Math.Max(floor + (spread * Logistic.Of(z)), Tiny));
    }
}
