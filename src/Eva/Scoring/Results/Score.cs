using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beffroi.Eva.Scoring;

/// <summary>The result of one engine on one evaluation, with what is needed to compute it again.</summary>
public sealed record Score
{
    static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public required EngineName Engine { get; init; }

    public required string EngineVersion { get; init; }

    public required string NormsVersion { get; init; }

    /// <summary>Null when there is not enough to situate the person.</summary>
    public Scale? Litteratie { get; init; }

    /// <summary>Null when there is not enough to situate the person.</summary>
    public Scale? Numeratie { get; init; }

    /// <summary>Null when nothing can be said, or when the answers cannot be interpreted.</summary>
    public Synthesis? Synthesis { get; init; }

    public required IReadOnlyList<Flag> Flags { get; init; }

    public required IReadOnlyList<SubResult> SubResults { get; init; }

    /// <summary>Historique only: the standard scores on the way to the two scales.</summary>
    public IReadOnlyList<StandardScore> StandardScores { get; init; } = [];

    /// <summary>Whether every item used was estimated from real answers. While false, the result is headed « non étalonné, à titre exploratoire ».</summary>
    public required bool Calibrated { get; init; }

    /// <summary>False when too many answers came faster than the time to read.</summary>
    [JsonIgnore]
    public bool Interpretable => Flags.All(flag => flag.Code != FlagCode.NonInterpretable);

    /// <summary>For storage: <see cref="FromJson"/> gives back exactly the same figures.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">The text was not written by <see cref="ToJson"/>.</exception>
    public static Score FromJson(string json) =>
        JsonSerializer.Deserialize<Score>(json, Json) ?? throw new JsonException("A stored score is an object, not null.");
}
