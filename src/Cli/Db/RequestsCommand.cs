using System.CommandLine;
using System.Text.Json.Nodes;
using Beffroi.Accounts;
using Beffroi.Accounts.Support;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Cli.Db;

/// <summary>Erases the requests that were closed a year ago, as the site does each night; or says how many would go.</summary>
static class RequestsCommand
{
    public static Command Make(Terminal terminal)
    {
        var dry = new Option<bool>("--dry-run") { Description = "Dit ce qui partirait, sans rien effacer." };
        var storage = new StorageOptions();
        var json = JsonOption.Make();
        var command = new Command("requests", $"Efface les demandes closes depuis plus de {SupportRound.KeptMonths} mois.") { dry, json };
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var choice = storage.Read(parsed, terminal);
            await using var database = OpenedDatabase.Open(choice, "demande.effacer", terminal.Clock);
            await database.RequireUpToDate(choice, ct);
            await using var scope = database.Scope();
            var isDry = parsed.GetValue(dry);
            var gone = await new SupportRound(scope.ServiceProvider.GetRequiredService<AccountsDb>(), scope.ServiceProvider.GetRequiredService<Actor>(), terminal.Clock).Run(isDry, ct);
            await terminal.Output.WriteLineAsync(parsed.GetValue(json)
                ? new JsonObject { ["requests"] = gone }.ToJsonString()
                : $"{(isDry ? "À effacer" : "Effacées")} : {French.Count(gone, "demande", "demandes")}.");
        });
        return command;
    }
}
