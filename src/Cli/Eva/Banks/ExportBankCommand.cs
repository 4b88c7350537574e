using System.CommandLine;
using Beffroi.Cli.Db;
using Beffroi.Eva;
using Beffroi.Eva.BankFiles;
using Beffroi.Eva.BankVersions;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Cli.Eva.Banks;

static class ExportBankCommand
{
    public static Command Make(Terminal terminal)
    {
        var situation = BankCommand.Situation();
        var file = new Argument<string>("FICHIER") { Description = "Où écrire : un nom en .csv ou en .xlsx." };
        var storage = new StorageOptions();
        var command = new Command("export", "Écrit la banque de questions que jouent les nouvelles parties.") { situation, file };
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var path = parsed.GetValue(file)!;
            var choice = storage.Read(parsed, terminal);
            await using var database = OpenedDatabase.Open(choice, "banque.exporter", terminal.Clock);
            await database.RequireUpToDate(choice, ct);
            await using var scope = database.Scope();
            var bank = await BankShelf.Current(scope.ServiceProvider.GetRequiredService<EvaDb>(), parsed.GetValue(situation)!, ct);
            await Write(path, Path.GetExtension(path) switch
            {
                ".csv" => BankFile.Csv(bank),
                ".xlsx" => BankFile.Xlsx(bank),
                _ => throw new CommandFailedException("le nom du fichier finit par .csv ou .xlsx", ExitCodes.BadUsage),
            }, ct);
            await terminal.Output.WriteLineAsync($"{French.Count(bank.Entries.Count(), "question", "questions")}, version {bank.Version} : {path}");
        });
        return command;
    }

    static async Task Write(string path, byte[] content, CancellationToken ct)
    {
        try
        {
            await File.WriteAllBytesAsync(path, content, ct);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandFailedException($"impossible d’écrire {path}", cause: wrong);
        }
    }
}
