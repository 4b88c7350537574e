using System.CommandLine;
using Beffroi.Chat;
using Beffroi.Chat.Archiving;
using Beffroi.Cli.Db;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Cli.Chat;

/// <summary>All that is of one organisation, as any of its members may read it. Beside its place first: a stop in the middle leaves the former file whole.</summary>
static class ExportCommand
{
    public static Command Make(Terminal terminal)
    {
        var path = new Argument<string>("FICHIER") { Description = "Le fichier ZIP à écrire." };
        var whose = new Option<string>("--organisation") { Description = "L’organisation, par son nom ou son identifiant.", HelpName = "ORGANISATION", Required = true };
        var english = new Option<bool>("--english") { Description = "Les textes pour des lecteurs sont en anglais." };
        var storage = new StorageOptions();
        var command = new Command("export", "Exporte ce qui est d’une organisation : membres, critères, salons, messages, fichiers, dossiers, lectures. Ce qui est marqué pour des personnes nommées n’y est pas.") { path, whose, english };
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var file = Path.GetFullPath(parsed.GetValue(path)!);
            var choice = storage.Read(parsed, terminal);
            await using var database = OpenedDatabase.Open(choice, "discussion.emporter", terminal.Clock);
            await database.RequireUpToDate(choice, ct);
            await using var scope = database.Scope();
            var db = scope.ServiceProvider.GetRequiredService<ChatDb>();
            var organisation = await Find(db, parsed.GetValue(whose)!, ct);
            var beside = file + ".part";
            await using (var body = File.Create(beside))
            {
                var seat = new Seat { AccountId = Guid.Empty, Name = "", OrganisationId = organisation.Id, OrganisationName = organisation.Name };
                var archive = new OrganisationArchive(db, new Scopes(db), new Naming(db), new Blobs(db, terminal.Clock), scope.ServiceProvider.GetRequiredService<Actor>(), terminal.Clock);
                await archive.Write(body, seat, Reader.OfOrganisation(organisation.Id), parsed.GetValue(english) ? Lang.English : Lang.French, ct);
            }

            File.Move(beside, file, overwrite: true);
            await terminal.Output.WriteLineAsync($"Écrit : {file}");
        });
        return command;
    }

    static async Task<Organisation> Find(ChatDb db, string asked, CancellationToken ct)
    {
        var all = db.Organisations.AsNoTracking().OrderBy(o => o.Id);
        var found = await (Guid.TryParse(asked, out var id) ? all.Where(o => o.Id == id) : all.Where(o => o.Name == asked)).Take(2).ToListAsync(ct);
        return found switch
        {
            [var one] => one,
            [] => throw new CommandFailedException($"il n’y a pas d’organisation « {asked} »", ExitCodes.BadUsage),
            _ => throw new CommandFailedException($"plusieurs organisations s’appellent « {asked} » : donnez l’identifiant", ExitCodes.BadUsage),
        };
    }
}
