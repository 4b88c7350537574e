using System.CommandLine;
using Beffroi.Cli.Detection.Accounts;
using Beffroi.Cli.Detection.Quality;
using Beffroi.Cli.Psychometrics;

namespace Beffroi.Cli.Detection;

static class EvaluateCommand
{
    public static Command Make(Terminal terminal)
    {
        var model = ModelFile.Option();
        var data = DataOptions.Data();
        var posts = DataOptions.Posts();
        var prior = NumberOption.MakeOptional("--prior", "Part de programmes supposée ; par défaut celle du fichier, ou 10 % quand il n’a qu’une étiquette.", 0.0001, 0.9999);
        var maxErrors = AccountFileOptions.MaxErrors();
        var json = JsonOption.Make();
        var command = new Command("evaluate", "Juge un modèle sur des comptes étiquetés : ce qu’il trouve, ce qu’il manque, ses fausses alertes.") { model, data, posts, prior, maxErrors, json };
        command.SetAction(async (parsed, ct) =>
        {
            var loaded = ModelFile.Read(parsed.GetValue(model), terminal);
            var files = new LabelledFiles(parsed.GetValue(maxErrors), terminal, ct);
            var accounts = Identities.Distinct(await files.WithPosts(await files.Read(parsed.GetValue(data)!), parsed.GetValue(posts)), "ces fichiers", terminal);
            if (accounts.Count == 0)
            {
                throw new CommandFailedException("aucun compte ne reste à juger", ExitCodes.BadUsage);
            }

            var report = EvaluationReport.Of(loaded, accounts, parsed.GetValue(prior));
            report.Warn(terminal);
            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? report.Json().ToJsonString() : report.Text());
        });
        return command;
    }
}
