using System.Text.Json.Serialization;

namespace Beffroi.Eva.Scoring;

/// <summary>Where a person stands on one scale (littératie or numératie).</summary>
public sealed record Scale
{
    /// <summary>Historique: a standard score (norm SDs). Beffroi: the expected ability given the answers (logits).</summary>
    public required double Value { get; init; }

    /// <summary>Posterior standard deviation, in logits; null for historique, which has no error of measurement.</summary>
    public double? StandardError { get; init; }

    /// <summary>The person's ability lies inside with a probability of 95 %; null for historique.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Level of French; null on the numeracy scale.</summary>
    public Cefr? Cefr { get; init; }

    /// <summary>Level of numeracy; null on the literacy scale.</summary>
    public Cenf? Cenf { get; init; }

    public required Anlci Anlci { get; init; }

    /// <summary>Probability of each level of the European framework (CEFR or CENF), lowest first; they sum to 1. Null for historique.</summary>
    public IReadOnlyList<LevelProbability>? FrameworkProbabilities { get; init; }

    /// <summary>Probability of each profile of the ANLCI, lowest first; they sum to 1. Null for historique.</summary>
    public IReadOnlyList<LevelProbability>? AnlciProbabilities { get; init; }

    /// <summary>Number of answers that made the value.</summary>
    public required int Items { get; init; }

    /// <summary>Technical name of the level on the European framework, whichever it is.</summary>
    [JsonIgnore]
    public string FrameworkLevel => Cefr is { } cefr ? TechnicalName.Of(cefr) : TechnicalName.Of(Cenf!.Value);
}

public sealed record Interval(double Low, double High);

/// <summary>A level's technical name and its probability, in [0, 1].</summary>
public sealed record LevelProbability(string Level, double Probability);
