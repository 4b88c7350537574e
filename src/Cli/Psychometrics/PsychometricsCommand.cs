using System.CommandLine;
using Beffroi.Cli.Psychometrics.Calibrate;
using Beffroi.Cli.Psychometrics.DifSearch;
using Beffroi.Cli.Psychometrics.Score;
using Beffroi.Cli.Psychometrics.Simulate;
using Beffroi.Cli.Psychometrics.Study;

namespace Beffroi.Cli.Psychometrics;

static class PsychometricsCommand
{
    public static Command Make(Terminal terminal) => new("psychometrics", "La mesure : des réponses à un niveau et à son erreur, par les modèles de réponse à l’item.")
    {
        CalibrateCommand.Make(terminal),
        ReliabilityCommand.Make(terminal),
        DifCommand.Make(terminal),
        ScoreCommand.Make(terminal),
        SimulateCommand.Make(terminal),
        NormsCommand.Make(terminal),
        LinkCommand.Make(terminal),
        ClassifyCommand.Make(terminal),
        StudyCommand.Make(terminal),
    };
}
