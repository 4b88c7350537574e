using System.Text.Json.Serialization;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Norming;

[JsonConverter(typeof(JsonStringEnumConverter<NormScale>))]
public enum NormScale
{
    [JsonStringEnumMemberName("litteratie")] Litteratie,
    [JsonStringEnumMemberName("numeratie")] Numeratie,
}

/// <summary>What a norm is about: one scale, as one engine reads it. The short diagnostic and the long positioning measure with different errors, and have norms of their own.</summary>
/// <param name="Engine">The technical name that result rows carry.</param>
public sealed record NormScope(string Engine, NormScale Scale)
{
    public static IReadOnlyList<NormScope> All { get; } =
        [.. from engine in new[] { TechnicalName.Of(PositioningEngine.Beffroi), TechnicalName.Of(EngineName.Beffroi) } from scale in Enum.GetValues<NormScale>() select new NormScope(engine, scale)];

    /// <summary>For addresses: <c>positionnement_beffroi-litteratie</c>.</summary>
    public string Name => $"{Engine}-{TechnicalName.Of(Scale)}";

    public string Label => $"{(IsPositioning ? "Positionnement" : "Compétences de base")}, {Scale switch { NormScale.Litteratie => "littératie", NormScale.Numeratie => "numératie" }}";

    public bool IsPositioning => string.Equals(Engine, TechnicalName.Of(PositioningEngine.Beffroi), StringComparison.Ordinal);

    public static NormScope? Find(string? name) => All.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.Ordinal));

    /// <summary>Where a kept result of this engine puts the person; null when it does not, or when her answers came too fast to be read.</summary>
    public Scale? Read(Result result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (litteratie, numeratie, flags) = IsPositioning ? Of(PositioningScore.FromJson(result.Score)) : Of(Score.FromJson(result.Score));
        return flags.Any(f => f.Code is FlagCode.NonInterpretable) ? null : Scale switch { NormScale.Litteratie => litteratie, NormScale.Numeratie => numeratie };
    }

    static (Scale?, Scale?, IReadOnlyList<Flag>) Of(Score score) => (score.Litteratie, score.Numeratie, score.Flags);

    static (Scale?, Scale?, IReadOnlyList<Flag>) Of(PositioningScore score) => (score.Litteratie, score.Numeratie, score.Flags);
}
