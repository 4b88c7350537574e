using System.Collections.Immutable;
using System.CommandLine;
using Beffroi.Cli.Psychometrics.Banks;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics;

static class LinkCommand
{
    public static Command Make(Terminal terminal)
    {
        var old = new Argument<string>("ANCIENNE") { Description = "La banque dont l’échelle est gardée." };
        var recent = new Argument<string>("NOUVELLE") { Description = "La banque à ramener sur cette échelle ; les items de même nom sont les ancres." };
        var method = new Option<string>("--method") { Description = "La méthode : mean-mean, mean-sigma, haebara ou stocking-lord.", HelpName = "MÉTHODE", DefaultValueFactory = _ => "stocking-lord" };
        method.AcceptOnlyFromAmong("mean-mean", "mean-sigma", "haebara", "stocking-lord");
        var anchors = new Option<string[]>("--anchors") { Description = "Noms des ancres, plutôt que tous les items communs.", HelpName = "ITEM…", AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };
        var symmetric = new Option<bool>("--symmetric") { Description = "Compare les courbes sur les deux échelles (haebara, stocking-lord), plutôt que sur celle de l’ancienne banque." };
        var output = OutOption.Make("Fichier où écrire la nouvelle banque ramenée, en CSV.");
        var json = JsonOption.Make();
        var command = new Command("link", "Ramène une banque d’items sur l’échelle d’une autre : A et B, par leurs items communs.") { old, recent, method, anchors, symmetric, output, json };
        command.SetAction(async (parsed, ct) =>
        {
            var to = BankOption.Noted(await Bank.Read(parsed.GetValue(old)!, terminal, ct), terminal);
            var from = BankOption.Noted(await Bank.Read(parsed.GetValue(recent)!, terminal, ct), terminal);
            var pairs = Pairs(to, from, parsed.GetValue(anchors) ?? []);
            var report = new LinkReport(parsed.GetValue(method)!, Link(parsed.GetValue(method)!, parsed.GetValue(symmetric), pairs), pairs);
            if (parsed.GetValue(output) is { } path)
            {
                var moved = report.Moved(from);
                await OutputFile.Write(path, writer => writer.WriteAsync(BankCsv.Write(moved)), ct);
            }

            await terminal.Output.WriteLineAsync(parsed.GetValue(json) ? report.Json().ToJsonString() : report.Text());
        });
        return command;
    }

    static ImmutableArray<(BankedItem Old, BankedItem New)> Pairs(Bank to, Bank from, string[] chosen)
    {
        var (olds, news) = (to.Items.ToDictionary(i => i.Name, StringComparer.Ordinal), from.Items.ToDictionary(i => i.Name, StringComparer.Ordinal));
        foreach (var (bank, items) in (ReadOnlySpan<(Bank, Dictionary<string, BankedItem>)>)[(to, olds), (from, news)])
        {
            if (Array.Find(chosen, name => !items.ContainsKey(name)) is { } unknown)
            {
                throw new CommandFailedException($"{bank.Source} : l’ancre {Quoted.Text(unknown)} n’est pas dans la banque{ClosestName.Hint(unknown, items.Keys)}", ExitCodes.BadUsage);
            }
        }

        var names = chosen.Length > 0 ? chosen.Distinct(StringComparer.Ordinal) : to.Items.Select(i => i.Name).Where(news.ContainsKey);
        var pairs = names.Select(name => (olds[name], news[name])).ToImmutableArray();
        return pairs.IsEmpty ? throw new CommandFailedException($"{to.Source} et {from.Source} n’ont aucun item de même nom", ExitCodes.BadUsage)
            : pairs.FirstOrDefault(p => p.Item1.Model.GetType() != p.Item2.Model.GetType() || p.Item1.Model.MaxScore != p.Item2.Model.MaxScore) is ({ } other, _)
                ? throw new CommandFailedException($"l’ancre {Quoted.Text(other.Name)} n’a pas le même modèle, ou pas autant de scores, dans les deux banques", ExitCodes.BadUsage)
            : pairs;
    }

    static ScaleLink Link(string method, bool symmetric, ImmutableArray<(BankedItem Old, BankedItem New)> pairs)
    {
        ItemModel[] from = [.. pairs.Select(p => p.New.Model)];
        ItemModel[] to = [.. pairs.Select(p => p.Old.Model)];
        var options = new CurveLinkingOptions { Symmetric = symmetric };
        try
        {
            return method switch
            {
                "mean-mean" => Linking.MeanMean(from, to),
                "mean-sigma" => Linking.MeanSigma(from, to),
                "haebara" => Linking.Haebara(from, to, options),
                _ => Linking.StockingLord(from, to, options),
            };
        }
        catch (ArgumentException wrong)
        {
            throw new CommandFailedException($"la méthode {method} ne relie pas ces {pairs.Length} ancres : {(method is "mean-sigma" ? "il en faut de difficultés différentes" : "leurs discriminations ou leurs courbes ne le permettent pas")}", ExitCodes.BadUsage, wrong);
        }
    }
}
