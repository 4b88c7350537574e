using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Beffroi.Kit;

namespace Beffroi.Cli.Psychometrics.DifSearch;

/// <summary>One item: the figures of its test by the names that programs read, and, after purification, the same.</summary>
sealed record DifLine(string Id, ImmutableArray<(string Name, JsonNode? Value)> Figures, ImmutableArray<(string Name, JsonNode? Value)> Purified)
{
    public JsonObject Json()
    {
        var json = Object([("id", Id), .. Figures]);
        if (!Purified.IsEmpty)
        {
            json["purified"] = Object(Purified);
        }

        return json;
    }

    static JsonObject Object(ImmutableArray<(string Name, JsonNode? Value)> figures) => new([.. figures.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
}

/// <summary>Every item, and the names of those flagged, before and after purification.</summary>
sealed record DifReport
{
    public required string Method { get; init; }

    public required ImmutableArray<DifLine> Items { get; init; }

    public required ImmutableArray<string> Flagged { get; init; }

    /// <summary>Null where the method has no purification.</summary>
    public required ImmutableArray<string>? FlaggedPurified { get; init; }

    /// <summary>People of the reference group, of the focal group, and left out for a missing answer.</summary>
    public required (int Reference, int Focal, int LeftOut) Persons { get; init; }

    /// <summary>Whether the flags stopped changing; null without purification.</summary>
    public bool? Settled { get; init; }

    public JsonObject Json() => new()
    {
        ["items"] = new JsonArray([.. Items.Select(i => i.Json())]),
        ["flagged"] = Names(Flagged),
        ["flaggedPurified"] = FlaggedPurified is { } purified ? Names(purified) : null,
        ["method"] = Method,
        ["reference"] = Persons.Reference,
        ["focal"] = Persons.Focal,
        ["leftOut"] = Persons.LeftOut,
        ["settled"] = Settled,
    };

    public string Text()
    {
        var table = new TextTable(["item", .. Items[0].Figures.Select(f => Heading(f.Name))]);
        foreach (var item in Items)
        {
            table.Add([item.Id, .. item.Figures.Select(f => Cell(f.Value))]);
        }

        var purified = FlaggedPurified is { } names ? $"\nSignalés après purification : {List(names)}" : "";
        var leftOut = Persons.LeftOut == 0 ? "" : $" ; {French.Count(Persons.LeftOut, "personne écartée", "personnes écartées")} faute d’une réponse";
        return $"{French.Count(Persons.Focal, "personne étudiée", "personnes étudiées")}, {French.Number(Persons.Reference)} de référence{leftOut}\n\n{table}\n\nSignalés : {List(Flagged)}{purified}";
    }

    static string Cell(JsonNode? value) => value switch
    {
        null => "—",
        JsonValue number when number.TryGetValue(out double figure) => TextTable.Figure(figure, 4),
        JsonValue truth when truth.TryGetValue(out bool holds) => holds ? "oui" : "non",
        _ => value.ToString(),
    };

    // What programs read by an English key.
    static string Heading(string key) => key switch
    {
        "chiSquare" => "χ²",
        "chiSquareUniform" => "χ² uniforme",
        "chiSquareNonUniform" => "χ² non uniforme",
        "alphaMH" => "α",
        "deltaMH" => "Δ",
        "class" => "classe",
        "classEts" => "classe ETS",
        "seLogAlpha" => "± log α",
        "pAdjusted" => "p ajusté",
        "pUniform" => "p uniforme",
        "pNonUniform" => "p non uniforme",
        "deltaR2" => "Δ R²",
        "groupLogOdds" => "log-cotes",
        "difference" => "différence",
        "differenceUnsigned" => "différence absolue",
        "effect" => "effet",
        "df" => "ddl",
        "converged" => "convergence",
        _ => key,
    };

    static string List(ImmutableArray<string> names) => names.IsEmpty ? "aucun" : string.Join(", ", names);

    static JsonArray Names(ImmutableArray<string> names) => new([.. names.Select(id => JsonValue.Create(id))]);
}
