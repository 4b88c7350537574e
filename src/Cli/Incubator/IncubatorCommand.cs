using System.CommandLine;

namespace Beffroi.Cli.Incubator;

static class IncubatorCommand
{
    public static Command Make(Terminal terminal) => new("incubator", "Les services et leurs conventions : remettre un service à d’autres, en reprendre un, échanger sa fiche, contrôler leur conformité.")
    {
        ExportCommand.Make(terminal),
        ImportCommand.Make(terminal),
        CardCommand.Make(terminal),
        CheckCommand.Make(terminal),
        EvidenceCommand.Make(terminal),
    };
}
