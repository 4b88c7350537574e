using System.CommandLine;
using System.Text.Json.Nodes;
using Beffroi.Eva.Bank;
using Beffroi.Eva.BankChecks;
using Beffroi.Eva.BankFiles;
using Beffroi.Kit;

namespace Beffroi.Cli.Eva.Banks;

static class CheckBankCommand
{
    public static Command Make(Terminal terminal)
    {
        var situation = BankCommand.Situation();
        var file = new Argument<string>("FICHIER") { Description = "Le fichier de questions, CSV ou XLSX." };
        var json = JsonOption.Make();
        var command = new Command("check", "Dit tout ce qui empêcherait d’importer un fichier de questions, sans rien garder.") { situation, file, json };
        command.SetAction(async (parsed, ct) =>
        {
            var outline = BankOutline.Find(parsed.GetValue(situation)!)!;
            var reading = BankFile.Read(await Bytes(parsed.GetValue(file)!, ct));
            var faults = reading.Faults.Count > 0 ? reading.Faults : BankCheck.Of(outline, reading.Items);
            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? Json(reading, faults).ToJsonString() : Sentences(reading, faults));
            return faults.Count == 0 ? ExitCodes.Done : throw new CommandFailedException($"{French.Count(faults.Count, "erreur", "erreurs")} dans ce fichier : il ne peut pas être importé.", ExitCodes.BadUsage);
        });
        return command;
    }

    static async Task<byte[]> Bytes(string path, CancellationToken ct)
    {
        try
        {
            return new FileInfo(path).Length <= BankFile.MaxBytes ? await File.ReadAllBytesAsync(path, ct) : throw new CommandFailedException($"{path} dépasse {BankFile.MaxBytes / 1024 / 1024} Mo", ExitCodes.BadUsage);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandFailedException(File.Exists(path) || Directory.Exists(path) ? $"impossible de lire {path}" : $"fichier introuvable : {path}", ExitCodes.BadUsage, wrong);
        }
    }

    static string Sentences(BankReading reading, IReadOnlyList<BankFault> faults) =>
        faults.Count == 0 ? $"{French.Count(reading.Items.Count, "question", "questions")}, aucune erreur" : string.Join('\n', faults.Select(Sentence));

    static string Sentence(BankFault fault) =>
        string.Join(", ", new[] { fault.Row is { } row ? $"ligne {row}" : "fichier", fault.Column is { } column ? $"colonne « {column.Header()} »" : null, fault.Item }.OfType<string>()) + $" : {fault.Sentence}";

    static JsonObject Json(BankReading reading, IReadOnlyList<BankFault> faults) => new()
    {
        ["questions"] = reading.Items.Count,
        ["erreurs"] = new JsonArray([.. faults.Select(f => new JsonObject { ["ligne"] = f.Row, ["colonne"] = f.Column?.Header(), ["question"] = f.Item, ["erreur"] = f.Sentence })]),
    };
}
