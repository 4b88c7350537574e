using System.CommandLine;
using Beffroi.Cli.Db;
using Beffroi.Encyclopedia;
using Beffroi.Encyclopedia.Exporting;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Cli.Encyclopedia;

/// <summary>Everything in one file, beside its place first: a stop in the middle leaves the former one whole.</summary>
static class ExportCommand
{
    public static Command Make(Terminal terminal)
    {
        var path = new Argument<string>("FICHIER") { Description = "Le fichier à écrire ; sa fin dit le format : .json (tout, avec l’historique), .csv, .zip (Markdown), .html (site en un fichier)." };
        var english = new Option<bool>("--english") { Description = "Le site en un fichier est en anglais." };
        var storage = new StorageOptions();
        var command = new Command("export", "Exporte toutes les fiches. Le JSON se réimporte à l’identique par « beffroi encyclopedia import own ».") { path, english };
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var file = Path.GetFullPath(parsed.GetValue(path)!);
            var write = Writer(Path.GetExtension(file), parsed.GetValue(english) ? Lang.English : Lang.French);
            var choice = storage.Read(parsed, terminal);
            await using var database = OpenedDatabase.Open(choice, "encyclopedie.exporter", terminal.Clock);
            await database.RequireUpToDate(choice, ct);
            await using var scope = database.Scope();
            var beside = file + ".part";
            await using (var body = File.Create(beside))
            {
                await write(body, scope.ServiceProvider.GetRequiredService<EncyclopediaDb>(), terminal.Clock.GetUtcNow(), ct);
            }

            File.Move(beside, file, overwrite: true);
            await terminal.Output.WriteLineAsync($"Écrit : {file}");
        });
        return command;
    }

    static Func<Stream, EncyclopediaDb, DateTimeOffset, CancellationToken, Task> Writer(string end, Lang language) => end switch
    {
        ".json" => (body, db, _, ct) => OwnExport.Write(body, db, ct),
        ".csv" => (body, db, _, ct) => CsvExport.Write(body, db, ct),
        ".zip" => (body, db, _, ct) => MarkdownExport.Write(body, db, ct),
        ".html" => (body, db, now, ct) => OfflineSite.Write(body, language, db, now, ct),
        _ => throw new CommandFailedException("le nom du fichier finit par .json, .csv, .zip ou .html", ExitCodes.BadUsage),
    };
}
