using System.CommandLine;
using System.Globalization;
using Beffroi.Cli.Psychometrics;
using Beffroi.Detection;

namespace Beffroi.Cli.Detection.Accounts;

static class FeaturesCommand
{
    public static Command Make(Terminal terminal)
    {
        var files = new AccountFileOptions();
        var output = OutOption.Make("Fichier où écrire le tableau, plutôt que sur la sortie.");
        var command = new Command("features", "Écrit en CSV les 21 mesures du détecteur de l’ambassadeur pour le numérique, pour comparer ; ce qui n’est pas donné reste vide.");
        files.AddTo(command);
        command.Add(output);
        command.SetAction(async (parsed, ct) =>
        {
            using var file = files.Open(parsed, terminal, ct);
            await (parsed.GetValue(output) is { } path ? OutputFile.Write(path, Write, ct) : Write(terminal.Output));
            file.Close();

            async Task Write(TextWriter writer)
            {
                await writer.WriteLineAsync($"id,label,{string.Join(',', BotFinderFeatures.Names)}");
                foreach (var step in file.Records())
                {
                    var (account, label) = (step.Value!.Account, step.Value.Label);
                    var cells = BotFinderFeatures.Of(account).Select(v => double.IsNaN(v) ? "" : v.ToString("R", CultureInfo.InvariantCulture));
                    await writer.WriteLineAsync($"{CsvText.Field(account.Id)},{label switch { AccountLabel.Bot => "bot", AccountLabel.Human => "human", null => "" }},{string.Join(',', cells)}");
                }
            }
        });
        return command;
    }
}
