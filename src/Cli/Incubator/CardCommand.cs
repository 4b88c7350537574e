using System.CommandLine;
using System.Text;
using Beffroi.Cli.Db;
using Beffroi.Incubator;
using Beffroi.Incubator.Cards;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Cli.Incubator;

/// <summary>The public cards of services, as the files of beta.gouv.fr.</summary>
static class CardCommand
{
    public static Command Make(Terminal terminal) => new("card", "La fiche publique d’un service, comme les fichiers de beta.gouv.fr : en-tête YAML et texte.")
    {
        Export(terminal),
        Import(terminal),
    };

    static Command Export(Terminal terminal)
    {
        var name = new Argument<string>("NOM") { Description = "Le service, par son nom dans l’adresse de sa page." };
        var storage = new StorageOptions();
        var command = new Command("export", "Écrit la fiche d’un service, si elle suit les règles de beta.gouv.fr.") { name };
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var (choice, slug) = (storage.Read(parsed, terminal), parsed.GetValue(name)!);
            await using var database = OpenedDatabase.Open(choice, "incubateur.ecrire-fiche", terminal.Clock);
            await database.RequireUpToDate(choice, ct);
            await using var scope = database.Scope();
            try
            {
                var text = await CardShelf.Out(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), slug, ct) ?? throw new CommandFailedException($"il n’y a pas de service « {slug} »", ExitCodes.BadUsage);
                await terminal.Output.WriteAsync(text);
            }
            catch (InvalidDataException wrong)
            {
                throw new CommandFailedException($"cette fiche ne suit pas les règles : {OneLine(wrong)}");
            }
        });
        return command;
    }

    static Command Import(Terminal terminal)
    {
        var path = new Argument<string>("FICHIER") { Description = "La fiche : un fichier Markdown avec un en-tête YAML." };
        var named = new Option<string?>("--name") { Description = "Le nom du service dans l’adresse de sa page. Celui du fichier par défaut.", HelpName = "NOM" };
        var storage = new StorageOptions();
        var command = new Command("import", "Inscrit un service depuis sa fiche. Refuse une fiche qui ne suit pas les règles, et un service déjà là.") { path, named };
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var (choice, file) = (storage.Read(parsed, terminal), parsed.GetValue(path)!);
            var slug = SlugOf(parsed.GetValue(named) ?? Path.GetFileNameWithoutExtension(file));
            var text = await Read(file, ct);
            await using var database = OpenedDatabase.Open(choice, "incubateur.lire-fiche", terminal.Clock);
            await database.RequireUpToDate(choice, ct);
            await using var scope = database.Scope();
            try
            {
                var rows = CardReader.Read(slug, text, terminal.Clock.GetUtcNow(), out var unknown);
                await CardShelf.In(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), rows, ct);
                foreach (var key in unknown)
                {
                    await terminal.Error.WriteLineAsync($"note : la clé « {key} » n’est pas connue, elle est laissée de côté");
                }

                await terminal.Output.WriteLineAsync($"Inscrit : {rows.Startup.Title} ({French.Count(rows.Startup.Phases.Count, "phase", "phases")}, {French.Count(rows.Events.Count, "événement", "événements")})");
            }
            catch (InvalidDataException wrong)
            {
                throw new CommandFailedException($"{Path.GetFileName(file)} : {OneLine(wrong)}");
            }
        });
        return command;
    }

    static string SlugOf(string name)
    {
        var errors = new Errors();
        var slug = StartupName.Read(name, errors);
        return errors.Any ? throw new CommandFailedException($"« {name} » n’est pas un nom de service. {errors.All[0].Message}", ExitCodes.BadUsage) : slug;
    }

    static async Task<string> Read(string file, CancellationToken ct)
    {
        if (!File.Exists(file))
        {
            throw new CommandFailedException($"il n’y a pas de fichier {file}", ExitCodes.BadUsage);
        }

        if (new FileInfo(file).Length > CardReader.MaximumLength)
        {
            throw new CommandFailedException("ce fichier est plus long qu’aucune fiche", ExitCodes.BadUsage);
        }

        return await File.ReadAllTextAsync(file, Encoding.UTF8, ct);
    }

    // Mistakes come one a line; a terminal is told in one.
    static string OneLine(InvalidDataException wrong) => wrong.Message.Replace("\n", " ; ", StringComparison.Ordinal);
}
