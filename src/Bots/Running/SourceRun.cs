using System.Threading.Channels;
using Beffroi.Bots.Keeping;
using Beffroi.Bots.Networks;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Beffroi.Bots.Running;

/// <summary>Reads a source until it ends, breaks or must stop: what is read waits in a bounded queue, and is written with its cursor. Whoever calls holds the lease.</summary>
public sealed partial class SourceRun(IServiceScopeFactory scopes, SourceRows rows, Feeds feeds, SourcesSetup setup, TimeProvider clock, ILogger<SourceRun> logger)
{
    const int MostTogether = 1000;
    const int Tries = 3;

    /// <summary>What matches nothing only moves the cursor: not at each message.</summary>
    static readonly TimeSpan MoveEach = TimeSpan.FromSeconds(5);

    /// <summary>Between two looks at whether it may go on: four in the time of a lease.</summary>
    readonly TimeSpan _beat = TimeSpan.FromSeconds(setup.LeaseSeconds / 4);

    public async Task<RunEnd> Go(Guid sourceId, string owner, CancellationToken stop)
    {
        await rows.OpenMonth(sourceId, stop);
        if (await Look(sourceId, stop) is not { } standing)
        {
            return new(SourceState.Stopped);
        }

        if (await Barred(standing, stop) is { } barred)
        {
            await rows.Note(sourceId, barred, null, null, stop);
            return new(barred);
        }

        await rows.Note(sourceId, SourceState.Running, null, null, stop);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var queue = Channel.CreateBounded<Arrival>(new BoundedChannelOptions(setup.Queue) { SingleReader = true, SingleWriter = true, FullMode = BoundedChannelFullMode.Wait });
        var reader = Task.Run(() => Fill(queue.Writer, standing, reading.Token), CancellationToken.None);
        var keeper = Keep(standing, owner, reading);
        RunEnd end;
        try
        {
            end = await Write(queue.Reader, standing, owner, stop);
        }
        finally
        {
            await reading.CancelAsync();
            await reader;
        }

        var told = await keeper is { } asked ? new RunEnd(asked, null, end.HasRead) : end;
        if (told.State == SourceState.Done)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Uploads>().Forget(sourceId, stop);
        }

