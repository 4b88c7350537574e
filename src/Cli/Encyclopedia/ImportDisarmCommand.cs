using System.CommandLine;
using Beffroi.Encyclopedia.Importing;
using Beffroi.Encyclopedia.Importing.FromDisarm;

namespace Beffroi.Cli.Encyclopedia;

static class ImportDisarmCommand
{
    public static Command Make(Terminal terminal)
    {
        var path = new Argument<string>("FICHIER") { Description = "Le paquet STIX 2.1 de DISARM (DISARM.json)." };
        var labels = new Option<string?>("--labels") { Description = "Classeur XLSX des libellés français, disposé comme la matrice : ce qui y manque reste en anglais.", HelpName = "CLASSEUR" };
        var import = new EntryImport();
        var command = new Command("disarm", "Importe les tactiques et techniques de DISARM avec leurs liens (licence CC-BY-SA-4.0).") { path, labels };
        import.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var french = await Labels(parsed.GetValue(labels), ct);
            await import.Run(parsed, terminal, Readings.DisarmStix(await EntryImport.Bytes(parsed.GetValue(path)!, ct), french), ct);
        });
        return command;
    }

    static async Task<IReadOnlyDictionary<string, FrenchLabel>> Labels(string? path, CancellationToken ct)
    {
        if (path is null)
        {
            return new Dictionary<string, FrenchLabel>(StringComparer.Ordinal);
        }

        using var xlsx = new MemoryStream(await EntryImport.Bytes(path, ct));
        var (labels, fault) = Readings.DisarmFrench(xlsx);
        return fault is null ? labels : throw new CommandFailedException($"{path} : {fault}", ExitCodes.BadUsage);
    }
}
