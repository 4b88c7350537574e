using Beffroi.Bots.Engine.Folds;
using Beffroi.Bots.Keeping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace Beffroi.Bots.Engine.Silos;

/// <summary>Wakes the grains when the log grew. Every node does: whichever is killed, another wakes the same grains, on whichever silo they then live. A grain that has nothing to read
/// answers at once.</summary>
sealed partial class FoldDriver(IGrainFactory grains, IServiceScopeFactory scopes, LogBell bell, EngineSettings settings, IHostApplicationLifetime life, TimeProvider clock, ILogger<FoldDriver> log) : BackgroundService
{
    /// <summary>Accounts whose profile alone changed are looked for even where the log stands still.</summary>
    static readonly TimeSpan Anyway = TimeSpan.FromMinutes(1);

    /// <summary>A fold rests so many times what its last step took: heavy ones leave the machine to the others, and their steps take more at once.</summary>
    const int Rest = 2;

    readonly Dictionary<FoldName, Pace> _folds = [];

    // One processor is left to what comes from the networks, and to people.
    readonly SemaphoreSlim _atOnce = new(Math.Max(1, Environment.ProcessorCount - 1));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The silo starts beside it: no grain answers before.
        await WaitUntilStarted(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = settings.Look;
            try
            {
                next = await Wake(stoppingToken);
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                Failed(wrong);
            }

            await Task.WhenAll(bell.Wait(next, clock, stoppingToken), Task.Delay(settings.Pace, clock, stoppingToken));
        }
    }

    async Task WaitUntilStarted(CancellationToken ct)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var told = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(ct);
    }

    /// <returns>When to look again at the latest.</returns>
    async Task<TimeSpan> Wake(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotsDb>();
        var end = await LogHead.Read(db, ct);
        var watches = await db.Watches.Where(w => w.ClosedAt == null).Select(w => w.Id).ToListAsync(ct);
        var now = clock.GetUtcNow();
        var names = Enumerable.Range(0, PostLog.Partitions).Select(FoldName.Accounts).Concat(watches.SelectMany(w => new[] { FoldName.Volumes(w), FoldName.Ties(w) })).ToHashSet();
        foreach (var gone in _folds.Keys.Where(f => !names.Contains(f) && !_folds[f].Running).ToList())
        {
            _folds.Remove(gone);
        }

        foreach (var name in names)
        {
            var pace = _folds.TryGetValue(name, out var known) ? known : _folds[name] = new();
            if (!pace.Running && now >= pace.NotBefore && (pace.Done < end || now - pace.LookedAt >= Anyway))
            {
                (pace.Running, pace.LookedAt) = (true, now);
                _ = Advance(name, pace, end, ct);
            }
        }

        return _folds.Values.Any(p => p.Done < end) ? settings.Pace : settings.Look;
    }

    async Task Advance(FoldName name, Pace pace, long end, CancellationToken ct)
    {
        try
        {
            await _atOnce.WaitAsync(ct);
            try
            {
                var started = clock.GetTimestamp();
                var more = await Grain(name).Advance();
                pace.NotBefore = clock.GetUtcNow() + (Rest * clock.GetElapsedTime(started));
                pace.Done = more ? pace.Done : end;
            }
            finally
            {
                _atOnce.Release();
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The node stops.
        }
        catch (Exception wrong)
        {
            pace.NotBefore = clock.GetUtcNow() + settings.Look;
            Stopped(name.Kind, name.Key, wrong);
        }
        finally
        {
            pace.Running = false;
        }
    }

    IFoldGrain Grain(FoldName name) => name.Kind switch
    {
        FoldKind.Accounts => grains.GetGrain<IAccountsGrain>(name.Key),
        FoldKind.Volumes => grains.GetGrain<IVolumesGrain>(name.Key),
        FoldKind.Ties => grains.GetGrain<ITiesGrain>(name.Key),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The log could not be looked at.")]
    partial void Failed(Exception wrong);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A step of {Kind} {Key} failed; it is tried again.")]
    partial void Stopped(FoldKind kind, string key, Exception wrong);

    sealed class Pace
    {
        /// <summary>End of the log up to which it is known to have counted.</summary>
        public long Done { get; set; } = -1;
        public DateTimeOffset NotBefore { get; set; } = DateTimeOffset.MinValue;
        public DateTimeOffset LookedAt { get; set; } = DateTimeOffset.MinValue;
        public volatile bool Running;
    }
}
