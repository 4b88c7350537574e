using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Impact;
using Beffroi.Incubator.Steering;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Incubator;

/// <summary>What time alone brings: a month that is measured, a file that is locked, a delegator who must be told, a deadline to be reminded of.</summary>
public sealed class DailyRound(IncubatorDb db, MonthlyMeasures measures, DelegatorNotices notices, ReminderLetters reminders, Actor actor, TimeProvider clock)
{
    public async Task Run(CancellationToken ct)
    {
        (actor.Who, actor.Act) = ("systeme", "incubateur.ronde");
        // Before the files of committees, which show them.
        await measures.Take(ct);
        var failed = new List<Exception>();
        foreach (var id in await db.Conventions.Where(c => c.SignedOn != null).Select(c => c.Id).ToListAsync(ct))
        {
            try
            {
                await One(id, ct);
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                // The others have their turn.
                db.ChangeTracker.Clear();
                failed.Add(wrong);
            }
        }

        if (failed.Count > 0)
        {
            throw new AggregateException($"{failed.Count} convention(s) of the round failed.", failed);
        }
    }

    async Task One(Guid id, CancellationToken ct)
    {
        await using var turn = await LedgerTurn.Take(db, id, ct);
        if (turn is not null)
        {
            await Lock(turn.Convention, ct);
            await notices.Tell(turn, ct);
            await turn.Keep(ct);
            // Also what a stop of the machine kept from leaving.
            await notices.Write(turn.Convention, ct);
            await reminders.Write(turn.Convention, ct);
        }
    }

    async Task Lock(Convention convention, CancellationToken ct)
    {
        var today = clock.Today();
        foreach (var committee in await db.Committees.Where(c => c.ConventionId == convention.Id && c.LockedAt == null && c.ClosedAt == null).ToListAsync(ct))
        {
            if (committee.MustLock(today))
            {
                committee.DossierText = (await Dossier.Build(db, convention, committee.Id, clock.GetUtcNow(), today, ct)).ToJson();
                committee.LockedAt = clock.GetUtcNow();
            }
        }
    }
}

/// <summary>Runs the round each night. Several nodes may do it at once: each convention has its turn, and the same is told once.</summary>
public sealed partial class NightlyRound(IServiceScopeFactory scopes, TimeProvider clock, ILogger<NightlyRound> logger) : BackgroundService
{
    /// <summary>Of the night, UTC.</summary>
    const int Hour = 2;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(Hour);
            await Task.Delay((now < today ? today : today.AddDays(1)) - now, clock, stoppingToken);
            await Try(s => s.GetRequiredService<DailyRound>().Run(stoppingToken), stoppingToken);
            await Try(s => s.GetRequiredService<NightWatch>().Run(stoppingToken), stoppingToken);
        }
    }

    // One that fails does not hold the other back.
    async Task Try(Func<IServiceProvider, Task> round, CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await round(scope.ServiceProvider);
        }
        catch (Exception wrong) when (!stopping.IsCancellationRequested)
        {
            Failed(wrong);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The night's round of conventions failed; it is tried again the next night.")]
    private partial void Failed(Exception wrong);
}
