using System.CommandLine;

namespace Beffroi.Cli.Psychometrics;

static class PsychometricsCommand
{
    public static Command Make(Terminal terminal) => new("psychometrics", "La mesure : des réponses à un niveau et à son erreur, par les modèles de réponse à l’item.")
    {
        ScoreCommand.Make(terminal),
        Study.StudyCommand.Make(terminal),
    };
}
