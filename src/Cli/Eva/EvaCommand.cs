using System.CommandLine;
using Beffroi.Cli.Eva.Banks;
using Beffroi.Cli.Eva.Orientation;

namespace Beffroi.Cli.Eva;

static class EvaCommand
{
    public static Command Make(Terminal terminal) => new("eva", "Les évaluations Eva : noter un fichier de réponses, recalculer les résultats gardés.")
    {
        BankCommand.Make(terminal),
        OrientationCommand.Make(terminal),
        RescoreCommand.Make(terminal),
        ScoreCommand.Make(terminal),
    };
}
