using System.CommandLine;
using Beffroi.Cli.Detection.Quality;

namespace Beffroi.Cli.Detection;

static class CompareCommand
{
    public static Command Make(Terminal terminal)
    {
        var data = DataOptions.Data();
        var test = DataOptions.Files("--test", "Jeux qui ne servent qu’à juger, jamais à entraîner.", required: false);
        var posts = DataOptions.Posts();
        var seed = DataOptions.Seed();
        var json = JsonOption.Make();
        var command = new Command("compare", "Laisse de côté un jeu à la fois, entraîne sur les autres, et compare aux méthodes simples : majorité, règle du compte dormant, forêt sur 21 mesures.") { data, test, posts, seed, json };
        command.SetAction(async (parsed, ct) =>
        {
            var taught = await LabelledFiles.Read(parsed.GetValue(data)!, parsed.GetValue(posts), terminal, ct);
            var tested = parsed.GetValue(test) is { Length: > 0 } files ? await LabelledFiles.Read(files, parsed.GetValue(posts), terminal, ct) : [];
            var comparison = await Task.Run(() => Comparison.Run(taught, tested, parsed.GetValue(seed), terminal, ct), ct);
            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? comparison.Json().ToJsonString() : comparison.Text());
        });
        return command;
    }
}
