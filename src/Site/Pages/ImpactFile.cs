using System.Globalization;
using System.Text.Json.Serialization;
using Beffroi.Kit;

namespace Beffroi.Site.Pages;

/// <summary>The impact of one service, for machines.</summary>
public sealed record ImpactFile(
    [property: JsonPropertyName("startup")] string Startup,
    [property: JsonPropertyName("titre")] string Title,
    [property: JsonPropertyName("indicateurs")] IReadOnlyList<ImpactLine> Indicators,
    [property: JsonPropertyName("couts")] IReadOnlyList<CostLine> Costs,
    [property: JsonPropertyName("obligatoires_manquants")] IReadOnlyList<string> Missing)
{
    public static ImpactFile Of(PublishedImpact impact) => new(impact.Slug, impact.Title, [.. impact.Indicators.Select(ImpactLine.Of)], [.. impact.Costs.Select(CostLine.Of)], impact.Missing);

    internal static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

public sealed record ImpactLine(
    [property: JsonPropertyName("nom")] string Name,
    [property: JsonPropertyName("axe")] string Axis,
    [property: JsonPropertyName("libelle")] string Label,
    [property: JsonPropertyName("unite")] string Unit,
    [property: JsonPropertyName("calcul")] string Formula,
    [property: JsonPropertyName("source")] string Source,
    [property: JsonPropertyName("definition")] int Version,
    [property: JsonPropertyName("mesures")] IReadOnlyList<MeasureLine> Measures,
    [property: JsonPropertyName("objectifs")] IReadOnlyList<GoalLine> Goals)
{
    public static ImpactLine Of(PublishedIndicator i) => new(i.Name, AxisOf(i.Axis), i.Label, i.Unit, i.Formula, i.Source, i.Version, [.. i.Measures.Select(MeasureLine.Of)], [.. i.Goals.Select(GoalLine.Of)]);

    static string AxisOf(ImpactAxis axis) => axis switch
    {
        ImpactAxis.Usable => "utilisable",
        ImpactAxis.Used => "utilise",
        ImpactAxis.Useful => "utile",
        ImpactAxis.Impact => "impact",
        ImpactAxis.Efficient => "efficient",
    };
}

public sealed record MeasureLine(
    [property: JsonPropertyName("mois")] string Month,
    [property: JsonPropertyName("nombre_de_mois")] int Months,
    [property: JsonPropertyName("mesure_le")] DateOnly TakenOn,
    [property: JsonPropertyName("definition")] int Version,
    [property: JsonPropertyName("compte_par_le_site")] bool Computed)
{
    [JsonPropertyName("masque")]
    public required bool Masked { get; init; }

    [JsonPropertyName("n")]
    public required int? N { get; init; }

    [JsonPropertyName("valeur")]
    public required double? Value { get; init; }

    [JsonPropertyName("bas")]
    public required double? Low { get; init; }

    [JsonPropertyName("haut")]
    public required double? High { get; init; }

    public static MeasureLine Of(PublishedMeasure m) => new(ImpactFile.Month(m.Month), m.Months, m.TakenOn, m.Version, m.Computed) { Masked = m.IsMasked, N = m.N, Value = m.Value, Low = m.Interval?.Low, High = m.Interval?.High };
}

public sealed record GoalLine(
    [property: JsonPropertyName("cible")] double Target,
    [property: JsonPropertyName("au_plus")] bool AtMost,
    [property: JsonPropertyName("echeance")] DateOnly DueOn,
    [property: JsonPropertyName("etat")] string State)
{
    public static GoalLine Of(PublishedGoal g) => new(g.Target, g.AtMost, g.DueOn, g.State switch
    {
        GoalState.Met => "atteint",
        GoalState.Ahead => "en_cours",
        GoalState.Missed => "manque",
        GoalState.Unknown => "inconnu",
    });
}

/// <summary>Euros; null is unknown.</summary>
public sealed record CostLine(
    [property: JsonPropertyName("indicateur")] string Indicator,
    [property: JsonPropertyName("de")] string From,
    [property: JsonPropertyName("a")] string To,
    [property: JsonPropertyName("cout_paye")] decimal? Paid,
    [property: JsonPropertyName("cout_engage")] decimal? Engaged)
{
    public static CostLine Of(PublishedCost c) => new(c.Indicator, ImpactFile.Month(c.From), ImpactFile.Month(c.To), c.Paid, c.Engaged);
}
