using System.CommandLine;
using Beffroi.Cli.Db;

namespace Beffroi.Cli.Serve;

/// <summary>Prepares the data, then becomes the site.</summary>
static class ServeCommand
{
    public static Command Make(Terminal terminal)
    {
        var storage = new StorageOptions();
        var port = Port.Option();
        var site = new Option<string?>("--site") { Description = "Dossier du site publié, qui contient Site.dll. Par défaut : à côté de la commande.", HelpName = "DOSSIER" };
        var environment = new Option<string>("--environment") { Description = "Production ou Development (connexions de démonstration en un clic).", HelpName = "NOM", DefaultValueFactory = _ => "Production" };
        var demo = new Option<bool>("--demo") { Description = "Plante d’abord le monde de démonstration, et le dit sur les pages." };
        var noMigrate = new Option<bool>("--no-migrate") { Description = "Ne met pas la base à jour d’abord." };
        environment.AcceptOnlyFromAmong("Production", "Development");
        var command = new Command("serve", "Lance le site publié. Met d’abord la base à jour.") { port, site, environment, demo, noMigrate };
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var choice = storage.Read(parsed, terminal);
            var folder = SiteFolder.Find(parsed.GetValue(site));
            Port.RequireFree(parsed.GetValue(port));
            await Prepare(choice, migrate: !parsed.GetValue(noMigrate), demo: parsed.GetValue(demo), terminal, ct);
            if (parsed.GetValue(demo))
            {
                await terminal.Output.WriteLineAsync(DemoNotice.Text(parsed.GetValue(port), choice));
                await terminal.Output.FlushAsync(ct);
            }

            ct.ThrowIfCancellationRequested();
            new SiteProcess(folder, choice)
            {
                Port = parsed.GetValue(port),
                Environment = parsed.GetValue(environment)!,
                Demo = parsed.GetValue(demo),
            }.Become();
        });
        return command;
    }

    static async Task Prepare(StorageChoice choice, bool migrate, bool demo, Terminal terminal, CancellationToken ct)
    {
        if (migrate)
        {
            await MigrateCommand.Migrate(choice, terminal.Clock, ct);
        }

        if (demo)
        {
            await SeedCommand.Seed(choice, terminal.Clock, ct);
        }
    }
}
