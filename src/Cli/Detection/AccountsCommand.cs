using System.CommandLine;
using Beffroi.Cli.Detection.Accounts;

namespace Beffroi.Cli.Detection;

static class AccountsCommand
{
    public static Command Make(Terminal terminal) => new("accounts", "Les comptes de réseaux sociaux : sont-ils tenus par un programme ? Un score est une raison de regarder, jamais une preuve.")
    {
        ScoreAccountsCommand.Make(terminal),
        DormantCommand.Make(terminal),
        FeaturesCommand.Make(terminal),
        TrainCommand.Make(terminal),
        EvaluateCommand.Make(terminal),
        CompareCommand.Make(terminal),
    };
}
