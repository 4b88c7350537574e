using System.CommandLine;
using System.Text.Json.Nodes;
using Beffroi.Cli.Db;
using Beffroi.Eva;
using Beffroi.Eva.OrientationFiles;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Cli.Eva.Orientation;

/// <summary>Reads a file and puts it in use; a single bad line, and nothing is kept.</summary>
static class ImportCommand
{
    public static Command Make(Terminal terminal)
    {
        var kind = new Argument<string>("NATURE") { Description = $"Ce que contient le fichier : {string.Join(", ", TechnicalName.All<FileKind>())}." };
        kind.AcceptOnlyFromAmong([.. TechnicalName.All<FileKind>()]);
        var file = new Argument<string>("FICHIER") { Description = "Le fichier, CSV, XLSX ou XML." };
        var source = new Option<string>("--source") { Description = "Qui le publie, par exemple « France Travail, enquête BMO 2026 ».", Required = true };
        var measured = new Option<string>("--measured") { Description = "Le jour dont parlent les chiffres : 2025-12-31.", Required = true };
        var dryRun = new Option<bool>("--dry-run") { Description = "Dit ce que le fichier apporterait, sans rien garder." };
        var json = JsonOption.Make();
        var storage = new StorageOptions();
        var command = new Command("import", "Met en service un fichier de tension, d’offres ou de passage. Une seule erreur, et rien n’est importé.") { kind, file, source, measured, dryRun, json };
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var errors = new Errors();
            var from = FileTerms.ReadSource(parsed.GetValue(source), errors);
            var day = FileTerms.ReadDay(parsed.GetValue(measured), terminal.Clock, errors);
            if (from is null || day is null || !TechnicalName.TryParse<FileKind>(parsed.GetValue(kind), out var what))
            {
                throw new CommandFailedException(string.Join(" ; ", errors.All.Select(e => e.Message)), ExitCodes.BadUsage);
            }

            var path = parsed.GetValue(file)!;
            var reading = FileReading.Of(what, await Bytes(path, ct));
            if (reading.Faults.Count > 0)
            {
                await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? Json([], reading.Faults, kept: false).ToJsonString() : string.Join('\n', reading.Faults.Select(Sentence)));
                throw new CommandFailedException($"{French.Count(reading.Faults.Count, "erreur", "erreurs")} dans ce fichier : rien n’est importé.", ExitCodes.BadUsage);
            }

            var choice = storage.Read(parsed, terminal);
            await using var database = OpenedDatabase.Open(choice, "orientation.importer", terminal.Clock);
            await database.RequireUpToDate(choice, ct);
            await using var scope = database.Scope();
            var db = scope.ServiceProvider.GetRequiredService<EvaDb>();
            var passage = await OrientationShelf.Current(db, FileUse.Passage, ct) is { } table ? (await OrientationShelf.Content(db, table.Id, ct)).Passage : [];
            var summary = FileTerms.Summary(reading.Content with { Notes = reading.Notes }, passage);
            var kept = !parsed.GetValue(dryRun);
            if (kept)
            {
                var now = terminal.Clock.GetUtcNow();
                var row = FileTerms.Draft(what, reading, from, day.Value, Path.GetFileName(path), null, now);
                row.Confirm(await OrientationShelf.After(db, row.Use, now, ct));
                db.Add(row);
                await db.SaveChangesAsync(ct);
            }

            await terminal.Output.WriteLineAsync(parsed.GetValue(json)
                ? Json(summary, [], kept).ToJsonString()
                : string.Join('\n', summary.Append(kept ? $"En service : {from}, mesure du {French.Day(day.Value)}." : "Essai : rien n’est gardé.")));
        });
        return command;
    }

    static async Task<byte[]> Bytes(string path, CancellationToken ct)
    {
        try
        {
            return new FileInfo(path).Length <= FileReading.MaxBytes ? await File.ReadAllBytesAsync(path, ct) : throw new CommandFailedException($"{path} dépasse {FileReading.MaxBytes / 1024 / 1024} Mo", ExitCodes.BadUsage);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandFailedException(File.Exists(path) || Directory.Exists(path) ? $"impossible de lire {path}" : $"fichier introuvable : {path}", ExitCodes.BadUsage, wrong);
        }
    }

    static string Sentence(FileFault fault) =>
        string.Join(", ", new[] { fault.Row is { } row ? $"ligne {row}" : "fichier", fault.Column is { } column ? $"colonne « {column} »" : null }.OfType<string>()) + $" : {fault.Sentence}";

    static JsonObject Json(IReadOnlyList<string> summary, IReadOnlyList<FileFault> faults, bool kept) => new()
    {
        ["apport"] = new JsonArray([.. summary.Select(s => (JsonNode)s)]),
        ["erreurs"] = new JsonArray([.. faults.Select(f => new JsonObject { ["ligne"] = f.Row, ["colonne"] = f.Column, ["erreur"] = f.Sentence })]),
        ["en_service"] = kept,
    };
}
