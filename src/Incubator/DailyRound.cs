using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Impact;
using Beffroi.Incubator.Steering;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Beffroi.Incubator;

/// <summary>What time alone brings: a month that is measured, a file that is locked, a delegator who must be told.</summary>
public sealed class DailyRound(IncubatorDb db, MonthlyMeasures measures, IOutbox outbox, IStructures people, Actor actor, TimeProvider clock)
{
    public async Task Run(CancellationToken ct)
    {
        (actor.Who, actor.Act) = ("systeme", "incubateur.ronde");
        // Before the files of committees, which show them.
        await measures.Take(ct);
        foreach (var id in await db.Conventions.Where(c => c.SignedOn != null).Select(c => c.Id).ToListAsync(ct))
        {
            await using var turn = await LedgerTurn.Take(db, id, ct);
            if (turn is not null)
            {
                await Lock(turn.Convention, ct);
                var notice = await Tell(turn, ct);
                await turn.Keep(ct);
                if (notice is not null)
                {
                    await Write(turn.Convention, notice, ct);
                }
            }
        }
    }

    async Task Lock(Convention convention, CancellationToken ct)
    {
        var today = clock.Today();
        foreach (var committee in await db.Committees.Where(c => c.ConventionId == convention.Id && c.LockedAt == null && c.ClosedAt == null).ToListAsync(ct))
        {
            if (committee.MustLock(today))
            {
                committee.DossierText = (await Dossier.Build(db, convention, clock.GetUtcNow(), today, ct)).ToJson();
                committee.LockedAt = clock.GetUtcNow();
            }
        }
    }

    // The same amount is told once; another one is told again.
    async Task<Notice?> Tell(LedgerTurn turn, CancellationToken ct)
    {
        var (today, dates) = (clock.Today(), turn.Convention.Dates);
        if (dates is null || today > dates.LastCommitment)
        {
            return null;
        }

        var outlook = Outlook.Of(turn.Ledger.Entries, await db.Forecasts.AsNoTracking().Where(f => f.ConventionId == turn.Convention.Id).ToListAsync(ct), today);
        if (outlook.ToTell(today, dates.LastCommitment) is not { } told)
        {
            return null;
        }

        var last = await db.Notices.AsNoTracking().Where(n => n.ConventionId == turn.Convention.Id).OrderByDescending(n => n.SentAt).FirstOrDefaultAsync(ct);
        if (last is not null && last.Kind == told.Kind && last.Amount == told.Amount)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var notice = new Notice { Id = Guid.CreateVersion7(now), ConventionId = turn.Convention.Id, Kind = told.Kind, Amount = told.Amount, SentAt = now };
        db.Add(notice);
        return notice;
    }

    async Task Write(Convention convention, Notice notice, CancellationToken ct)
    {
        var delegators = await db.Mandates.Where(m => m.ConventionId == convention.Id && m.Duty == Duty.Delegator && m.WithdrawnAt == null).Select(m => m.AccountId).Distinct().ToListAsync(ct);
        foreach (var (account, email) in await people.Emails(delegators, ct))
        {
            await outbox.Add(
                new()
                {
                    Kind = "incubateur-avis", To = email, AccountId = account, Subject = $"{convention.Title} : {notice.Said}", Key = $"incubateur-avis:{notice.Id}:{account}",
                    Body = $"{notice.Said}.\n\nLa convention demande de vous prévenir. Dites que vous l’avez lu :\n{{site}}{Addresses.Convention(convention.Slug)}",
                },
                ct);
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
