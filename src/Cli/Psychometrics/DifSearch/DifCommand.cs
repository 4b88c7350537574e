using System.CommandLine;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.DifSearch;

static class DifCommand
{
    public static Command Make(Terminal terminal)
    {
        var table = new TableOptions();
        var groups = new DifGroups();
        var method = new Option<string>("--method")
        {
            Description = "La méthode : mh (Mantel-Haenszel), mantel (scores ordonnés), logistic (régression logistique), lr (rapport de vraisemblance sous un modèle).",
            HelpName = "MÉTHODE",
            DefaultValueFactory = _ => "mh",
        };
        method.AcceptOnlyFromAmong("mh", "mantel", "logistic", "lr");
        var level = NumberOption.Make("--level", "Risque sous lequel un item est signalé.", 0.05, 1e-6, 0.5);
        var rounds = NumberOption.MakeWhole("--max-rounds", "Tours de purification au plus.", 10, 1, 1000);
        var ratio = new LikelihoodRatioOptions();
        var json = JsonOption.Make();
        var command = new Command("dif", "Cherche les items qui favorisent un groupe, à niveau égal.");
        table.AddTo(command);
        groups.AddTo(command);
        command.Add(method);
        command.Add(level);
        command.Add(rounds);
        ratio.AddTo(command);
        command.Add(json);
        command.SetAction(async (parsed, ct) =>
        {
            var answers = await table.Read(parsed, terminal, ct, groups.Column(parsed));
            var focal = groups.Focal(parsed, answers);
            var plain = new DifOptions { Level = parsed.GetValue(level), MaxRounds = parsed.GetValue(rounds) };
            var report = parsed.GetValue(method) switch
            {
                "mantel" => Searches.Mantel(answers, focal, plain),
                "logistic" => Searches.Logistic(answers, focal, plain),
                "lr" => ratio.Search(parsed, answers, focal, plain.Level, terminal, ct),
                _ => Searches.MantelHaenszel(answers, focal, plain),
            };
            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? report.Json().ToJsonString() : report.Text());
        });
        return command;
    }
}
