using System.CommandLine;
using System.Text.Json.Nodes;
using Beffroi.Accounts;
using Beffroi.Ads;
using Beffroi.Bots;
using Beffroi.Chat;
using Beffroi.Encyclopedia;
using Beffroi.Eva;
using Beffroi.Incubator;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Cli.Db;

/// <summary>Erases the audit of more than a year ago, as the site does each night; or says what would go.</summary>
static class JournalCommand
{
    public static Command Make(Terminal terminal)
    {
        var dry = new Option<bool>("--dry-run") { Description = "Dit ce qui partirait, sans rien effacer." };
        var storage = new StorageOptions();
        var json = JsonOption.Make();
        var command = new Command("journal", $"Efface ce que le journal des actions dit d’il y a plus de {JournalRound.KeptMonths} mois.") { dry, json };
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var choice = storage.Read(parsed, terminal);
            await using var database = OpenedDatabase.Open(choice, "journal.effacer", terminal.Clock);
            await database.RequireUpToDate(choice, ct);
            await using var scope = database.Scope();
            IRegister[] registers = [new AccountsRegister(), new AdsRegister(), new BotsRegister(), new ChatRegister(), new EncyclopediaRegister(), new EvaRegister(), new IncubatorRegister()];
            var isDry = parsed.GetValue(dry);
            var gone = await new JournalRound(registers, scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<Actor>(), terminal.Clock).Run(isDry, ct);
            await terminal.Output.WriteLineAsync(parsed.GetValue(json)
                ? new JsonObject(gone.Select(g => KeyValuePair.Create<string, JsonNode?>(g.Key, g.Value))).ToJsonString()
                : $"{(isDry ? "À effacer" : "Effacées")} : {French.Count(gone.Values.Sum(), "ligne", "lignes")} du journal.");
        });
        return command;
    }
}
