using System.CommandLine;

namespace Beffroi.Cli.Detection;

static class AccountsCommand
{
    public static Command Make(Terminal terminal) => new("accounts", "Les comptes : lesquels ressemblent à ceux que tiennent des programmes. Une note est une raison de regarder, jamais une preuve.")
    {
        TrainCommand.Make(terminal),
        EvaluateCommand.Make(terminal),
        CompareCommand.Make(terminal),
    };
}
