using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Bots.Running;

/// <summary>Runs on this node the sources that are wanted and that no other node runs.</summary>
public sealed partial class SourceRunner(IServiceScopeFactory scopes, SourceRows rows, SourceRun run, SourcesSetup setup, TimeProvider clock, ILogger<SourceRunner> logger) : BackgroundService
{
    /// <summary>Sources that one node runs at once: each has its connection.</summary>
    const int MostAtOnce = 100;

    readonly string _owner = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
    readonly ConcurrentDictionary<Guid, Task> _running = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!setup.Engine.Enabled)
        {
            return;
        }

        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromSeconds(setup.PauseSeconds), clock, stoppingToken);
                await TryRound(stoppingToken);
            }
        }
        finally
        {
            await Task.WhenAll(_running.Values);
        }
    }

    /// <summary>Each source that is due, once, one after the other; gives how each ended.</summary>
    public async Task<IReadOnlyList<(Guid Source, RunEnd End)>> RunOnce(CancellationToken ct)
    {
        List<(Guid, RunEnd)> ends = [];
        foreach (var id in await Due(ct))
        {
            if (await rows.Hold(id, _owner, ct))
            {
                ends.Add((id, await run.Go(id, _owner, ct)));
                await rows.Release(id, _owner, ct);
            }
        }

        return ends;
    }

    async Task TryRound(CancellationToken ct)
    {
        try
        {
            foreach (var id in await Due(ct))
            {
                if (!_running.ContainsKey(id) && _running.Count < MostAtOnce && await rows.Hold(id, _owner, ct))
                {
                    _running[id] = Task.Run(() => Follow(id, ct), CancellationToken.None);
                }
            }
        }
        catch (Exception wrong) when (!ct.IsCancellationRequested)
        {
            // A database that is away now is there in a moment.
            Failed(wrong);
        }
    }

    /// <summary>Again and again, waiting longer each time that it fails, until it ends.</summary>
    async Task Follow(Guid id, CancellationToken ct)
    {
        try
        {
            for (var failures = 0; await rows.Hold(id, _owner, ct);)
            {
                var end = await run.Go(id, _owner, ct);
                if (end.State is not (SourceState.Running or SourceState.Retrying))
                {
                    return;
                }

                failures = end.State == SourceState.Running ? 0 : end.HasRead ? 1 : failures + 1;
                await Wait(id, failures == 0 ? TimeSpan.FromSeconds(setup.PauseSeconds) : Backoff.After(end, failures, id, clock.GetUtcNow()), ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The node stops: another takes it.
        }
        catch (Exception wrong)
        {
            Failed(wrong);
        }
        finally
        {
            _running.TryRemove(id, out _);
            await Leave(id);
        }
    }

    // Keeps the lease meanwhile; somebody who stops the source, or a mandate that ends, is seen at the next turn.
    async Task Wait(Guid id, TimeSpan wait, CancellationToken ct)
    {
        var part = TimeSpan.FromSeconds(setup.LeaseSeconds / 4);
        for (var left = wait; left > TimeSpan.Zero; left -= part)
        {
            await Task.Delay(left < part ? left : part, clock, ct);
            if (!await rows.Hold(id, _owner, ct) || !await IsWanted(id, ct))
            {
                return;
            }
        }
    }

    async Task Leave(Guid id)
    {
        try
        {
            await rows.Release(id, _owner, CancellationToken.None);
        }
        catch (Exception wrong)
        {
            // It ends by itself.
            Failed(wrong);
        }
    }

    async Task<bool> IsWanted(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotsDb>().Sources.AnyAsync(s => s.Id == id && s.Wanted, ct);
    }

    /// <summary>Wanted, or still said to run though nobody wants it any more; ended ones wait for somebody.</summary>
    async Task<List<Guid>> Due(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var due = await scope.ServiceProvider.GetRequiredService<BotsDb>().Sources
            .Where(s => (s.LeaseUntil == null || s.LeaseUntil < now)
                && (s.Wanted ? s.State != SourceState.Failed && s.State != SourceState.Expired && s.State != SourceState.Done : s.State == SourceState.Running || s.State == SourceState.Retrying || s.State == SourceState.OutOfBudget))
            .OrderBy(s => s.CreatedAt).ThenBy(s => s.Id).Select(s => s.Id).ToListAsync(ct);
        return due.Count == 0 || await scope.ServiceProvider.GetRequiredService<RecordedWork>().MayGoOn(ct) ? due : [];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of sources failed; it is tried again.")]
    private partial void Failed(Exception wrong);
}
