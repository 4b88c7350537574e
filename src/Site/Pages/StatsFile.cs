using System.Text.Json.Serialization;
using Beffroi.Kit;

namespace Beffroi.Site.Pages;

/// <summary>The same for machines.</summary>
public sealed record StatsFile(
    [property: JsonPropertyName("date")] DateTimeOffset At,
    [property: JsonPropertyName("seuil")] int Least,
    [property: JsonPropertyName("indicateurs")] IReadOnlyList<StatsLine> Lines,
    [property: JsonPropertyName("impact")] IReadOnlyList<ImpactFile> Impacts)
{
    public static StatsFile Of(StatsModel stats) => new(stats.At, PublicFigure.Least, [.. stats.Subjects.SelectMany(s => s.Figures).Select(f => new StatsLine
    {
        Name = f.Name,
        Label = f.Label,
        Unit = f.Unit,
        Masked = f.IsMasked,
        N = f.N,
        Value = f.Value,
        Low = f.Interval?.Low,
        High = f.Interval?.High,
    })], [.. stats.Impacts.Select(ImpactFile.Of)]);
}

public sealed record StatsLine
{
    [JsonPropertyName("nom")]
    public required string Name { get; init; }

    [JsonPropertyName("libelle")]
    public required string Label { get; init; }

    [JsonPropertyName("unite")]
    public required string Unit { get; init; }

    [JsonPropertyName("masque")]
    public required bool Masked { get; init; }

    [JsonPropertyName("n")]
    public required int? N { get; init; }

    [JsonPropertyName("valeur")]
    public required double? Value { get; init; }

    /// <summary>Bounds of the 95 % interval.</summary>
    [JsonPropertyName("bas")]
    public required double? Low { get; init; }

    [JsonPropertyName("haut")]
    public required double? High { get; init; }
}
