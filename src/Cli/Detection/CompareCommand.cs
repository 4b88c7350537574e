using System.CommandLine;
using Beffroi.Cli.Detection.Accounts;
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
        var maxErrors = AccountFileOptions.MaxErrors();
        var json = JsonOption.Make();
        var command = new Command("compare", "Laisse de côté un jeu à la fois, entraîne sur les autres, et compare aux méthodes simples : majorité, règle du compte dormant, forêt sur 21 mesures.") { data, test, posts, seed, maxErrors, json };
        command.SetAction(async (parsed, ct) =>
        {
            var files = new LabelledFiles(parsed.GetValue(maxErrors), terminal, ct);
            var taught = await files.Read(parsed.GetValue(data)!);
            var tested = parsed.GetValue(test) is { Length: > 0 } given ? await files.Read(given) : [];
            // One file of posts for both: it has to be about some of these accounts, not about some of each.
            var all = await files.WithPosts([.. taught, .. tested], parsed.GetValue(posts));
            var comparison = await Task.Run(() => Comparison.Run(all[..taught.Count], all[taught.Count..], parsed.GetValue(seed), terminal, ct), ct);
            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? comparison.Json().ToJsonString() : comparison.Text());
        });
        return command;
    }
}
