using System.CommandLine;

namespace Beffroi.Cli.Eva.Orientation;

static class OrientationCommand
{
    public static Command Make(Terminal terminal) => new("orientation", "Les fichiers de l’orientation : tension des métiers, offres de formation, table de passage.")
    {
        ImportCommand.Make(terminal),
    };
}
