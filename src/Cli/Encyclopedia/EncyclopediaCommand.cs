using System.CommandLine;

namespace Beffroi.Cli.Encyclopedia;

static class EncyclopediaCommand
{
    public static Command Make(Terminal terminal) => new("encyclopedia", "L’encyclopédie : importer des fiches, exporter tout.")
    {
        new Command("import", "Importe des fiches. Une seule erreur, et rien n’est importé ; ce qui a été modifié ici n’est jamais écrasé.")
        {
            ImportOwnCommand.Make(terminal),
            ImportDisarmCommand.Make(terminal),
            ImportCorpusCommand.Make(terminal),
            ImportHistoryCommand.Make(terminal),
        },
        ExportCommand.Make(terminal),
    };
}
