using System.CommandLine;
using Beffroi.Bots;
using Beffroi.Bots.Forgetting;
using Beffroi.Cli.Db;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Cli.Bots;

/// <summary>Deletes what is past its time, as the site does each night; or says what would go.</summary>
static class ForgetCommand
{
    public static Command Make(Terminal terminal)
    {
        var dry = new Option<bool>("--dry-run") { Description = "Dit ce qui partirait, sans rien effacer." };
        var storage = new StorageOptions();
        var command = new Command("forget", "Efface les messages et les comptes dont le temps de conservation est passé, d’après les cadres.") { dry };
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var choice = storage.Read(parsed, terminal);
            await using var database = OpenedDatabase.Open(choice, "robots.effacer", terminal.Clock);
            await database.RequireUpToDate(choice, ct);
            await using var scope = database.Scope();
            var round = new ForgetRound(scope.ServiceProvider.GetRequiredService<BotsDb>(), scope.ServiceProvider.GetRequiredService<Actor>(), terminal.Clock);
            var told = await round.Run(parsed.GetValue(dry), ct);
            await terminal.Output.WriteLineAsync($"{(told.IsDry ? "À effacer" : "Effacés")} : {French.Count(told.Posts, "message", "messages")}, {French.Count(told.Accounts, "compte", "comptes")}, {French.Count(told.Sightings, "vue d’exploration", "vues d’exploration")}.");
        });
        return command;
    }
}
