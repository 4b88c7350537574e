using System.CommandLine;

namespace Beffroi.Cli.Chat;

static class ChatCommand
{
    public static Command Make(Terminal terminal) => new("chat", "La discussion : exporter ce qui est d’une organisation.")
    {
        ExportCommand.Make(terminal),
    };
}
