using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Running;

/// <summary>The row of a source as its runner writes it: its lease, its state, its month.</summary>
public sealed class SourceRows(IServiceScopeFactory scopes, SourcesSetup setup, TimeProvider clock)
{
    const int Tries = 5;

    /// <summary>Takes or keeps the lease; false: another node has it.</summary>
    public async Task<bool> Hold(Guid id, string owner, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (now, until) = (clock.GetUtcNow(), clock.GetUtcNow().AddSeconds(setup.LeaseSeconds));
#pragma warning disable RS0030 // Who runs a source is no act of anybody, and its version counts what is: the posts are written under this lease.
        return await scope.ServiceProvider.GetRequiredService<BotsDb>().Sources
            .Where(s => s.Id == id && (s.LeaseOwner == owner || s.LeaseUntil == null || s.LeaseUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.LeaseOwner, owner).SetProperty(s => s.LeaseUntil, until), ct) == 1;
#pragma warning restore RS0030
    }

    public async Task Release(Guid id, string owner, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
#pragma warning disable RS0030 // As above.
        await scope.ServiceProvider.GetRequiredService<BotsDb>().Sources.Where(s => s.Id == id && s.LeaseOwner == owner)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.LeaseOwner, (string?)null).SetProperty(s => s.LeaseUntil, (DateTimeOffset?)null), ct);
#pragma warning restore RS0030
    }

    /// <summary>A new month begins with nothing spent.</summary>
    public Task OpenMonth(Guid id, CancellationToken ct) => Change(id, source =>
    {
        if (source.SpentSince != Standing.MonthOf(clock.GetUtcNow()))
        {
            (source.SpentSince, source.Spent) = (Standing.MonthOf(clock.GetUtcNow()), 0);
        }
    }, ct);

    /// <summary>Notes how it goes. An error that is null leaves the last one: it has its date.</summary>
    public Task Note(Guid id, SourceState state, SourceError? error, string? detail, CancellationToken ct) => Change(id, source =>
    {
        // Somebody who stopped it meanwhile is not overruled.
        source.State = state == SourceState.Running && !source.Wanted ? SourceState.Stopped : state;
        if (error is { } known && !(IsPassing(known) && HasGap(source)))
        {
            (source.LastError, source.LastErrorAt) = (SourceErrors.Write(known, detail), clock.GetUtcNow());
        }
    }, ct);

    static bool IsPassing(SourceError error) => error is SourceError.Closed or SourceError.Silent or SourceError.Unreachable or SourceError.TooManyRequests or SourceError.ServerError;

    // What is missing stays said for a day: connections break all the time.
    bool HasGap(Source source) => source.LastError?.StartsWith(nameof(SourceError.Gap), StringComparison.Ordinal) == true && source.LastErrorAt > clock.GetUtcNow().AddDays(-1);

    async Task Change(Guid id, Action<Source> change, CancellationToken ct)
    {
        for (var turn = 1; ; turn++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var (db, actor) = (scope.ServiceProvider.GetRequiredService<BotsDb>(), scope.ServiceProvider.GetRequiredService<Actor>());
            (actor.Who, actor.Act) = ("systeme", "robots.source.suivre");
            var source = await db.Sources.SingleAsync(s => s.Id == id, ct);
            change(source);
            if (!db.ChangeTracker.HasChanges())
            {
                return;
            }

            source.Version++;
            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateConcurrencyException) when (turn < Tries)
            {
                // Somebody pressed a button at the same moment: looked at again.
            }
        }
    }
}
