using System.CommandLine;
using System.Text.Json.Nodes;
using Beffroi.Accounts;
using Beffroi.Ads;
using Beffroi.Bots;
using Beffroi.Chat;
using Beffroi.Cli.World;
using Beffroi.Encyclopedia;
using Beffroi.Encyclopedia.Importing;
using Beffroi.Encyclopedia.Importing.Writing;
using Beffroi.Eva;
using Beffroi.Incubator;
using Beffroi.Kit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Cli.Db;

static class SeedCommand
{
    public static Command Make(Terminal terminal)
    {
        var storage = new StorageOptions();
        var json = JsonOption.Make();
        var reset = new Option<bool>("--reset") { Description = "Efface d’abord tout ce que les visiteurs y ont fait. Refuse une base qui n’est pas celle d’une démonstration." };
        var command = new Command("seed", "Plante le petit monde de démonstration : structures, comptes, campagnes, évaluations jouées. Refuse une base qui contient d’autres comptes.") { json, reset };
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var choice = storage.Read(parsed, terminal);
            if (parsed.GetValue(reset))
            {
                await Clear(choice, terminal.Clock, ct);
            }

            var planted = await Seed(choice, terminal.Clock, ct);
            await terminal.Output.WriteLineAsync(parsed.GetValue(json)
                ? new JsonObject { ["plante"] = planted }.ToJsonString()
                : planted ? "Monde de démonstration planté." : "Monde de démonstration déjà là : rien à faire.");
        });
        return command;
    }

    // The world is only ever planted in an empty base: where its people are, everything is a demonstration.
    static async Task Clear(StorageChoice choice, TimeProvider clock, CancellationToken ct)
    {
        await using var database = OpenedDatabase.Open(choice, "base.effacer", clock);
        await database.RequireUpToDate(choice, ct);
        await using (var scope = database.Scope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<AccountsDb>();
            if (await NamedWorld.IsForeign(accounts, ct))
            {
                throw new CommandFailedException($"la base ({choice.Name}) n’est pas celle d’une démonstration : rien n’est effacé.");
            }
        }

        await database.Empty(ct);
    }

    /// <summary>True when anything had to be planted.</summary>
    public static async Task<bool> Seed(StorageChoice choice, TimeProvider clock, CancellationToken ct)
    {
        await using var database = OpenedDatabase.Open(choice, "base.semer", clock);
        await database.RequireUpToDate(choice, ct);
        await using var scope = database.Scope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        if (await NamedWorld.IsForeign(accounts, ct))
        {
            throw new CommandFailedException($"la base ({choice.Name}) contient déjà d’autres comptes : le monde de démonstration ne se plante que dans une base vide.");
        }

        var eva = scope.ServiceProvider.GetRequiredService<EvaDb>();
        var planted = await NamedWorld.Plant(accounts, eva, scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>(), clock, ct);
        var recorded = await WorldRecords.Plant(accounts, clock.GetUtcNow(), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddYears(1), ct);
        var entries = await new Landing(scope.ServiceProvider.GetRequiredService<EncyclopediaDb>(), scope.ServiceProvider.GetRequiredService<Actor>(), clock).Import(Readings.OwnContentOfTheProgram(), ct);
        var talked = await WorldChat.Plant(scope.ServiceProvider.GetRequiredService<ChatDb>(), accounts, clock.GetUtcNow(), ct);
        var opened = await WorldCase.Plant(scope.ServiceProvider.GetRequiredService<ChatDb>(), accounts, new PracticeProcesses(scope.ServiceProvider.GetRequiredService<EncyclopediaDb>(), scope.ServiceProvider.GetRequiredService<Actor>(), clock), clock.GetUtcNow(), ct);
        var advertised = await WorldAds.Plant(scope.ServiceProvider.GetRequiredService<AdsDb>(), accounts, clock.GetUtcNow(), ct);
        var watched = await WorldBots.Plant(scope.ServiceProvider.GetRequiredService<BotsDb>(), accounts, clock.GetUtcNow(), ct);
        if (watched)
        {
            await WorldBots.Look(scope.ServiceProvider.GetRequiredService<BotsDb>(), clock.GetUtcNow(), ct);
        }

        var funded = await WorldIncubator.Plant(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), accounts, ct);
        return await Demonstration.Plant(accounts, eva, clock, ct) || recorded || talked || opened || advertised || watched || funded || entries.Added + entries.Renewed > 0 || planted;
    }
}
