using System.Runtime.InteropServices;

namespace Beffroi.Detection;

/// <summary>How likely it is that a program runs an account, given what is seen of it and a share of such accounts assumed beforehand.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AutomationScore
{
    /// <summary>
    /// Log-odds where programs and people are as many: the sum of <see cref="AutomationTier.Intercept"/> and of the trees, by tier and weight, which
    /// SHAP values share out exactly.
    /// </summary>
    public required double LogOdds { get; init; }

    /// <summary>Share of programs assumed among the accounts looked at, between 0 and 1, both excluded.</summary>
    public required double Prior { get; init; }

    /// <summary>Probability at this share: odds = exp(<see cref="LogOdds"/>) · prior / (1 − prior).</summary>
    public required double Probability { get; init; }

    /// <summary>Lower bound of the probability: 90 % interval over resamples of the training accounts (bagging).</summary>
    public required double Low { get; init; }

    /// <summary>Upper bound of the probability.</summary>
    public required double High { get; init; }

    /// <summary>Bot above one half, human under it, undetermined when <see cref="Doubt"/> says why.</summary>
    public required AutomationClass Class { get; init; }

    /// <summary>Whether the account says itself that it is automated: it is then of the class bot, whatever the probability.</summary>
    public bool IsDeclared { get; init; }

    /// <summary>Why it is undetermined; the first reason in the order of <see cref="ScoreDoubt"/>.</summary>
    public required ScoreDoubt Doubt { get; init; }

    /// <summary>The tiers used.</summary>
    public required ScoreTiers Tiers { get; init; }

    /// <summary>Weight of the tier of the profile in <see cref="LogOdds"/>, from 0 to 1.</summary>
    public required double ProfileWeight { get; init; }

    /// <summary>Weight of the tier of the posts in <see cref="LogOdds"/>, from 0 to 1.</summary>
    public required double TimelineWeight { get; init; }

    /// <summary>The probability at another share of programs: odds' = odds · [π'/(1−π')] / [π/(1−π)].</summary>
    /// <param name="prior">The share, between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public double ProbabilityAt(double prior) => Odds.Probability(LogOdds + Odds.Log(prior));
}
