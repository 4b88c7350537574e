using System.CommandLine;
using Beffroi.Cli.Db;
using Beffroi.Incubator;
using Beffroi.Incubator.Compliance;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Cli.Incubator;

/// <summary>Loads the results of the tests of a version: what they alone can prove is unknown until then.</summary>
static class EvidenceCommand
{
    public static Command Make(Terminal terminal)
    {
        var path = new Argument<string>("FICHIER") { Description = "Le fichier que ./test écrit : artifacts/test-results/evidence.json." };
        var storage = new StorageOptions();
        var command = new Command("evidence", "Charge les résultats des tests d’une version, pour le tableau de conformité. Le prochain contrôle les lit.") { path };
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var choice = storage.Read(parsed, terminal);
            var file = Path.GetFullPath(parsed.GetValue(path)!);
            if (!File.Exists(file))
            {
                throw new CommandFailedException($"il n’y a pas de fichier {file}", ExitCodes.BadUsage);
            }

            await using var database = OpenedDatabase.Open(choice, "incubateur.charger-preuves", terminal.Clock);
            await database.RequireUpToDate(choice, ct);
            await using var scope = database.Scope();
            try
            {
                var (load, outcomes) = EvidenceFile.Read(await File.ReadAllTextAsync(file, ct), terminal.Clock.GetUtcNow());
                await EvidenceFile.Keep(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), load, outcomes, ct);
                await terminal.Output.WriteLineAsync($"Chargé : version {load.Commit}, {French.Count(load.Passed, "réussi", "réussis")}, {French.Count(load.Failed, "échoué", "échoués")}, {French.Count(load.Skipped, "sauté", "sautés")}.");
            }
            catch (InvalidDataException wrong)
            {
                throw new CommandFailedException(wrong.Message);
            }
        });
        return command;
    }
}
