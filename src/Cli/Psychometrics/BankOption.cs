using System.CommandLine;
using Beffroi.Cli.Psychometrics.Banks;

namespace Beffroi.Cli.Psychometrics;

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
    public Task<Bank> Read(ParseResult parsed, Terminal terminal, CancellationToken ct) =>
        Bank.Read(parsed.GetValue(_file) ?? throw new CommandFailedException("l’option --bank manque : elle nomme la banque d’items.", ExitCodes.BadUsage), terminal, ct);
}
