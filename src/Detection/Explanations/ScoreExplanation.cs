using System.Collections.Immutable;

namespace Beffroi.Detection;

/// <summary>A score and what it is made of.</summary>
public sealed record ScoreExplanation
{
    /// <summary>The score.</summary>
    public required AutomationScore Score { get; init; }

    /// <summary>Log-odds of an account of which nothing is known. It and every <see cref="Contribution.LogOdds"/> add up to <see cref="AutomationScore.LogOdds"/>.</summary>
    public required double BaseLogOdds { get; init; }

    /// <summary>Probability of the same, at the share assumed. It and every <see cref="Contribution.Probability"/> add up to <see cref="AutomationScore.Probability"/>.</summary>
    public required double BaseProbability { get; init; }

    /// <summary>What each feature brings, the heaviest first; those that bring nothing are left out.</summary>
    public required ImmutableArray<Contribution> Contributions { get; init; }

    /// <summary>What the score says, in one or two sentences, always with what it does not say.</summary>
    /// <param name="tongue">The language.</param>
    public string Summary(Tongue tongue) => Summary(Score, tongue);

    /// <summary>The same for a score that is not explained.</summary>
    /// <param name="score">The score.</param>
    /// <param name="tongue">The language.</param>
    public static string Summary(AutomationScore score, Tongue tongue) => ScoreSentences.Summary(score, tongue);

    /// <summary>How a score may be used: goes with every list of scores shown to a person.</summary>
    /// <param name="tongue">The language.</param>
    public static string Caution(Tongue tongue) => tongue switch
    {
        Tongue.French => "Un score est une raison de regarder de plus près, jamais une preuve. Il parle d’automatisation, non de coordination, d’intention ni de vérité. Aucune personne privée ne doit être désignée publiquement sur cette base.",
        Tongue.English => "A score is a reason to look closer, never a proof. It speaks of automation, not of coordination, intent or truth. No private person may be named in public on this ground.",
        _ => throw new ArgumentOutOfRangeException(nameof(tongue)),
    };
}
