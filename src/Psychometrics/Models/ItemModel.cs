namespace Beffroi.Psychometrics;

/// <summary>An item whose response curves are known: the probability of each score 0, 1, …, <see cref="MaxScore"/> at any ability.
/// The logistic metric is used throughout (no scaling constant: D = 1); abilities and difficulties are in logits.</summary>
public abstract record ItemModel
{
    private protected ItemModel()
    {
    }

    /// <summary>The probability under which a score is never taken: it keeps logarithms finite where the arithmetic has run out of numbers.</summary>
    internal const double Tiny = 1e-300;

    /// <summary>The highest score, at least 1; an item marked right or wrong has 1.</summary>
    public abstract int MaxScore { get; }

    /// <summary>Probability of each score.</summary>
    /// <param name="ability">θ, in logits, finite.</param>
    /// <param name="probabilities">Receives <see cref="MaxScore"/> + 1 probabilities that sum to 1, for scores 0, 1, ….</param>
    public abstract void Probabilities(double ability, Span<double> probabilities);

    /// <summary>Natural logarithm of the probability of each score, finite even where the probability itself underflows.</summary>
    /// <param name="ability">θ, in logits, finite.</param>
    /// <param name="logs">Receives <see cref="MaxScore"/> + 1 logarithms.</param>
    public abstract void LogProbabilities(double ability, Span<double> logs);

    /// <summary>Probability of each score with its first and second derivatives with respect to the ability.</summary>
    /// <param name="ability">θ, in logits, finite.</param>
    /// <param name="probabilities">Receives P, <see cref="MaxScore"/> + 1 values.</param>
    /// <param name="first">Receives dP/dθ, per logit.</param>
    /// <param name="second">Receives d²P/dθ², per logit squared.</param>
    public abstract void Derivatives(double ability, Span<double> probabilities, Span<double> first, Span<double> second);

    /// <summary>Probability of one score.</summary>
    /// <param name="ability">θ, in logits, finite.</param>
    /// <param name="score">From 0 to <see cref="MaxScore"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The score is not one of the item's, or the ability is not finite.</exception>
    public double Probability(double ability, int score) => Math.Exp(LogProbability(ability, score));

    /// <summary>Natural logarithm of the probability of one score.</summary>
    /// <param name="ability">θ, in logits, finite.</param>
    /// <param name="score">From 0 to <see cref="MaxScore"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The score is not one of the item's, or the ability is not finite.</exception>
    public double LogProbability(double ability, int score)
    {
        Span<double> log = stackalloc double[1];
        LogCurve(RequireScore(score), [Require.Finite(ability)], log);
        return log[0];
    }

    /// <summary>Expected score at an ability, between 0 and <see cref="MaxScore"/>.</summary>
    /// <param name="ability">θ, in logits, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ability is not finite.</exception>
    public double ExpectedScore(double ability)
    {
        Span<double> p = stackalloc double[MaxScore + 1];
        Probabilities(Require.Finite(ability), p);
        var sum = 0.0;
        for (var k = 1; k < p.Length; k++)
        {
            sum += k * p[k];
        }

        return sum;
    }

    /// <summary>Fisher information about the ability, Σ P′² / P, per logit squared (Samejima, 1969).</summary>
    /// <param name="ability">θ, in logits, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ability is not finite.</exception>
    public virtual double Information(double ability)
    {
        Span<double> work = stackalloc double[3 * (MaxScore + 1)];
        var p = work[..(MaxScore + 1)];
        var first = work.Slice(MaxScore + 1, MaxScore + 1);
        Derivatives(Require.Finite(ability), p, first, work[(2 * (MaxScore + 1))..]);
        var sum = 0.0;
        for (var k = 0; k < p.Length; k++)
        {
            sum += p[k] > Tiny ? first[k] * first[k] / p[k] : 0;
        }

        return sum;
    }

    /// <summary>Logarithm of the probability of one score at each of several abilities.</summary>
    internal virtual void LogCurve(int score, ReadOnlySpan<double> abilities, Span<double> curve)
    {
        Span<double> logs = stackalloc double[MaxScore + 1];
        for (var i = 0; i < abilities.Length; i++)
        {
            LogProbabilities(abilities[i], logs);
            curve[i] = logs[score];
        }
    }

    /// <summary>The score when it is one of this item's, else an exception.</summary>
    internal int RequireScore(int score)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(score);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(score, MaxScore);
        return score;
    }
}
