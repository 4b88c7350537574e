using System.CommandLine;
using System.Text.Json.Nodes;
using Beffroi.Accounts;
using Beffroi.Ads;
using Beffroi.Bots;
using Beffroi.Chat;
using Beffroi.Encyclopedia;
using Beffroi.Eva;
using Beffroi.Incubator;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Beffroi.Cli.Db;

/// <summary>Closes an account at once, as the site does after its seven days; or says what would go. For the data protection officer, who was asked by letter.</summary>
static class CloseCommand
{
    public static Command Make(Terminal terminal)
    {
        var whose = new Argument<string>("COMPTE") { Description = "Le compte, par son adresse électronique ou son numéro." };
        var dry = new Option<bool>("--dry-run") { Description = "Dit ce qui partirait, sans rien effacer." };
        var storage = new StorageOptions();
        var json = JsonOption.Make();
        var command = new Command("close", "Ferme un compte tout de suite : chaque module efface, détache ou garde ce que dit le registre des traitements.") { whose, dry, json };
        storage.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var choice = storage.Read(parsed, terminal);
            await using var database = OpenedDatabase.Open(choice, ClosureRound.Act, terminal.Clock);
            await database.RequireUpToDate(choice, ct);
            await using var scope = database.Scope();
            var account = await Find(scope.ServiceProvider.GetRequiredService<AccountsDb>(), parsed.GetValue(whose)!, ct);
            var told = parsed.GetValue(dry) ? await Count(scope.ServiceProvider, account, terminal.Clock, ct) : await Close(scope.ServiceProvider, account, terminal.Clock, ct);
            await terminal.Output.WriteLineAsync(parsed.GetValue(json)
                ? new JsonObject(told.Select(t => KeyValuePair.Create<string, JsonNode?>(t.Module, new JsonObject { ["effacees"] = t.Erased, ["detachees"] = t.Unlinked, ["gardees"] = t.Kept }))).ToJsonString()
                : string.Join('\n', told.Select(t => $"{t.Module} : {French.Count(t.Erased, "ligne effacée", "lignes effacées")}, {French.Count(t.Unlinked, "détachée", "détachées")}, {French.Count(t.Kept, "gardée", "gardées")}").Prepend(parsed.GetValue(dry) ? "Rien n’est effacé. À faire :" : "Compte fermé.")));
        });
        return command;
    }

    static async Task<Guid> Find(AccountsDb db, string typed, CancellationToken ct)
    {
        var (email, id) = (typed.Trim().ToUpperInvariant(), Guid.TryParse(typed, out var number) ? number : Guid.Empty);
        return await db.Users.Where(a => a.NormalizedEmail == email || a.Id == id).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct) ?? throw new CommandFailedException("il n’y a pas de compte de cette adresse ou de ce numéro.");
    }

    static async Task<IReadOnlyList<ClosureAnswer>> Count(IServiceProvider services, Guid account, TimeProvider clock, CancellationToken ct)
    {
        List<ClosureAnswer> told = [];
        foreach (var module in Modules(services, clock))
        {
            var one = await module.Forget(account, isDry: true, ct);
            told.Add(new() { ClosureId = Guid.Empty, Module = module.Module, At = clock.GetUtcNow(), Erased = one.Erased, Unlinked = one.Unlinked, Kept = one.Kept });
        }

        return told;
    }

    static async Task<IReadOnlyList<ClosureAnswer>> Close(IServiceProvider services, Guid account, TimeProvider clock, CancellationToken ct)
    {
        var (db, actor) = (services.GetRequiredService<AccountsDb>(), services.GetRequiredService<Actor>());
        if (await db.ObstacleTo(account, ct) is { } obstacle)
        {
            throw new CommandFailedException($"le compte reste ouvert. {obstacle.Label()}");
        }

        var closure = await db.Closures.FirstOrDefaultAsync(c => c.AccountId == account && c.CancelledAt == null && c.DoneAt == null, ct) ?? Closure.Ask(account, clock.GetUtcNow(), TimeSpan.Zero);
        if (db.Entry(closure).State == EntityState.Detached)
        {
            db.Add(closure);
            await db.SaveChangesAsync(ct);
        }

        if (!await new ClosureRound(db, Modules(services, clock), actor, clock, NullLogger<ClosureRound>.Instance).Close(closure.Id, ct))
        {
            throw new CommandFailedException("la fermeture n’a pas pu commencer : relancez la commande.");
        }

        return await db.ClosureAnswers.AsNoTracking().Where(a => a.ClosureId == closure.Id).OrderBy(a => a.Module).ToListAsync(ct);
    }

    static IReadOnlyList<IForgets> Modules(IServiceProvider services, TimeProvider clock)
    {
        var actor = services.GetRequiredService<Actor>();
        return
        [
            new AdsForgetting(services.GetRequiredService<AdsDb>(), actor, clock), new BotsForgetting(services.GetRequiredService<BotsDb>(), actor, clock), new ChatForgetting(services.GetRequiredService<ChatDb>(), actor, clock),
            new EncyclopediaForgetting(services.GetRequiredService<EncyclopediaDb>(), actor, clock), new EvaForgetting(services.GetRequiredService<EvaDb>(), actor, clock), new IncubatorForgetting(services.GetRequiredService<IncubatorDb>(), actor, clock),
            new AccountForgetting(services.GetRequiredService<AccountsDb>(), actor, new SiteIdentity(), clock),
        ];
    }
}
