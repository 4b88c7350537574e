using System.CommandLine;
using Beffroi.Cli.Eva.Banks;
using Beffroi.Cli.Eva.Orientation;
using Beffroi.Cli.Eva.Calibrate;
using Beffroi.Cli.Eva.Simulate;

namespace Beffroi.Cli.Eva;

static class EvaCommand
{
    public static Command Make(Terminal terminal) => new("eva", "Les évaluations Eva : noter un fichier de réponses, recalculer les résultats gardés, étalonner, simuler.")
    {
        BankCommand.Make(terminal),
        CalibrateCommand.Make(terminal),
        OrientationCommand.Make(terminal),
        RescoreCommand.Make(terminal),
        ScoreCommand.Make(terminal),
        SimulateCommand.Make(terminal),
    };
}
