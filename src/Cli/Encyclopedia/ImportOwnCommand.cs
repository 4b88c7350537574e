using System.CommandLine;
using Beffroi.Encyclopedia.Importing;

namespace Beffroi.Cli.Encyclopedia;

static class ImportOwnCommand
{
    public static Command Make(Terminal terminal)
    {
        var path = new Argument<string?>("FICHIER") { Description = "Un export de Beffroi (JSON), une liste de fiches ou une fiche. Sans fichier : les fiches livrées avec le logiciel.", Arity = ArgumentArity.ZeroOrOne };
        var import = new EntryImport();
        var command = new Command("own", "Importe les fiches du logiciel, ou un export de Beffroi avec toutes ses versions.") { path };
        import.AddTo(command);
        command.SetAction(async (parsed, ct) =>
            await import.Run(parsed, terminal, parsed.GetValue(path) is { } file ? Readings.Own(await EntryImport.Bytes(file, ct)) : Readings.OwnContentOfTheProgram(), ct));
        return command;
    }
}
