using System.CommandLine;
using Beffroi.Encyclopedia.Importing;

namespace Beffroi.Cli.Encyclopedia;

static class ImportCorpusCommand
{
    public static Command Make(Terminal terminal)
    {
        var path = new Argument<string>("FICHIER") { Description = "Un JSON : une liste d’objets {id, kind, title, summary, fields, links}." };
        var import = new EntryImport();
        var command = new Command("corpus", "Importe tous les objets de DISARM réunis en une liste : techniques, contre-mesures, incidents, outils, acteurs (licence CC-BY-SA-4.0).") { path };
        import.AddTo(command);
        command.SetAction(async (parsed, ct) => await import.Run(parsed, terminal, Readings.DisarmCorpus(await EntryImport.Bytes(parsed.GetValue(path)!, ct)), ct));
        return command;
    }
}
