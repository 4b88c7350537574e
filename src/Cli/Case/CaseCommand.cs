using System.CommandLine;

namespace Beffroi.Cli.Case;

static class CaseCommand
{
    public static Command Make(Terminal terminal) => new("case", "Les cas : vérifier un dossier reçu.")
    {
        VerifyCommand.Make(terminal),
    };
}
