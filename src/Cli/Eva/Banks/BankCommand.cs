using System.CommandLine;
using Beffroi.Eva.Bank;

namespace Beffroi.Cli.Eva.Banks;

static class BankCommand
{
    public static Command Make(Terminal terminal) => new("bank", "Les banques de questions : les exporter, vérifier un fichier avant de l’importer.")
    {
        CheckBankCommand.Make(terminal),
        ExportBankCommand.Make(terminal),
    };

    /// <summary>The situation whose bank it is.</summary>
    public static Argument<string> Situation()
    {
        var argument = new Argument<string>("SITUATION") { Description = $"La situation : {string.Join(", ", BankOutline.All.Select(o => o.Situation))}." };
        argument.AcceptOnlyFromAmong([.. BankOutline.All.Select(o => o.Situation)]);
        return argument;
    }
}
