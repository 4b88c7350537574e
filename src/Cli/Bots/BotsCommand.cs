using System.CommandLine;

namespace Beffroi.Cli.Bots;

static class BotsCommand
{
    public static Command Make(Terminal terminal) => new("bots", "Le détecteur : rejouer une archive, importer un fichier dans une veille, effacer ce qui a fait son temps.")
    {
        ReplayCommand.Make(terminal),
        ImportCommand.Make(terminal),
        ForgetCommand.Make(terminal),
    };
}
