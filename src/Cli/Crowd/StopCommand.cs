using System.CommandLine;
using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics;
using Beffroi.Crowdsourcing;
using Beffroi.Kit;

namespace Beffroi.Cli.Crowd;

static class StopCommand
{
    public static Command Make(Terminal terminal)
    {
        var files = new AnswerFiles();
        var least = NumberOption.MakeWhole("--at-least", "Réponses qu’il faut au moins.", 3, 1, 10_000);
        var most = NumberOption.MakeWhole("--at-most", "Réponses après lesquelles on ne demande plus.", 10_000, 1, 10_000);
        var certainty = NumberOption.Make("--certainty", "Probabilité à partir de laquelle on s’arrête.", 0.99, 0.5, 1);
        var seed = NumberOption.MakeWhole("--seed", "Graine du hasard : l’ordre dans lequel les personnes répondent.", 1, 0, 1_000_000);
        var json = JsonOption.Make();
        var command = new Command("stop", "Rejoue un jeu de réponses : combien il en aurait fallu demander en s’arrêtant quand c’est assez sûr.");
        files.AddTo(command, truth: true);
        foreach (var option in (Option[])[least, most, certainty, seed, json])
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, ct) =>
        {
            var read = await files.Read(parsed, terminal, ct);
            var truths = await files.ReadTruth(parsed, read, terminal, ct);
            var rule = new StopRule { AtLeast = parsed.GetValue(least), AtMost = parsed.GetValue(most), Certainty = parsed.GetValue(certainty) };
            var replay = StopReplay.Of(read.Votes, rule, new Random(parsed.GetValue(seed)), ct: ct);
            var (all, majority) = (Aggregator.Aggregate(read.Votes, ct: ct), Aggregator.Aggregate(read.Votes, AggregationMethod.Majority, ct: ct));
            double? Accuracy(Aggregation found) => truths is null ? null : found.Accuracy(truths.Known);
            var figures = (Stopped: Accuracy(replay.Aggregation), All: Accuracy(all), Majority: Accuracy(majority));
            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? Json(replay, figures).ToJsonString() : Text(replay, figures));
        });
        return command;
    }

    static JsonObject Json(StopReplay replay, (double? Stopped, double? All, double? Majority) figures) => new()
    {
        ["items"] = replay.Aggregation.Votes.Items,
        ["labels"] = replay.Held,
        ["asked"] = replay.Asked,
        ["share"] = JsonNumber.Of(replay.Share),
        ["settled"] = replay.Settled,
        ["accuracy"] = JsonNumber.Of(figures.Stopped),
        ["accuracyOfAll"] = JsonNumber.Of(figures.All),
        ["accuracyOfMajority"] = JsonNumber.Of(figures.Majority),
    };

    static string Text(StopReplay replay, (double? Stopped, double? All, double? Majority) figures) =>
        $"{French.Number(replay.Asked)} réponses demandées sur {French.Number(replay.Held)} ({French.Percent(replay.Share)}), {French.Count(replay.Settled, "objet établi", "objets établis")} sur {French.Number(replay.Aggregation.Votes.Items)}\n"
        + $"Exactitude {TextTable.Figure(figures.Stopped)} ; toutes les réponses {TextTable.Figure(figures.All)} ; majorité de toutes {TextTable.Figure(figures.Majority)}";
}
