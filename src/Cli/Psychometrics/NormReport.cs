using System.Globalization;
using System.Text.Json.Nodes;
using Beffroi.Kit;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics;

/// <summary>The norm of a cohort as a table.</summary>
sealed record NormReport(CohortNorm Norm, string Column, int LeftOut, int Minimum, double Level)
{
    // Beyond, values are abilities rather than scores: the table goes by percentiles.
    const int MostValues = 201;

    static readonly double[] Ranks = [1, 2, .. Enumerable.Range(1, 19).Select(k => 5.0 * k), 98, 99];

    IEnumerable<(double Value, NormPlace Place)> Rows() => Values().Select(value => (value, Norm.Place(value, Level)));

    public JsonObject Json() => new()
    {
        ["value"] = Column,
        ["n"] = Norm.Persons,
        ["effectiveN"] = JsonNumber.Of(Norm.EffectivePersons),
        ["leftOut"] = LeftOut,
        ["minimum"] = Minimum,
        ["mean"] = JsonNumber.Of(Norm.Mean),
        ["sd"] = JsonNumber.Of(Norm.StandardDeviation),
        ["level"] = Level,
        ["percentiles"] = new JsonArray([.. Rows().Select(row => new JsonObject
        {
            ["value"] = JsonNumber.Of(row.Value),
            ["percentile"] = JsonNumber.Of(row.Place.PercentileRank),
            ["low"] = JsonNumber.Of(row.Place.Low),
            ["high"] = JsonNumber.Of(row.Place.High),
            ["z"] = JsonNumber.Of(row.Place.Z),
            ["t"] = JsonNumber.Of(row.Place.T),
        })]),
    };

    public string Csv() => "value,percentile,low,high,z,t\n" + string.Concat(Rows().Select(row => string.Create(
        CultureInfo.InvariantCulture, $"{row.Value},{row.Place.PercentileRank},{row.Place.Low},{row.Place.High},{row.Place.Z},{row.Place.T}\n")));

    public string Text()
    {
        var table = new TextTable(Column, "percentile", "de", "à", "z", "T");
        foreach (var (value, place) in Rows())
        {
            table.Add(value.ToString("G6", French.Culture), TextTable.Figure(place.PercentileRank, 1), TextTable.Figure(place.Low, 1), TextTable.Figure(place.High, 1), TextTable.Figure(place.Z, 2), TextTable.Figure(place.T, 1));
        }

        return $"{French.Count(Norm.Persons, "personne", "personnes")}, moyenne {TextTable.Figure(Norm.Mean)}, écart type {TextTable.Figure(Norm.StandardDeviation)}\n\n{table}";
    }

    // The lowest value whose middle rank reaches each percentile.
    IEnumerable<double> Values()
    {
        if (Norm.Values.Length <= MostValues)
        {
            return Norm.Values;
        }

        var places = Norm.Values.Select(value => Norm.Place(value, Level).PercentileRank).ToList();
        return Ranks.Select(rank => places.FindIndex(place => place >= rank)).Where(at => at >= 0).Distinct().Select(at => Norm.Values[at]);
    }
}
