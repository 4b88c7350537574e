using System.CommandLine;
using Beffroi.Cli.Psychometrics;
using Beffroi.Detection;

namespace Beffroi.Cli.Detection.Accounts;

static class ScoreAccountsCommand
{
    public static Command Make(Terminal terminal)
    {
        var files = new AccountFileOptions();
        var model = ModelFile.Option();
        var prior = NumberOption.Make("--prior", "Part de comptes automatisés que vous supposez parmi ceux du fichier, entre 0 et 1.", Priors.Default, Priors.Least, 1 - Priors.Least);
        var posts = new Option<string?>("--posts") { Description = "Messages de ces comptes (CSV, JSON ou JSONL ; gzip admis) : le score regarde alors aussi ce qu’ils font. Gardés en mémoire.", HelpName = "FICHIER" };
        var reasons = NumberOption.MakeWhole("--reasons", "Combien de raisons dire par compte, les plus lourdes d’abord ; 0 va bien plus vite.", 5, 0, 1000);
        var json = JsonOption.Make();
        var command = new Command("score", "Donne à chaque compte une probabilité d’automatisation et ses raisons : une ligne par compte. « Indéterminé » est une réponse.");
        files.AddTo(command);
        command.Add(model);
        command.Add(prior);
        command.Add(posts);
        command.Add(reasons);
        command.Add(json);
        command.SetAction(async (parsed, ct) =>
        {
            var loaded = ModelFile.Read(parsed.GetValue(model), terminal);
            using var file = files.Open(parsed, terminal, ct);
            var given = await Task.Run(() => GivenPosts.Read(parsed.GetValue(posts), file, terminal, ct), ct);
            var scoring = new AccountScoring(loaded, given)
            {
                Prior = parsed.GetValue(prior),
                Reasons = parsed.GetValue(reasons),
                Tongue = file.Tongue,
                IsJson = parsed.GetValue(json),
            };
            var output = new ScoreOutput(scoring, terminal, ct);
            await Task.Run(() => output.Write(file), ct);
            given?.Say(terminal);
            file.Close(output.Written);
            if (!scoring.IsJson)
            {
                await terminal.Output.WriteLineAsync(ScoreExplanation.Caution(file.Tongue));
            }
        });
        return command;
    }
}
