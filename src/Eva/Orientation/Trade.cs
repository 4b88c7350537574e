using System.Text.Json.Serialization;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Orientation;

/// <summary>What returns often in a trade and may not suit somebody.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TradeConstraint>))]
public enum TradeConstraint
{
    [JsonStringEnumMemberName("nuit")] Nuit,
    [JsonStringEnumMemberName("horaires_decales")] HorairesDecales,
    [JsonStringEnumMemberName("week_end")] WeekEnd,
    [JsonStringEnumMemberName("port_de_charges")] PortDeCharges,
    [JsonStringEnumMemberName("station_debout")] StationDebout,
    [JsonStringEnumMemberName("exterieur")] Exterieur,
    [JsonStringEnumMemberName("deplacements")] Deplacements,
    [JsonStringEnumMemberName("permis_b")] PermisB,
    [JsonStringEnumMemberName("travail_en_hauteur")] TravailEnHauteur,
    [JsonStringEnumMemberName("contact_public")] ContactPublic,
    [JsonStringEnumMemberName("ecran")] Ecran,
}

[JsonConverter(typeof(JsonStringEnumConverter<TradeAccess>))]
public enum TradeAccess
{
    [JsonStringEnumMemberName("direct")] Direct,
    [JsonStringEnumMemberName("formation_courte")] FormationCourte,
    [JsonStringEnumMemberName("diplome")] Diplome,
}

/// <param name="Litteratie">To begin without being held back, at the post or in training.</param>
public sealed record TradeMinimum(Cefr Litteratie, Cenf Numeratie);

/// <summary>A trade that we know enough of to compare.</summary>
public sealed record Trade
{
    public required string Rome { get; init; }
    public required string Label { get; init; }
    public required IReadOnlyList<TransversalCompetence> Competences { get; init; }
    public required TradeMinimum Minimum { get; init; }
    public required IReadOnlyList<TradeConstraint> Constraints { get; init; }
    public required TradeAccess Access { get; init; }
    public required string Note { get; init; }
}

public sealed record Trades
{
    public required string Version { get; init; }
    public required string Source { get; init; }

    [JsonPropertyName("trades")]
    public required IReadOnlyList<Trade> All { get; init; }

    public static Trades Current { get; } = OrientationData.Load<Trades>("trades.json");

    public static Trade? Find(string rome) => Current.All.FirstOrDefault(t => string.Equals(t.Rome, rome, StringComparison.Ordinal));
}

public static class TradeWords
{
    public static string Label(this TradeAccess access) => access switch
    {
        TradeAccess.Direct => "on apprend souvent au poste",
        TradeAccess.FormationCourte => "une formation de moins d’un an en général",
        TradeAccess.Diplome => "une formation longue ou un diplôme",
    };
}
