using System.CommandLine;

namespace Beffroi.Cli.Incubator;

static class IncubatorCommand
{
    public static Command Make(Terminal terminal) => new("incubator", "Les services et leurs conventions : remettre un service à d’autres, en reprendre un, échanger sa fiche.")
    {
        ExportCommand.Make(terminal),
        ImportCommand.Make(terminal),
        CardCommand.Make(terminal),
    };
}
