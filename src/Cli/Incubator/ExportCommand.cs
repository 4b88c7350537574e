using System.CommandLine;
using Beffroi.Cli.Db;
using Beffroi.Incubator;
using Beffroi.Incubator.Handing;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Cli.Incubator;

/// <summary>The handover of a service: a new folder, with the hash of each file.</summary>
static class ExportCommand
{
    public static Command Make(Terminal terminal)
    {
        var path = new Argument<string>("DOSSIER") { Description = "Le dossier à créer." };
        var startup = new Option<string?>("--startup") { Description = "Un seul service, par son nom dans l’adresse de sa page. Tous par défaut.", HelpName = "NOM" };
        var source = new Option<string>("--source") { Description = "Où est le code : une adresse et une version.", HelpName = "ADRESSE", Required = true };
        var storage = new StorageOptions();
        var command = new Command("export", "Écrit le dossier de réversibilité : conventions, écritures, registres, comités et décisions, et pour tous les services les contrôles et les audits du site, avec l’empreinte de chaque fichier.") { path, startup, source };
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var folder = Path.GetFullPath(parsed.GetValue(path)!);
            if (Directory.Exists(folder) || File.Exists(folder))
            {
                throw new CommandFailedException($"il y a déjà quelque chose à {folder}", ExitCodes.BadUsage);
            }

            var choice = storage.Read(parsed, terminal);
            await using var database = OpenedDatabase.Open(choice, "incubateur.remettre", terminal.Clock);
            await database.RequireUpToDate(choice, ct);
            await using var scope = database.Scope();
            var files = await Packed(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), parsed.GetValue(startup), About(parsed.GetValue(source)!, terminal.Clock.GetUtcNow()), ct);
            await Write(files, folder, ct);
            await terminal.Output.WriteLineAsync($"Écrit : {folder} ({French.Count(files.Count, "fichier", "fichiers")})");
        });
        return command;
    }

    static async Task<IReadOnlyDictionary<string, byte[]>> Packed(IncubatorDb db, string? startup, string about, CancellationToken ct)
    {
        try
        {
            return await TakeOver.Out(db, startup, about, ct) ?? throw new CommandFailedException(startup is null ? "il n’y a aucun service à remettre" : $"il n’y a pas de service « {startup} »", ExitCodes.BadUsage);
        }
        catch (InvalidDataException wrong)
        {
            throw new CommandFailedException($"rien n’est remis : {wrong.Message}");
        }
    }

    // Beside its place first: a stop in the middle leaves no folder that looks whole.
    static async Task Write(IReadOnlyDictionary<string, byte[]> files, string folder, CancellationToken ct)
    {
        var beside = folder + ".part";
        if (Directory.Exists(beside))
        {
            Directory.Delete(beside, recursive: true);
        }

        Directory.CreateDirectory(beside);
        foreach (var (name, content) in files)
        {
            await File.WriteAllBytesAsync(Path.Combine(beside, name), content, ct);
        }

        Directory.Move(beside, folder);
    }

    static string About(string source, DateTimeOffset now) =>
        $"""
        Dossier de réversibilité, écrit le {French.Moment(now)}.

        Code source : {source}
        donnees.json : toutes les lignes. Les personnes y sont par le numéro de leur compte.
        chiffres.json : ce que les lignes doivent redonner, convention par convention.
        budget.csv, budget.schema.json : le budget publié et ce que veulent dire ses colonnes.
        SHA256SUMS : l’empreinte de chaque fichier. Pour vérifier : sha256sum -c SHA256SUMS

        Pour reprendre : beffroi db migrate, puis beffroi incubator import CE-DOSSIER

        """;
}
