using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Beffroi.Cli.Psychometrics.Banks;
using Beffroi.Kit;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics;

static class ClassifyCommand
{
    public static Command Make(Terminal terminal)
    {
        var bankFile = new BankOption();
        var cuts = NumberOption.MakeSeveral("--cuts", "Seuils entre les niveaux, croissants, nécessaires : en logits (rudner), ou plus petite somme de chaque niveau au-dessus du premier (lee).", -1e6, 1e6);
        var method = new Option<string>("--method") { Description = "Sur quoi l’on classe : rudner, le niveau estimé ; lee, la somme des scores.", HelpName = "MÉTHODE", DefaultValueFactory = _ => "rudner" };
        method.AcceptOnlyFromAmong("rudner", "lee");
        var mean = NumberOption.Make("--mean", "Moyenne de la population, en logits.", 0, -20, 20);
        var sd = NumberOption.Make("--sd", "Écart type de la population, en logits.", 1, 0.01, 20);
        // Averages jump at the cuts: this many points put them within 0.0005.
        var quadrature = NumberOption.MakeWhole("--quadrature", "Points de la population, sur ±6 écarts types ; un nombre pair devient l’impair suivant.", 1201, 11, 10_001);
        var json = JsonOption.Make();
        var command = new Command("classify", "Dit si une banque d’items, posée en entier, range bien les personnes par rapport à des seuils.") { cuts, method, mean, sd, quadrature, json };
        bankFile.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var asked = Increasing(parsed.GetValue(cuts) ?? []);
            var bank = await bankFile.Read(parsed, terminal, ct);
            var population = Quadrature.Normal(parsed.GetValue(mean), parsed.GetValue(sd), parsed.GetValue(quadrature) | 1);
            var quality = Quality(parsed.GetValue(method)!, bank, asked, population);
            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? Json(parsed.GetValue(method)!, bank, asked, quality).ToJsonString() : Text(quality));
        });
        return command;
    }

    static ClassificationQuality Quality(string method, Bank bank, ImmutableArray<double> cuts, Quadrature population)
    {
        ItemModel[] items = [.. bank.Items.Select(i => i.Model)];
        try
        {
            return method is "lee" ? Classification.Lee(items, Sums(cuts, items.Sum(i => i.MaxScore)), population) : Classification.Rudner(items, cuts, population);
        }
        catch (ArgumentException wrong)
        {
            throw new CommandFailedException($"{bank.Source} : la banque n’apprend rien quelque part dans cette population", ExitCodes.BadUsage, wrong);
        }
    }

    static ImmutableArray<double> Increasing(double[] cuts) =>
        cuts.Length == 0 ? throw new CommandFailedException("l’option --cuts manque : elle donne les seuils.", ExitCodes.BadUsage)
        : cuts.Zip(cuts.Skip(1)).Any(pair => pair.First >= pair.Second) ? throw new CommandFailedException("les seuils de --cuts ne sont pas croissants.", ExitCodes.BadUsage)
        : [.. cuts];

    static ImmutableArray<int> Sums(ImmutableArray<double> cuts, int highest) => cuts.All(cut => cut == Math.Floor(cut) && cut >= 1 && cut <= highest)
        ? [.. cuts.Select(cut => (int)cut)]
        : throw new CommandFailedException($"avec lee, les seuils sont des sommes entières de 1 à {highest}.", ExitCodes.BadUsage);

    static JsonObject Json(string method, Bank bank, ImmutableArray<double> cuts, ClassificationQuality quality) => new()
    {
        ["method"] = method,
        ["items"] = bank.Items.Length,
        ["cuts"] = new JsonArray([.. cuts.Select(cut => JsonValue.Create(cut))]),
        ["accuracy"] = JsonNumber.Of(quality.Accuracy),
        ["consistency"] = JsonNumber.Of(quality.Consistency),
        ["kappa"] = JsonNumber.Of(quality.Kappa),
        ["levels"] = new JsonArray([.. quality.Levels.Select(row => new JsonArray([.. row.Select(cell => JsonValue.Create(cell))]))]),
    };

    static string Text(ClassificationQuality quality)
    {
        var table = new TextTable(["niveau vrai \\ attribué", .. Enumerable.Range(0, quality.Levels.Length).Select(level => French.Number(level))]);
        foreach (var (level, row) in quality.Levels.Index())
        {
            table.Add([French.Number(level), .. row.Select(cell => TextTable.Figure(cell, 4))]);
        }

        return $"Exactitude {TextTable.Figure(quality.Accuracy, 4)}, constance {TextTable.Figure(quality.Consistency, 4)}, kappa {TextTable.Figure(quality.Kappa, 4)}\n\n{table}";
    }
}
