using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Beffroi.Chat.Evidence.CaseFiles;
using Beffroi.Kit;

namespace Beffroi.Cli.Case;

static class VerifyCommand
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("FICHIER") { Description = "Le dossier de cas, tel qu’il a été reçu." };
        var head = new Option<string?>("--head") { Description = "La tête des chaînes notée quand le dossier a été fait : 64 chiffres hexadécimaux.", HelpName = "TETE" };
        head.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string?>() is not { Length: 64 } digits || !digits.All(char.IsAsciiHexDigit))
            {
                given.AddError("--head attend 64 chiffres hexadécimaux.");
            }
        });
        var json = JsonOption.Make();
        var command = new Command("verify", "Vérifie un dossier de cas, sans réseau : chaque octet, chaque preuve, chaque maillon.") { file, head, json };
        command.SetAction(async (parsed, ct) =>
        {
            var report = CaseFileCheck.Check(await Bytes(parsed.GetValue(file)!, ct), parsed.GetValue(head));
            await terminal.Output.WriteAsync(parsed.GetValue(json) ? Json(report) + "\n" : Text(report));
            if (!report.IsIntact)
            {
                throw new CommandFailedException($"ce dossier n’est pas intact : {French.Count(report.Faults.Count, "défaut trouvé", "défauts trouvés")}");
            }
        });
        return command;
    }

    static async Task<byte[]> Bytes(string path, CancellationToken ct)
    {
        var about = new FileInfo(path);
        return !about.Exists ? throw new CommandFailedException($"il n’y a pas de fichier {path}", ExitCodes.BadUsage)
            : about.Length > CaseFile.MaximumLength ? throw new CommandFailedException("ce fichier est plus grand qu’aucun dossier de cas", ExitCodes.BadUsage)
            : await File.ReadAllBytesAsync(path, ct);
    }

    static string Text(CaseFileReport report)
    {
        var lines = new List<string>();
        if (report.Manifest is { } manifest)
        {
            var links = manifest.Evidence.Sum(e => e.Links);
            lines.Add($"{manifest.Title} ({CaseFile.Marking(manifest.Tlp)}), fait le {French.Moment(manifest.At)} par {manifest.By}");
            lines.Add($"{French.Count(manifest.Evidence.Count, "preuve", "preuves")}, {French.Count(links, "maillon", "maillons")}, {French.Count(manifest.Documents.Count, "document", "documents")}");
            lines.Add($"Tête des chaînes : {manifest.Head}");
        }

        lines.AddRange(report.IsIntact ? ["Intact."] : report.Faults.Select(f => "- " + f.Why.French));
        return string.Concat(lines.Select(l => Plain(l) + "\n"));
    }

    // A title comes from a file that may be anybody's: no sign of it moves the cursor.
    static string Plain(string line) => string.Concat(line.Select(c => char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format ? '\uFFFD' : c));

    static string Json(CaseFileReport report) => JsonSerializer.Serialize(
        new
        {
            Intact = report.IsIntact,
            report.Manifest?.CaseId,
            report.Manifest?.Head,
            Evidence = report.Manifest?.Evidence.Count,
            Faults = report.Faults.Select(f => new { f.Kind, Why = f.Why.French, f.Offset, f.Part, f.Link, f.Expected, f.Found }),
        },
        Options);
}
