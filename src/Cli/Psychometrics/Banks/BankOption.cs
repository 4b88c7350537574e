using System.CommandLine;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Banks;

/// <summary>The bank of items, which the command cannot do without.</summary>
sealed class BankOption
{
    readonly Option<string?> _file = new("--bank")
    {
        Description = "La banque d’items, nécessaire : un CSV (item, a, b, c, d, ou model et seuils b1, b2…), ou le JSON de « calibrate ».",
        HelpName = "BANQUE",
    };

    readonly Option<double> _scaling = NumberOption.Make("--scaling", "Constante D qui multiplie les a de la banque : 1,7 pour une banque en métrique normale.", 1, 0.1, 10);

    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_scaling);
    }

    // The library's own message about a missing option is in English.
    public async Task<Bank> Read(ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var bank = Noted(await Bank.Read(parsed.GetValue(_file) ?? throw new CommandFailedException("l’option --bank manque : elle nomme la banque d’items.", ExitCodes.BadUsage), terminal, ct), terminal);
        return parsed.GetValue(_scaling) is 1 ? bank : bank with { Items = [.. bank.Items.Select(item => Scaled(item, parsed.GetValue(_scaling), bank.Source))] };
    }

    /// <summary>The same bank, after a word on the columns that it does not use.</summary>
    public static Bank Noted(Bank bank, Terminal terminal)
    {
        if (bank.UnusedColumns.Count > 0)
        {
            Note.Write(terminal, $"colonnes de la banque sans effet : {Note.List(bank.UnusedColumns)}");
        }

        return bank;
    }

    static BankedItem Scaled(BankedItem item, double by, string source)
    {
        try
        {
            return item with
            {
                Model = item.Model switch
                {
                    LogisticItem logistic => logistic with { Discrimination = by * logistic.Discrimination },
                    GradedItem graded => new GradedItem(by * graded.Discrimination, graded.Thresholds),
                    PartialCreditItem partial => new PartialCreditItem(by * partial.Discrimination, partial.Steps),
                    _ => throw new InvalidOperationException($"A bank cannot hold an item of type {item.Model.GetType().Name}."),
                },
            };
        }
        catch (ArgumentOutOfRangeException wrong)
        {
            throw new CommandFailedException($"{source} : a de l’item {Quoted.Text(item.Name)} sort de ses bornes une fois multiplié par {by.ToString(Kit.French.Culture)}", ExitCodes.BadUsage, wrong);
        }
    }
}
