using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Beffroi.Ads;
using Beffroi.Ads.Files;
using Beffroi.Ads.Intake;
using Beffroi.Cli.Db;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Cli.Ads;

static class ImportAdsCommand
{
    static readonly string[] Dates = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    public static Command Make(Terminal terminal)
    {
        var path = new Argument<string>("FICHIER") { Description = "JSON (un objet, une liste, des pages {data: […]}, un objet par ligne), rapport CSV de la bibliothèque, ou page HTML enregistrée." };
        var options = new AdFileOptions();
        var dump = new Option<string?>("--dump") { Description = "Le fichier est une lecture entière de la bibliothèque, à cette date (AAAA-MM-JJ, ou avec l’heure UTC) : elle sera comparée aux autres.", HelpName = "DATE" };
        var storage = new StorageOptions();
        var json = JsonOption.Make();
        var command = new Command("import", "Importe des annonces. Le même fichier relu ne change rien ; une ligne abîmée est dite avec son numéro, les autres sont gardées.") { path, dump, json };
        options.AddTo(command);
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var file = new FileToImport
            {
                Name = Path.GetFileName(parsed.GetValue(path)!), Open = () => AdFileOptions.Open(parsed.GetValue(path)!), Format = options.Format(parsed), Country = options.Country(parsed),
                TakenAt = Taken(parsed.GetValue(dump)), Limits = FileLimits.InATerminal,
            };
            // Before the base: an error of name is told at once.
            await file.Open().DisposeAsync();
            var choice = storage.Read(parsed, terminal);
            await using var database = OpenedDatabase.Open(choice, "annonces.importer", terminal.Clock);
            await database.RequireUpToDate(choice, ct);
            await using var scope = database.Scope();
            var db = scope.ServiceProvider.GetRequiredService<AdsDb>();
            var line = new ReadLines(terminal);
            var (done, fault) = await new AdImporting(db, new AdIntake(db, terminal.Clock), terminal.Clock).Run(file, line, ct);
            line.End();
            if (done is null)
            {
                throw new CommandFailedException($"rien n’est importé : {fault!.In("fr")}", ExitCodes.BadUsage);
            }

            foreach (var told in done.Report.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                await terminal.Error.WriteLineAsync(told);
            }

            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? Json(done).ToJsonString() : Text(done, file.IsReport));
        });
        return command;
    }

    static DateTimeOffset? Taken(string? date) =>
        date is null ? null
        : DateTimeOffset.TryParseExact(date, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var taken) ? taken
        : throw new CommandFailedException("--dump attend une date : AAAA-MM-JJ, ou AAAA-MM-JJTHH:MM (UTC)", ExitCodes.BadUsage);

    static string Text(AdImport done, bool isReport) => isReport
        ? $"Rapport lu : le total annoncé pour ce jour est {(done.Same > 0 ? "déjà là" : "noté")}{(done.Refused == 0 ? "" : $", {French.Count(done.Refused, "ligne illisible", "lignes illisibles")}")}."
        : $"{French.Count(done.Added, "annonce ajoutée", "annonces ajoutées")}, {French.Count(done.Changed, "changée", "changées")}, {French.Count(done.Same, "déjà là", "déjà là")}, {French.Count(done.Refused, "refusée", "refusées")}.";

    static JsonObject Json(AdImport done) => new() { ["added"] = done.Added, ["changed"] = done.Changed, ["same"] = done.Same, ["refused"] = done.Refused, ["sha256"] = done.Sha256 };

    /// <summary>Lines read, from time to time.</summary>
    sealed class ReadLines(Terminal terminal) : IProgress<int>
    {
        const int Each = 2000;

        int _width;

        public void Report(int value)
        {
            if (terminal.ErrorIsScreen)
            {
                var text = $"{French.Number(value)} lignes lues";
                terminal.Error.Write("\r" + text);
                _width = text.Length;
            }
            else if (value % Each == 0)
            {
                terminal.Error.WriteLine($"{French.Number(value)} lignes lues");
            }
        }

        public void End()
        {
            if (_width > 0)
            {
                terminal.Error.Write("\r" + new string(' ', _width) + "\r");
            }
        }
    }
}
