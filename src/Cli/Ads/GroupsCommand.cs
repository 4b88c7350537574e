using System.CommandLine;
using System.Text.Json.Nodes;
using Beffroi.Ads.Grouping;
using Beffroi.Ads.Intake;
using Beffroi.Kit;

namespace Beffroi.Cli.Ads;

static class GroupsCommand
{
    const int Shown = 10;
    const int Beginning = 80;

    public static Command Make(Terminal terminal)
    {
        var path = new Argument<string>("FICHIER") { Description = "Un fichier d’annonces." };
        var options = new AdFileOptions();
        var json = JsonOption.Make();
        var command = new Command("groups", "Réunit les annonces dont les textes sont presque les mêmes, sans rien écrire dans la base.") { path, json };
        options.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var began = terminal.Clock.GetTimestamp();
            var refused = new List<AdLine>();
            var index = new NearIndex<int>();
            var groups = new List<(string Text, List<string> Ids)>();
            await foreach (var record in options.Records(parsed, parsed.GetValue(path)!, terminal, refused, ct))
            {
                var text = AdIntake.TextOf(record);
                if (!index.Find(text, out var group))
                {
                    group = groups.Count;
                    groups.Add((record.Text, []));
                    index.Add(group, text);
                }

                groups[group].Ids.Add(record.SourceId);
            }

            var seconds = terminal.Clock.GetElapsedTime(began).TotalSeconds;
            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? Json(groups, refused.Count, seconds).ToJsonString() : Text(groups, refused.Count));
        });
        return command;
    }

    static string Text(List<(string Text, List<string> Ids)> groups, int refused)
    {
        IEnumerable<string> lines =
        [
            $"{French.Count(groups.Sum(g => g.Ids.Count), "annonce", "annonces")}, {French.Count(groups.Count, "groupe", "groupes")}{(refused == 0 ? "" : $", {French.Count(refused, "ligne illisible", "lignes illisibles")}")}.",
            .. groups.OrderByDescending(g => g.Ids.Count).Take(Shown).Select(g => $"  {g.Ids.Count} : {CleanLine(g.Text)}"),
        ];
        return string.Join('\n', lines);
    }

    static string CleanLine(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Beginning ? line : line[..Beginning] + "…";
    }

    static JsonObject Json(List<(string Text, List<string> Ids)> groups, int refused, double seconds) => new()
    {
        ["ads"] = groups.Sum(g => g.Ids.Count),
        ["groups"] = groups.Count,
        ["largest"] = groups.Count == 0 ? 0 : groups.Max(g => g.Ids.Count),
        ["refused"] = refused,
        ["seconds"] = seconds,
        ["members"] = new JsonArray([.. groups.Select(g => (JsonNode)new JsonArray([.. g.Ids.Select(i => (JsonNode)i)]))]),
    };
}
