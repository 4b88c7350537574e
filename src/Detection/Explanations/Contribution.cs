using System.Runtime.InteropServices;

namespace Beffroi.Detection;

/// <summary>What one feature brings to the score of an account.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Contribution
{
    /// <summary>The feature.</summary>
    public required AccountFeature Feature { get; init; }

    /// <summary>Its value; NaN when it is missing.</summary>
    public required float Value { get; init; }

    /// <summary>What it adds to the log-odds (exact SHAP value): above 0 towards a program, below 0 towards a person.</summary>
    public required double LogOdds { get; init; }

    /// <summary>The same on the scale of the probability: its share of the way from <see cref="ScoreExplanation.BaseProbability"/> to <see cref="AutomationScore.Probability"/>. Of the same sign as <see cref="LogOdds"/>.</summary>
    public required double Probability { get; init; }

    /// <summary>Share of the reference accounts of people below the value, ties for half, from 0 to 1; null when it is missing, or when there is no reference.</summary>
    public required double? Percentile { get; init; }

    /// <summary>Whether the source did not give what the feature needs.</summary>
    public bool IsMissing => float.IsNaN(Value);

    /// <summary>One plain sentence: the value, where it stands among accounts of people, and which way it weighs.</summary>
    /// <param name="tongue">The language.</param>
    public string Sentence(Tongue tongue) => ContributionSentence.Of(this, tongue);
}
