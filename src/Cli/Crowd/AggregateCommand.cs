using System.CommandLine;
using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Crowdsourcing;
using Beffroi.Kit;

namespace Beffroi.Cli.Crowd;

static class AggregateCommand
{
    static readonly Dictionary<string, AggregationMethod> Methods = new(StringComparer.Ordinal)
    {
        ["ds"] = AggregationMethod.DawidSkene,
        ["majority"] = AggregationMethod.Majority,
        ["one-coin"] = AggregationMethod.OneCoin,
        ["pooled"] = AggregationMethod.Pooled,
        ["glad"] = AggregationMethod.Glad,
        ["mace"] = AggregationMethod.Mace,
        ["wawa"] = AggregationMethod.Wawa,
    };

    public static Command Make(Terminal terminal)
    {
        var files = new AnswerFiles();
        var method = new Option<string>("--method")
        {
            Description = "La méthode : ds (Dawid et Skene), majority, one-coin, pooled, glad, mace ou wawa.",
            HelpName = "MÉTHODE",
            DefaultValueFactory = _ => "ds",
        };
        method.AcceptOnlyFromAmong([.. Methods.Keys]);
        var output = OutOption.Make("Écrit la probabilité de chaque réponse, pour chaque objet, en CSV.");
        var json = JsonOption.Make();
        var command = new Command("aggregate", "Fait une réponse de celles de plusieurs personnes, avec sa probabilité ; la majorité est montrée à côté.");
        files.AddTo(command, truth: true);
        command.Add(method);
        command.Add(output);
        command.Add(json);
        command.SetAction(async (parsed, ct) =>
        {
            var began = terminal.Clock.GetTimestamp();
            var read = await files.Read(parsed, terminal, ct);
            var truths = await files.ReadTruth(parsed, read, terminal, ct);
            var line = new ScreenLine(terminal);
            var found = Aggregator.Aggregate(read.Votes, Methods[parsed.GetValue(method)!], rounds: new Told<int>(round => line.Show(() => $"tour {round}")), ct: ct);
            line.End();
            var seconds = terminal.Clock.GetElapsedTime(began).TotalSeconds;
            if (parsed.GetValue(output) is { } path)
            {
                await OutputFile.Write(path, text => Write(text, read, found, ct), ct);
            }

            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? Json(found, truths, seconds).ToJsonString() : Text(read, found, truths, seconds));
        });
        return command;
    }

    static double? Accuracy(Aggregation found, TruthFile? truths) => truths is null ? null : found.Accuracy(truths.Known);

    static JsonObject Json(Aggregation found, TruthFile? truths, double seconds) => new()
    {
        ["items"] = found.Votes.Items,
        ["workers"] = found.Votes.Workers,
        ["labels"] = found.Votes.Count,
        ["classes"] = found.Votes.Classes,
        ["iterations"] = found.Iterations,
        ["accuracy"] = JsonNumber.Of(Accuracy(found, truths)),
        ["seconds"] = seconds,
    };

    static string Text(VoteFile read, Aggregation found, TruthFile? truths, double seconds)
    {
        var majority = Aggregator.Aggregate(read.Votes, AggregationMethod.Majority);
        var others = Enumerable.Range(0, read.Votes.Items).Count(item => found.Label(item) != majority.Label(item));
        var tied = Enumerable.Range(0, read.Votes.Items).Count(item => found.Tied(item) > 1);
        var rounds = found.Iterations == 0 ? "" : $", {French.Count(found.Iterations, "tour", "tours")}{(found.Settled ? "" : " (le plus permis)")}";
        var accuracy = truths is null ? "" : $"\nExactitude {TextTable.Figure(Accuracy(found, truths), 4)} sur {French.Count(truths.Known.Count, "objet", "objets")} ; majorité {TextTable.Figure(Accuracy(majority, truths), 4)} (une égalité de k réponses compte 1/k)";
        var table = new TextTable("réponse", "part estimée", "part à la majorité");
        for (var label = 0; label < read.Labels.Count; label++)
        {
            table.Add(read.Labels[label], TextTable.Figure(found.ClassShares[label]), TextTable.Figure(majority.ClassShares[label]));
        }

        return $"""
            {French.Count(read.Votes.Items, "objet", "objets")}, {French.Count(read.Votes.Workers, "personne", "personnes")}, {French.Count(read.Votes.Count, "réponse", "réponses")}{rounds}, {French.Number(seconds, 2)} s{accuracy}
            {French.Count(others, "objet", "objets")} où la majorité dit autre chose, {French.Count(tied, "égalité", "égalités")}

            {table}
            """;
    }

    static async Task Write(TextWriter text, VoteFile read, Aggregation found, CancellationToken ct)
    {
        await text.WriteLineAsync("item,label,answers,certainty," + string.Join(',', read.Labels.Select(l => CsvText.Field("p_" + l))));
        for (var item = 0; item < read.Items.Count; item++)
        {
            ct.ThrowIfCancellationRequested();
            var probabilities = string.Join(',', found.Posterior(item).ToArray().Select(p => CsvText.Number(p)));
            await text.WriteLineAsync($"{CsvText.Field(read.Items[item])},{CsvText.Field(read.Labels[found.Label(item)])},{read.Votes.LabelsOf(item).Length},{CsvText.Number(found.Certainty(item))},{probabilities}");
        }
    }
}
