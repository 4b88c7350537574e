using System.CommandLine;
using System.Globalization;
using Beffroi.Cli.Db;
using Beffroi.Incubator;
using Beffroi.Incubator.Compliance;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Cli.Incubator;

/// <summary>Asks the running site to control itself, and waits for what it sees.</summary>
static class CheckCommand
{
    const int MostWaited = 3600;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static Command Make(Terminal terminal)
    {
        var wait = new Option<int>("--wait") { Description = "Secondes à attendre. 120 par défaut.", HelpName = "SECONDES", DefaultValueFactory = _ => 120 };
        var storage = new StorageOptions();
        var command = new Command("check", "Demande au site en marche de contrôler sa conformité, puis dit ce qui n’est pas atteint. Code 0 : rien n’est « non atteint ».") { wait };
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var seconds = parsed.GetValue(wait);
            if (seconds is < 1 or > MostWaited)
            {
                throw new CommandFailedException($"--wait attend un nombre de 1 à {MostWaited.ToString(CultureInfo.InvariantCulture)}", ExitCodes.BadUsage);
            }

            var choice = storage.Read(parsed, terminal);
            await using var database = OpenedDatabase.Open(choice, "incubateur.demander-controle", terminal.Clock);
            await database.RequireUpToDate(choice, ct);
            var run = await Ask(database, terminal.Clock.GetUtcNow(), ct);
            if (!await Done(database, run, TimeSpan.FromSeconds(seconds), terminal.Clock, ct))
            {
                throw new CommandFailedException("aucun site ne s’est contrôlé dans ce temps ; est-il en marche sur cette base ? Le contrôle reste demandé.");
            }

            return await Tell(database, terminal.Output, ct);
        });
        return command;
    }

    static async Task<Guid> Ask(OpenedDatabase database, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = database.Scope();
        var db = scope.ServiceProvider.GetRequiredService<IncubatorDb>();
        var run = CheckRun.Asked(now, by: null);
        db.Add(run);
        await db.SaveChangesAsync(ct);
        return run.Id;
    }

    static async Task<bool> Done(OpenedDatabase database, Guid run, TimeSpan patience, TimeProvider clock, CancellationToken ct)
    {
        var until = clock.GetUtcNow() + patience;
        while (clock.GetUtcNow() < until)
        {
            await using var scope = database.Scope();
            if (await scope.ServiceProvider.GetRequiredService<IncubatorDb>().CheckRuns.AnyAsync(r => r.Id == run && r.DoneAt != null, ct))
            {
                return true;
            }

            await Task.Delay(Pause, clock, ct);
        }

        return false;
    }

    static async Task<int> Tell(OpenedDatabase database, TextWriter output, CancellationToken ct)
    {
        await using var scope = database.Scope();
        var board = await Board.Read(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), ct);
        foreach (var service in board.Services)
        {
            await output.WriteLineAsync($"{service.Service.Label()} : {French.Number(service.Count(Verdict.Met))} atteints, {French.Number(service.Count(Verdict.NotMet))} non atteints, {French.Number(service.Count(Verdict.Unknown))} inconnus ; note la plus basse {service.Lowest ?? "inconnue"}, moyenne {service.Mean ?? "inconnue"}");
            foreach (var line in service.Lines.Where(l => l.Verdict == Verdict.NotMet))
            {
                await output.WriteLineAsync($"  {line.Criterion.Key} {line.Criterion.Asks} {line.Evidence.Split('\n')[0]}");
            }
        }

        return board.Services.Any(s => s.Count(Verdict.NotMet) > 0) ? ExitCodes.Failure : 0;
    }
}
