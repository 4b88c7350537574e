using System.CommandLine;
using System.Text.Json.Nodes;
using Beffroi.Cli.Db;
using Beffroi.Kit;

namespace Beffroi.Cli.Eva;

static class RescoreCommand
{
    public static Command Make(Terminal terminal)
    {
        var storage = new StorageOptions();
        var dryRun = new Option<bool>("--dry-run") { Description = "Compte ce qui changerait, sans rien écrire." };
        var json = JsonOption.Make();
        var command = new Command("rescore", "Recalcule les résultats de toutes les évaluations finies, à partir de leurs événements. Peut être interrompu et relancé.") { dryRun, json };
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var choice = storage.Read(parsed, terminal);
            var trial = parsed.GetValue(dryRun);
            await using var database = OpenedDatabase.Open(choice, "eva.recalculer", terminal.Clock);
            await database.RequireUpToDate(choice, ct);
            var tally = await new Rescoring(database, terminal, trial).Run(ct);
            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? Json(tally, trial).ToJsonString() : Sentence(tally, trial));
            return tally.Failed == 0 ? ExitCodes.Done : throw new CommandFailedException($"{French.Count(tally.Failed, "évaluation n’a pas pu être recalculée", "évaluations n’ont pas pu être recalculées")} : voir les lignes plus haut.");
        });
        return command;
    }

    static string Sentence(RescoreTally tally, bool trial) =>
        $"{French.Count(tally.Evaluations, "évaluation", "évaluations")}, {French.Count(tally.Unchanged, "résultat inchangé", "résultats inchangés")}, {French.Count(tally.Changed, "changé", "changés")}{(trial ? " (essai : rien n’est écrit)" : "")}";

    static JsonObject Json(RescoreTally tally, bool trial) => new()
    {
        ["evaluations"] = tally.Evaluations,
        ["inchanges"] = tally.Unchanged,
        ["changes"] = tally.Changed,
        ["echecs"] = tally.Failed,
        ["essai"] = trial,
    };
}
