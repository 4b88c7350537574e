using System.CommandLine;
using Beffroi.Accounts;
using Beffroi.Bots;
using Beffroi.Bots.Keeping;
using Beffroi.Bots.Networks;
using Beffroi.Bots.Running;
using Beffroi.Cli.Db;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Cli.Bots;

/// <summary>Imports a file of posts for a watch whose mandate is in force, while the detector may work. Stopped half-way, the same command goes on where it was.</summary>
static class ImportCommand
{
    public static Command Make(Terminal terminal)
    {
        var path = new Argument<string>("FICHIER") { Description = "Messages, de toutes les formes que « beffroi » sait lire, compressés ou non." };
        var whose = new Option<Guid>("--watch") { Description = "La veille, par son identifiant.", HelpName = "VEILLE", Required = true };
        var network = new Option<Network?>("--network") { Description = "Le réseau, quand le fichier ne le dit pas : Twitter, Bluesky, Mastodon, Other.", HelpName = "RESEAU" };
        var matching = new Option<bool>("--matching") { Description = "Ne garder que ce qui correspond à un terme de la veille (sinon, tout)." };
        var storage = new StorageOptions();
        var command = new Command("import", "Importe un fichier de messages dans une veille. Le même fichier relu ne change rien ; repris après un arrêt, il continue.") { path, whose, network, matching };
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var file = Path.GetFullPath(parsed.GetValue(path)!);
            if (!File.Exists(file))
            {
                throw new CommandFailedException($"il n’y a pas de fichier {file}", ExitCodes.BadUsage);
            }

            var choice = storage.Read(parsed, terminal);
            await using var database = OpenedDatabase.Open(choice, "robots.importer", terminal.Clock);
            await database.RequireUpToDate(choice, ct);
            var settings = new SourceSettings { File = Path.GetFileName(file), Network = parsed.GetValue(network), Everything = !parsed.GetValue(matching) };
            await Import(database, file, parsed.GetValue(whose), settings, terminal, ct);
        });
        return command;
    }

    static async Task Import(OpenedDatabase database, string file, Guid watch, SourceSettings settings, Terminal terminal, CancellationToken ct)
    {
        var standing = await Begin(database, watch, settings, terminal.Clock, ct);
        var posts = new FilePosts(() => File.OpenRead(file), settings.Network, terminal.Clock.GetUtcNow());
        var (kept, repeated, leftOut) = (0, 0, 0);
        foreach (var arrival in posts.Read(FilePosts.LineOf(standing.Source.Cursor), settings.Everything == true ? null : new Matching(new(standing.Terms), new())))
        {
            ct.ThrowIfCancellationRequested();
            await using var scope = database.Scope();
            var told = await new PostLog(scope.ServiceProvider.GetRequiredService<BotsDb>(), terminal.Clock, new LogBell()).Append(standing.Source.Id, arrival.Posts, arrival.Cursor, ct);
            (kept, repeated, leftOut) = (kept + told.Kept, repeated + told.Repeated, leftOut + told.LeftOut);
            if (terminal.ErrorIsScreen)
            {
                await terminal.Error.WriteAsync($"\r{French.Number((int)posts.Tally.Values)} messages lus");
            }
        }

        await End(database, standing.Source.Id, posts.Tally, ct);
        await terminal.Output.WriteLineAsync($"{French.Count(kept, "message gardé", "messages gardés")}, {French.Number(repeated)} déjà là, {French.Number(leftOut)} laissés de côté.");
        foreach (var problem in posts.Tally.Problems.Take(20))
        {
            await terminal.Error.WriteLineAsync(problem.Sentence(Tongue.French));
        }
    }

    static async Task<Standing> Begin(OpenedDatabase database, Guid watch, SourceSettings settings, TimeProvider clock, CancellationToken ct)
    {
        await using var scope = database.Scope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<BotsDb>(), clock.GetUtcNow());
        if (!await new Records(scope.ServiceProvider.GetRequiredService<AccountsDb>(), clock).InForce(BotsAssessment.Template.Key, ct))
        {
            throw new CommandFailedException("le détecteur est en pause, son analyse d’impact n’est pas enregistrée ou n’est plus en vigueur : rien n’est importé", ExitCodes.Failure);
        }

        if (await db.Watches.AsNoTracking().SingleOrDefaultAsync(w => w.Id == watch, ct) is null)
        {
            throw new CommandFailedException($"il n’y a pas de veille {watch}", ExitCodes.BadUsage);
        }

        var json = settings.ToJson();
        var source = await db.Sources.Where(s => s.WatchId == watch && s.Kind == SourceKind.Upload && s.Settings == json && s.State != SourceState.Done && !s.Wanted).OrderBy(s => s.CreatedAt).FirstOrDefaultAsync(ct);
        if (source is null)
        {
            var name = settings.File!.Length > Source.NameMaxLength ? settings.File[..Source.NameMaxLength] : settings.File;
            db.Add(source = new() { Id = Guid.CreateVersion7(now), WatchId = watch, Kind = SourceKind.Upload, Name = name, Settings = json, CreatedAt = now, CreatedBy = Guid.Empty });
            await db.SaveChangesAsync(ct);
        }

        var standing = (await Standing.Of(db, source.Id, ct))!;
        return standing.Mandate.IsInForce(Standing.Today(now)) && standing.Watch.ClosedAt is null ? standing
            : throw new CommandFailedException("la veille est fermée, ou son cadre n’est plus en vigueur : rien n’est importé", ExitCodes.Failure);
    }

    static async Task End(OpenedDatabase database, Guid id, ReadingTally tally, CancellationToken ct)
    {
        await using var scope = database.Scope();
        var db = scope.ServiceProvider.GetRequiredService<BotsDb>();
        var source = await db.Sources.SingleAsync(s => s.Id == id, ct);
        (source.State, source.Broken) = (SourceState.Done, source.Broken + tally.Lost);
        source.Version++;
        await db.SaveChangesAsync(ct);
    }
}
