using Beffroi.Bots.Networks;
using Beffroi.Bots.Running;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Bots.Exploring;

/// <summary>Takes each exploration one step further when its minute has come, whichever node does it.</summary>
public sealed partial class ExplorationRunner(IServiceScopeFactory scopes, SourcesSetup setup, TimeProvider clock, ILogger<ExplorationRunner> logger) : BackgroundService
{
    const int MostOfATurn = 50;

    readonly string _owner = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!setup.Engine.Enabled)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken);
            try
            {
                await RunOnce(stoppingToken);
            }
            catch (Exception wrong) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away now is there in a moment.
                Failed(wrong);
            }
        }
    }

    /// <summary>One step of each that is due; gives how many.</summary>
    public async Task<int> RunOnce(CancellationToken ct)
    {
        var done = 0;
        foreach (var id in await Due(ct))
        {
            if (await Take(id, ct))
            {
                await Step(id, ct);
                done++;
            }
        }

        return done;
    }

    async Task Step(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var actor = scope.ServiceProvider.GetRequiredService<Actor>();
        (actor.Who, actor.Act) = ("systeme", "robots.exploration.avancer");
        try
        {
            await scope.ServiceProvider.GetRequiredService<ExplorationStep>().Go(id, ct);
        }
        catch (SourceTroubleException trouble)
        {
            await Note(id, trouble, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody stopped it, or another node went on: nothing of this step was written.
        }
        finally
        {
            await Release(id);
        }
    }

    // Tried again later, longer each time as it stays wrong; what will not mend by itself stops it.
    async Task Note(Guid id, SourceTroubleException trouble, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, actor, now) = (scope.ServiceProvider.GetRequiredService<BotsDb>(), scope.ServiceProvider.GetRequiredService<Actor>(), clock.GetUtcNow());
        (actor.Who, actor.Act) = ("systeme", "robots.exploration.avancer");
        var exploration = await db.Explorations.SingleAsync(e => e.Id == id, ct);
        var isAgain = exploration.LastError is not null;
        exploration.LastError = SourceErrors.Write(trouble.Error, trouble.Detail);
        exploration.State = trouble.IsLasting && exploration.State == ExplorationState.Running ? ExplorationState.Failed : exploration.State;
        var asked = trouble.RetryAt is { } at && at > now ? at - now + TimeSpan.FromSeconds(1) : TimeSpan.Zero;
        var own = Backoff.After(isAgain ? 8 : 5, id);
        exploration.NextAt = now + (asked > own ? asked : own);
        exploration.Version++;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody stopped it meanwhile.
        }
    }

    async Task<List<Guid>> Due(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var due = await scope.ServiceProvider.GetRequiredService<BotsDb>().Explorations
            .Where(e => e.State == ExplorationState.Running && (e.NextAt == null || e.NextAt <= now) && (e.LeaseUntil == null || e.LeaseUntil < now))
            .OrderBy(e => e.NextAt).ThenBy(e => e.Id).Take(MostOfATurn).Select(e => e.Id).ToListAsync(ct);
        return due.Count == 0 || await scope.ServiceProvider.GetRequiredService<RecordedWork>().MayGoOn(ct) ? due : [];
    }

    async Task<bool> Take(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (now, until) = (clock.GetUtcNow(), clock.GetUtcNow().AddSeconds(setup.LeaseSeconds * 5));
#pragma warning disable RS0030 // Whose turn it is is no act of anybody: what is found is audited.
        return await scope.ServiceProvider.GetRequiredService<BotsDb>().Explorations.Where(e => e.Id == id && (e.LeaseUntil == null || e.LeaseUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.LeaseOwner, _owner).SetProperty(e => e.LeaseUntil, until), ct) == 1;
    }

    async Task Release(Guid id)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BotsDb>().Explorations.Where(e => e.Id == id && e.LeaseOwner == _owner)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.LeaseOwner, (string?)null).SetProperty(e => e.LeaseUntil, (DateTimeOffset?)null));
#pragma warning restore RS0030
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of explorations failed; it is tried again.")]
    private partial void Failed(Exception wrong);
}