        await rows.Note(sourceId, told.State, told.Trouble?.Error, told.Trouble?.Detail, stop);
        return told;
    }

    async Task Fill(ChannelWriter<Arrival> queue, Standing standing, CancellationToken ct)
    {
        try
        {
            await foreach (var arrival in feeds.Open(standing, ct))
            {
                // Full: the network is read no further.
                await queue.WriteAsync(arrival, ct);
            }

            queue.TryComplete();
        }
        catch (Exception wrong)
        {
            queue.TryComplete(wrong);
        }
    }

    /// <summary>Holds the lease, and ends the reading once it may go on no longer; gives why.</summary>
    async Task<SourceState?> Keep(Standing begun, string owner, CancellationTokenSource reading)
    {
        while (true)
        {
            try
            {
                await Task.Delay(_beat, clock, reading.Token);
                if (!await rows.Hold(begun.Source.Id, owner, reading.Token))
                {
                    await reading.CancelAsync();
                    return null;
                }

                await rows.OpenMonth(begun.Source.Id, reading.Token);
                var now = await Look(begun.Source.Id, reading.Token);
                var barred = now is null ? SourceState.Stopped : await Barred(now, reading.Token);
                // Other terms: begun again at once, where it is.
                if (barred is not null || !now!.HasTermsOf(begun))
                {
                    await reading.CancelAsync();
                    return barred ?? SourceState.Running;
                }
            }
            catch (OperationCanceledException) when (reading.IsCancellationRequested)
            {
                return null;
            }
            catch (Exception wrong) when (wrong is System.Data.Common.DbException or DbUpdateException)
            {
                // A database that is away now is there in a moment; the lease says for how long this node may believe so.
                Failed(wrong, begun.Source.Id);
            }
        }
    }

    async Task<RunEnd> Write(ChannelReader<Arrival> queue, Standing standing, string owner, CancellationToken stop)
    {
        var (pending, hasRead, movedAt, budget) = (new Pending(standing.Source.Kind), false, clock.GetTimestamp(), standing.Source.Budget - standing.SpentThisMonth(clock.GetUtcNow()));
        try
        {
            while (await queue.WaitToReadAsync(stop))
            {
                while (pending.Posts.Count < MostTogether && pending.Written.Count == 0 && queue.TryRead(out var arrival))
                {
                    pending.Add(arrival);
                }

                hasRead = true;
                if (pending.IsUrgent || clock.GetElapsedTime(movedAt) >= MoveEach)
                {
                    budget -= await Append(standing, pending, owner, isLast: false, stop);
                    movedAt = clock.GetTimestamp();
                }

                if (budget <= 0 || (standing.Source.Kind == SourceKind.X && await IsXSpent(stop)))
                {
                    return new(SourceState.OutOfBudget, null, hasRead);
                }
            }
        }
        catch (Exception wrong) when (wrong is SourceTroubleException or LeaseLostException or OperationCanceledException or DbUpdateException or System.Data.Common.DbException)
        {
            return await Ended(wrong, standing, pending, owner, hasRead, stop);
        }
        catch (Exception wrong)
        {
            Failed(wrong, standing.Source.Id);
            return new(SourceState.Retrying, new(SourceError.Unexpected, null, wrong), hasRead);
        }

        await Append(standing, pending, owner, isLast: true, stop);
        return new(standing.Source.Kind == SourceKind.Upload ? SourceState.Done : SourceState.Running, null, hasRead);
    }

    async Task<RunEnd> Ended(Exception wrong, Standing standing, Pending pending, string owner, bool hasRead, CancellationToken stop)
    {
        if (wrong is LeaseLostException)
        {
            return new(SourceState.Running, null, hasRead);
        }

        if (wrong is SourceTroubleException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            // What came before the end is kept, as it would have been without it.
            try
            {
                await Append(standing, pending, owner, isLast: true, stop);
            }
            catch (LeaseLostException)
            {
                return new(SourceState.Running, null, hasRead);
            }
        }

        stop.ThrowIfCancellationRequested();
        if (wrong is SourceTroubleException trouble)
        {
            return new(trouble.IsLasting ? SourceState.Failed : SourceState.Retrying, trouble, hasRead);
        }

        if (wrong is OperationCanceledException)
        {
            return new(SourceState.Running, null, hasRead);
        }

        Failed(wrong, standing.Source.Id);
        return new(SourceState.Retrying, new(SourceError.Unexpected, null, wrong), hasRead);
    }

    async Task<long> Append(Standing standing, Pending pending, string owner, bool isLast, CancellationToken ct)
    {
        if (pending.IsEmpty)
        {
            return 0;
        }

        var batch = pending.Batch(standing.Source.Id, owner, isLast);
        for (var tried = 1; ; tried++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var actor = scope.ServiceProvider.GetRequiredService<Actor>();
                (actor.Who, actor.Act) = ("systeme", "robots.source.lire");
                await scope.ServiceProvider.GetRequiredService<PostLog>().Append(batch, ct);
                break;
            }
            catch (DbUpdateConcurrencyException) when (tried < Tries)
            {
                // Somebody pressed a button at the same moment: nothing was written, and it is written again. Or the source is another node's by now.
                if (!await rows.Hold(standing.Source.Id, owner, ct))
                {
                    throw new LeaseLostException();
                }
            }
        }

        foreach (var written in pending.Written)
        {
            written();
        }

        if (pending.Notice is { } notice)
        {
            await rows.Note(standing.Source.Id, SourceState.Running, notice.Error, notice.Detail, ct);
        }

        pending.Clear();
        return batch.Spent;
    }

    async Task<Standing?> Look(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return !await scope.ServiceProvider.GetRequiredService<RecordedWork>().MayGoOn(ct) ? null : await Standing.Of(scope.ServiceProvider.GetRequiredService<BotsDb>(), id, ct);
    }

    async Task<SourceState?> Barred(Standing standing, CancellationToken ct) =>
        standing.Barred(clock.GetUtcNow()) ?? (standing.Source.Kind == SourceKind.X && await IsXSpent(ct) ? SourceState.OutOfBudget : null);

    // What the operator pays X is one purse for all.
    async Task<bool> IsXSpent(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await XPurse.Spent(scope.ServiceProvider.GetRequiredService<BotsDb>(), clock.GetUtcNow(), ct) >= setup.X.MonthlyCents && setup.X.MonthlyCents > 0;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Source {Source} failed; it is tried again.")]
    private partial void Failed(Exception wrong, Guid source);
}

/// <summary>Another node runs the source now: what was read since is read again by whoever runs it.</summary>
public sealed class LeaseLostException() : Exception("The lease of this source is held by another node.");
