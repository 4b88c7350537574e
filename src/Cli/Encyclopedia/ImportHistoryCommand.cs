using System.CommandLine;
using Beffroi.Encyclopedia;
using Beffroi.Encyclopedia.Importing;

namespace Beffroi.Cli.Encyclopedia;

static class ImportHistoryCommand
{
    public static Command Make(Terminal terminal)
    {
        var path = new Argument<string>("FICHIER") { Description = "Un JSON : pour chaque page, la liste de ses révisions {date, author, comment, text}." };
        var name = new Option<string?>("--origin") { Description = "D’où viennent ces pages ; sans ce choix, le nom du fichier.", HelpName = "NOM" };
        var licence = new Option<string>("--licence") { Description = "Leur licence, par exemple CC-BY-SA-2.0.", HelpName = "LICENCE", DefaultValueFactory = _ => "non précisée" };
        var import = new EntryImport();
        var command = new Command("history", "Importe des pages avec toutes leurs révisions, leurs dates et leurs auteurs.") { path, name, licence };
        import.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var file = parsed.GetValue(path)!;
            var origin = new Origin { Name = parsed.GetValue(name) ?? Path.GetFileNameWithoutExtension(file), Licence = parsed.GetValue(licence)! };
            await import.Run(parsed, terminal, Readings.History(await EntryImport.Bytes(file, ct), origin), ct);
        });
        return command;
    }
}
