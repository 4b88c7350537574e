using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beffroi.Eva.Scoring;

/// <summary>One competence in one reading.</summary>
public sealed record CompetenceScore
{
    public required TransversalCompetence Competence { get; init; }

    /// <summary>Mean of the levels that count here, from 1 to 4; null where there is none to show.</summary>
    public double? Mean { get; init; }

    /// <summary>What is shown of it, from 1 to 3.</summary>
    public int? Step { get; init; }

    /// <summary>Ours only: why there is no level.</summary>
    public Withheld? Withheld { get; init; }

    /// <summary>What it rests on; empty where nothing was played that says something of it.</summary>
    public required IReadOnlyList<TransversalFinding> Findings { get; init; }
}

/// <summary>How a person goes about a task, in one of the two readings, with what is needed to compute it again.</summary>
public sealed record TransversalScore
{
    static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public required TransversalEngine Engine { get; init; }

    public required string EngineVersion { get; init; }

    public required string NormsVersion { get; init; }

    /// <summary>The five that are given back, always in the same order.</summary>
    public required IReadOnlyList<CompetenceScore> Competences { get; init; }

    public CompetenceScore Of(TransversalCompetence competence) => Competences.Single(c => c.Competence == competence);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">The text was not written by <see cref="ToJson"/>.</exception>
    public static TransversalScore FromJson(string json) =>
        JsonSerializer.Deserialize<TransversalScore>(json, Json) ?? throw new JsonException("A stored score is an object, not null.");
}
