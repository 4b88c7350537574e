using System.CommandLine;
using System.Text.Json.Nodes;
using Beffroi.Kit;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics;

static class ReliabilityCommand
{
    public static Command Make(Terminal terminal)
    {
        var table = new TableOptions();
        var level = NumberOption.Make("--level", "Niveau de confiance de l’intervalle d’alpha.", 0.95, 0.5, 0.999);
        var json = JsonOption.Make();
        var command = new Command("reliability", "Dit la fidélité de la somme des scores : alpha et son intervalle, oméga, et ce qu’apporte chaque item.");
        table.AddTo(command);
        command.Add(level);
        command.Add(json);
        command.SetAction(async (parsed, ct) =>
        {
            var consistency = InternalConsistency.Of((await table.Read(parsed, terminal, ct)).Points(), parsed.GetValue(level));
            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? Json(consistency).ToJsonString() : Text(consistency));
        });
        return command;
    }

    static JsonObject Json(InternalConsistency found) => new()
    {
        ["n"] = found.Persons,
        ["items"] = found.Items,
        ["alpha"] = JsonNumber.Of(found.Alpha),
        ["alphaLow"] = JsonNumber.Of(found.AlphaLow),
        ["alphaHigh"] = JsonNumber.Of(found.AlphaHigh),
        ["omegaTotal"] = JsonNumber.Of(found.OmegaTotal),
        ["omegaHierarchical"] = JsonNumber.Of(found.OmegaHierarchical),
        ["standardError"] = JsonNumber.Of(found.StandardError),
        ["mean"] = JsonNumber.Of(found.Mean),
        ["sd"] = JsonNumber.Of(found.StandardDeviation),
        ["leftOut"] = found.LeftOut,
        ["alphaStandardised"] = JsonNumber.Of(found.StandardisedAlpha),
        ["lambda2"] = JsonNumber.Of(found.Lambda2),
        ["lambda6"] = JsonNumber.Of(found.Lambda6),
        ["omegaTotalHierarchical"] = JsonNumber.Of(found.Hierarchy?.OmegaTotal),
        ["itemStatistics"] = new JsonArray([.. found.ItemStatistics.Select(item => new JsonObject
        {
            ["id"] = item.Name,
            ["mean"] = JsonNumber.Of(item.Mean),
            ["sd"] = JsonNumber.Of(item.StandardDeviation),
            ["itemRest"] = JsonNumber.Of(item.ItemRestCorrelation),
            ["alphaIfDropped"] = JsonNumber.Of(item.AlphaIfDropped),
        })]),
    };

    static string Text(InternalConsistency found)
    {
        var leftOut = found.LeftOut == 0 ? "" : $" ; {French.Count(found.LeftOut, "personne écartée", "personnes écartées")} faute d’une réponse";
        var table = new TextTable("item", "moyenne", "écart type", "corrélation au reste", "alpha sans lui");
        foreach (var item in found.ItemStatistics)
        {
            table.Add(item.Name, TextTable.Figure(item.Mean), TextTable.Figure(item.StandardDeviation), TextTable.Figure(item.ItemRestCorrelation), TextTable.Figure(item.AlphaIfDropped));
        }

        return $"""
            {French.Count(found.Persons, "personne", "personnes")}, {French.Count(found.Items, "item", "items")}{leftOut}
            Somme : moyenne {TextTable.Figure(found.Mean)}, écart type {TextTable.Figure(found.StandardDeviation)}, erreur type de mesure {TextTable.Figure(found.StandardError)} (le plus bas score de chaque item compte 0)
            Alpha {TextTable.Figure(found.Alpha)} [{TextTable.Figure(found.AlphaLow)} ; {TextTable.Figure(found.AlphaHigh)}], oméga total {TextTable.Figure(found.OmegaTotal)}, oméga hiérarchique {TextTable.Figure(found.OmegaHierarchical)}

            {table}
            """;
    }
}
