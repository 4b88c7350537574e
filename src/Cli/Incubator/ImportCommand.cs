using System.CommandLine;
using Beffroi.Cli.Db;
using Beffroi.Incubator;
using Beffroi.Incubator.Handing;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Cli.Incubator;

/// <summary>Takes over what <see cref="ExportCommand"/> wrote, where the figures are the same.</summary>
static class ImportCommand
{
    /// <summary>More than any service has: a folder given by mistake is not read whole in memory.</summary>
    const long MaximumLength = 1L << 30;

    public static Command Make(Terminal terminal)
    {
        var path = new Argument<string>("DOSSIER") { Description = "Le dossier de réversibilité." };
        var storage = new StorageOptions();
        var command = new Command("import", "Reprend un service depuis son dossier de réversibilité. Refuse un fichier changé, un service déjà là, et des chiffres qui ne sont plus les mêmes.") { path };
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var choice = storage.Read(parsed, terminal);
            var files = await Read(parsed.GetValue(path)!, ct);
            await using var database = OpenedDatabase.Open(choice, "incubateur.reprendre", terminal.Clock);
            await database.RequireUpToDate(choice, ct);
            await using var scope = database.Scope();
            try
            {
                var kept = await TakeOver.In(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), files, ct);
                await terminal.Output.WriteLineAsync($"Repris : {French.Count(kept.Startups.Count, "service", "services")}, {French.Count(kept.Conventions.Count, "convention", "conventions")}, {French.Count(kept.Entries.Count, "écriture", "écritures")}. Les chiffres sont les mêmes.");
            }
            catch (InvalidDataException wrong)
            {
                throw new CommandFailedException(wrong.Message);
            }
        });
        return command;
    }

    static async Task<IReadOnlyDictionary<string, byte[]>> Read(string folder, CancellationToken ct)
    {
        if (!Directory.Exists(folder))
        {
            throw new CommandFailedException($"il n’y a pas de dossier {folder}", ExitCodes.BadUsage);
        }

        var found = new DirectoryInfo(folder).GetFiles();
        if (found.Sum(f => f.Length) > MaximumLength)
        {
            throw new CommandFailedException("ce dossier est plus grand qu’aucun dossier de réversibilité", ExitCodes.BadUsage);
        }

        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in found)
        {
            files[file.Name] = await File.ReadAllBytesAsync(file.FullName, ct);
        }

        return files;
    }
}
