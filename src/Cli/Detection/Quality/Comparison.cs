using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Cli.Detection.Quality;

/// <summary>Each set left out in turn: what a model trained on the others is worth on it, and the simple methods beside.</summary>
sealed record Comparison(IReadOnlyList<Comparison.Line> Lines)
{
    /// <summary>One set left out.</summary>
    public sealed record Line(string Set, Figures Model, IReadOnlyList<(string Name, double? Auc, double? F1)> Baselines);

    public static Comparison Run(List<LabelledAccount> taught, List<LabelledAccount> tested, int seed, Terminal terminal, CancellationToken ct)
    {
        var sets = taught.GroupBy(a => a.Set, StringComparer.Ordinal).Where(g => g.Any(a => a.Bot) && g.Any(a => !a.Bot)).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.ToList()).ToList();
        if (sets.Count + tested.Count == 0 || (sets.Count < 2 && tested.Count == 0))
        {
            throw new CommandFailedException("il faut au moins deux jeux qui ont des programmes et des personnes, ou des jeux à juger (--test)", ExitCodes.BadUsage);
        }

        var lines = new List<Line>();
        if (sets.Count >= 2)
        {
            foreach (var set in sets)
            {
                lines.AddRange(Judge(Identities.Apart([.. taught.Where(a => !string.Equals(a.Set, set[0].Set, StringComparison.Ordinal))], set, terminal), [(set[0].Set, set)], seed, terminal, ct));
            }
        }

        return new(tested.Count == 0 ? lines : [.. lines, .. Judge(Identities.Apart(taught, tested, terminal), Tests(tested), seed, terminal, ct)]);
    }

    /// <summary>Each set; and where a set is made of groups of one label each, each group of programs against the people of the set.</summary>
    static List<(string Name, List<LabelledAccount> Accounts)> Tests(List<LabelledAccount> tested)
    {
        var tests = new List<(string, List<LabelledAccount>)>();
        foreach (var set in tested.GroupBy(a => a.Set, StringComparer.Ordinal))
        {
            var people = set.Where(a => !a.Bot).ToList();
            var groups = set.Where(a => a.Bot).GroupBy(a => a.Subset, StringComparer.Ordinal).ToList();
            if (people.Count > 0 && groups.Count > 1 && groups.All(g => people.TrueForAll(p => !string.Equals(p.Subset, g.Key, StringComparison.Ordinal))))
            {
                tests.AddRange(groups.Select(g => ($"{set.Key}: {g.Key}", people.Concat(g).ToList())));
            }
            else
            {
                tests.Add((set.Key, [.. set]));
            }
        }

        return tests;
    }

    static IEnumerable<Line> Judge(List<LabelledAccount> taught, List<(string Name, List<LabelledAccount> Accounts)> tests, int seed, Terminal terminal, CancellationToken ct)
    {
        terminal.Error.WriteLine($"Entraînement sur {French.Count(taught.Count, "compte", "comptes")} pour juger {Note.List([.. tests.Select(t => t.Name)])}…");
        var model = TrainCommand.Learn(taught, seed, terminal, ct);
        var forest = Baselines.Forest(taught, seed);
        var majority = taught.Count(a => a.Bot) * 2 > taught.Count;
        foreach (var (name, accounts) in tests)
        {
            yield return new(name, EvaluationReport.Of(model, accounts, prior: null).Figures,
            [
                ("majority", 0.5, Baselines.F1(accounts, _ => majority)),
                ("dormant", Baselines.Auc(accounts, Baselines.Dormant), Baselines.F1(accounts, a => Baselines.Dormant(a) > 0)),
                ("forest21", Baselines.Auc(accounts, forest), Baselines.F1(accounts, a => forest(a) > 0)),
            ]);
        }
    }

    public JsonObject Json() => new()
    {
        ["sets"] = new JsonArray([.. Lines.Select(line =>
        {
            var node = new JsonObject
            {
                ["set"] = line.Set, ["n"] = line.Model.Accounts, ["bots"] = line.Model.Bots, ["auc"] = JsonNumber.Of(line.Model.Auc), ["f1"] = JsonNumber.Of(line.Model.F1), ["precision"] = JsonNumber.Of(line.Model.Precision),
                ["recall"] = JsonNumber.Of(line.Model.Recall), ["brier"] = JsonNumber.Of(line.Model.Brier), ["ece"] = JsonNumber.Of(line.Model.Ece), ["undetermined"] = line.Model.Undetermined,
            };
            foreach (var (name, auc, f1) in line.Baselines)
            {
                node[name] = new JsonObject { ["auc"] = JsonNumber.Of(auc), ["f1"] = JsonNumber.Of(f1) };
            }

            return (JsonNode)node;
        })]),
    };

    public string Text()
    {
        var table = new TextTable("Jeu laissé de côté", "comptes", "bots", "AUC", "F1", "calibr.", "indét.", "majorité F1", "dormant AUC", "dormant F1", "forêt 21 AUC", "forêt 21 F1");
        foreach (var line in Lines)
        {
            table.Add([
                line.Set, French.Number(line.Model.Accounts), French.Number(line.Model.Bots), TextTable.Figure(line.Model.Auc), TextTable.Figure(line.Model.F1), TextTable.Figure(line.Model.Ece), French.Number(line.Model.Undetermined),
                TextTable.Figure(line.Baselines[0].F1), TextTable.Figure(line.Baselines[1].Auc), TextTable.Figure(line.Baselines[1].F1), TextTable.Figure(line.Baselines[2].Auc), TextTable.Figure(line.Baselines[2].F1),
            ]);
        }

        return table.ToString();
    }
}
