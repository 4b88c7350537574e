using System.CommandLine;

namespace Beffroi.Cli.Psychometrics.Banks;

/// <summary>The bank of items, which the command cannot do without.</summary>
sealed class BankOption
{
    readonly Option<string?> _file = new("--bank")
    {
        Description = "La banque d’items, nécessaire : un CSV (item, a, b, c, d, ou model et seuils b1, b2…), ou le JSON de « calibrate ».",
        HelpName = "BANQUE",
    };

    public void AddTo(Command command) => command.Add(_file);

    // The library's own message about a missing option is in English.
    public async Task<Bank> Read(ParseResult parsed, Terminal terminal, CancellationToken ct) =>
        Noted(await Bank.Read(parsed.GetValue(_file) ?? throw new CommandFailedException("l’option --bank manque : elle nomme la banque d’items.", ExitCodes.BadUsage), terminal, ct), terminal);

    /// <summary>The same bank, after a word on the columns that it does not use.</summary>
    public static Bank Noted(Bank bank, Terminal terminal)
    {
        if (bank.UnusedColumns.Count > 0)
        {
            Note.Write(terminal, $"colonnes de la banque sans effet : {Note.List(bank.UnusedColumns)}");
        }

        return bank;
    }
}
