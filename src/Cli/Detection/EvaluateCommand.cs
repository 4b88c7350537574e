using System.CommandLine;
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
        var prior = NumberOption.MakeOptional("--prior", "Part de programmes supposée ; par défaut celle du fichier.", 0.0001, 0.9999);
        var json = JsonOption.Make();
        var command = new Command("evaluate", "Juge un modèle sur des comptes étiquetés : ce qu’il trouve, ce qu’il manque, ses fausses alertes.") { model, data, posts, prior, json };
        command.SetAction(async (parsed, ct) =>
        {
            var loaded = ModelFile.Read(parsed.GetValue(model));
            var accounts = await LabelledFiles.Read(parsed.GetValue(data)!, parsed.GetValue(posts), terminal, ct);
            var report = EvaluationReport.Of(loaded, accounts, parsed.GetValue(prior));
            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? report.Json().ToJsonString() : report.Text());
        });
        return command;
    }
}
