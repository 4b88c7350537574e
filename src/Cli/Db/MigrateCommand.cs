using System.CommandLine;
using System.Text.Json.Nodes;
using Beffroi.Kit;

namespace Beffroi.Cli.Db;

static class MigrateCommand
{
    public static Command Make(Terminal terminal)
    {
        var storage = new StorageOptions();
        var json = JsonOption.Make();
        var command = new Command("migrate", "Crée la base ou la met à jour pour cette version. Sans effet si elle l’est déjà.") { json };
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var choice = storage.Read(parsed, terminal);
            var applied = await Migrate(choice, terminal.Clock, ct);
            await terminal.Output.WriteLineAsync(parsed.GetValue(json)
                ? new JsonObject { ["migrations"] = applied }.ToJsonString()
                : applied == 0 ? $"Base déjà à jour : {choice.Name}"
                : $"Base à jour ({French.Count(applied, "migration appliquée", "migrations appliquées")}) : {choice.Name}");
        });
        return command;
    }

    public static async Task<int> Migrate(StorageChoice choice, TimeProvider clock, CancellationToken ct)
    {
        await using var database = OpenedDatabase.Open(choice, "base.migrer", clock);
        return await database.Migrate(ct);
    }
}
