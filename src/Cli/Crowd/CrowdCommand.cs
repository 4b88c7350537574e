using System.CommandLine;

namespace Beffroi.Cli.Crowd;

static class CrowdCommand
{
    public static Command Make(Terminal terminal) => new("crowd", "Les réponses de plusieurs personnes : en faire une, dire si elles s’accordent, savoir quand s’arrêter de demander.")
    {
        AggregateCommand.Make(terminal),
        AgreementCommand.Make(terminal),
        StopCommand.Make(terminal),
    };
}
