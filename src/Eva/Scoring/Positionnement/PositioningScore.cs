using System.Text.Json;
using System.Text.Json.Serialization;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Scoring;

/// <summary>The two readings of a positioning: the profiles of the published rules, and an ability with its error.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PositioningEngine>))]
public enum PositioningEngine
{
    [JsonStringEnumMemberName("positionnement_historique")] Historique,
    [JsonStringEnumMemberName("positionnement_beffroi")] Beffroi,
}

/// <summary>Answers to the questions of one skill, « je ne sais pas » apart from what is wrong.</summary>
/// <param name="Skill">Technical name: <c>lecture</c>, <c>calcul</c>.</param>
public sealed record SkillTally(string Skill, int Asked, int Right, int DontKnow)
{
    [JsonIgnore]
    public int Wrong => Asked - Right - DontKnow;
}

/// <summary>Points of a part, by the published rules.</summary>
/// <param name="Part">Technical name: <c>orientation</c>, <c>lecture</c>, <c>niveau_1</c>.</param>
/// <param name="Most">Bonuses apart.</param>
public sealed record PartPoints(string Part, decimal Points, decimal Most);

/// <summary>What one engine says of the positioning of an evaluation, with what is needed to compute it again.</summary>
public sealed record PositioningScore
{
    static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public required PositioningEngine Engine { get; init; }

    public required string EngineVersion { get; init; }

    public required string NormsVersion { get; init; }

    /// <summary>Situation and version of the items: <c>cafe_de_la_place 1a2b3c4d5e6f</c>.</summary>
    public required IReadOnlyList<string> Banks { get; init; }

    /// <summary>Who decided of the questions.</summary>
    public required RouteMode Route { get; init; }

    /// <summary>Historique only.</summary>
    public LitteratieProfile? LitteratieProfile { get; init; }

    /// <summary>Historique only; null there is indéterminé.</summary>
    public ProfilNumeratie? NumeratieProfile { get; init; }

    /// <summary>Historique only.</summary>
    public IReadOnlyList<PartPoints> Points { get; init; } = [];

    /// <summary>Historique only; empty without numeracy.</summary>
    public IReadOnlyList<CleaSubdomain> Clea { get; init; } = [];

    /// <summary>Beffroi only; null when there is not enough to situate the person.</summary>
    public Scale? Litteratie { get; init; }

    /// <summary>Beffroi only; null when there is not enough to situate the person.</summary>
    public Scale? Numeratie { get; init; }

    /// <summary>Null when nothing can be said.</summary>
    public PositionnementSynthesis? Synthesis { get; init; }

    public required IReadOnlyList<Flag> Flags { get; init; }

    public required IReadOnlyList<SkillTally> Skills { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">The text was not written by <see cref="ToJson"/>.</exception>
    public static PositioningScore FromJson(string json) =>
        JsonSerializer.Deserialize<PositioningScore>(json, Json) ?? throw new JsonException("A stored score is an object, not null.");

    /// <summary>What both engines count in the same way.</summary>
    internal static IReadOnlyList<SkillTally> Tally(IEnumerable<RoutePlay> plays) =>
        [.. from play in plays
            orderby !play.IsLiteracy
            from skill in PositioningDesign.Skills(play.Bank.Situation)
            let steps = play.Steps.Where(s => string.Equals(s.Item.Skill, skill, StringComparison.Ordinal)).ToList()
            select new SkillTally(skill, steps.Count, steps.Count(s => s.Marked.Right), steps.Count(s => s.DontKnow))];

    internal static IReadOnlyList<string> BanksOf(IEnumerable<RoutePlay> plays) => [.. plays.Select(p => $"{p.Bank.Situation} {p.Bank.Version}").Order(StringComparer.Ordinal)];
}
