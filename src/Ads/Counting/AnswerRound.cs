using Beffroi.Ads.Intake;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads;

/// <summary>What is done about answers while nobody looks: each minute, places given back and purposes no longer waited for; each night, everything put together anew, and what could tie an answer to a browser forgotten.</summary>
public sealed class AnswerRound(AdsDb db, Boards boards, GroupVerdicts verdicts, AnsweringSettings settings, Actor actor, TimeProvider clock)
{
    /// <summary>An hour less than a day: a round that comes late is still in time.</summary>
    internal static readonly TimeSpan NetworkKept = TimeSpan.FromHours(23);

    internal static readonly TimeSpan HoldKept = TimeSpan.FromDays(1);

    const int AtOnce = 200;

    public async Task EachMinute(CancellationToken ct)
    {
        (actor.Who, actor.Act) = ("systeme", "annonces.minute");
        var now = clock.GetUtcNow();
        await db.Expire(now, ct);
        await ForgetNetworks(now, ct);
        await db.Database.ExecuteSqlAsync($"""DELETE FROM ads_network_keys WHERE "Day" < {DateOnly.FromDateTime(now.UtcDateTime)}""", ct);
        var waited = now.AddMinutes(-settings.PurposeMinutes);
        var stuck = await db.Groups.Where(g => g.State == GroupState.Open && g.Answers >= g.Wanted && !db.Answers.Any(a => a.GroupId == g.Id && a.At > waited)).OrderBy(g => g.Id).Select(g => g.Id).Take(AtOnce).ToListAsync(ct);
        await SettleAll(stuck, ct);
    }

    public async Task EachNight(CancellationToken ct)
    {
        (actor.Who, actor.Act) = ("systeme", "annonces.nuit");
        var now = clock.GetUtcNow();
        await Forget(now, ct);
        await db.EraseRefused(now, ct);
        await EmptyJournal(ct);
        await boards.Make(db, ct);
        var live = db.Moving(now.AddDays(-settings.KeyDays));
        // In order, page by page: what a night does not finish is done by the next.
        Guid? after = null;
        List<Guid> page;
        do
        {
            page = await db.Groups.Where(g => g.State != GroupState.Gold && g.State != GroupState.Withdrawn && g.Answers > 0 && live.Contains(g.Id) && (after == null || g.Id > after)).OrderBy(g => g.Id).Select(g => g.Id).Take(AtOnce).ToListAsync(ct);
            await SettleAll(page, ct);
            after = page.LastOrDefault();
        }
        while (page.Count == AtOnce);
        // Whoever removed answers was stopped before all was counted again: it is now.
        foreach (var removal in await db.Removals.Where(r => r.CountedAt == null && r.At < now).ToListAsync(ct))
        {
            removal.CountedAt = clock.GetUtcNow();
        }

        await db.SaveChangesAsync(ct);
    }

    async Task SettleAll(List<Guid> groups, CancellationToken ct)
    {
        await verdicts.Ready(ct);
        foreach (var group in groups)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await verdicts.Settle(group, purposeAwaited: false, ct);
            await transaction.CommitAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>By hand-written statements: an audit row for each would keep what is being forgotten.</summary>
    async Task ForgetNetworks(DateTimeOffset now, CancellationToken ct)
    {
        var before = db.Stored(now - NetworkKept);
        await db.Database.ExecuteSqlRawAsync("""UPDATE ads_answers SET "Network" = NULL WHERE "Network" IS NOT NULL AND "At" < {0}""", [before], ct);
        await db.Database.ExecuteSqlRawAsync("""UPDATE ads_submissions SET "Network" = NULL WHERE "Network" IS NOT NULL AND "At" < {0}""", [before], ct);
    }

    async Task Forget(DateTimeOffset now, CancellationToken ct)
    {
        var lastDay = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-settings.KeyDays);
        await db.Database.ExecuteSqlAsync($"""DELETE FROM ads_day_keys WHERE "Day" <= {lastDay}""", ct);
        await ForgetHours(new(lastDay.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), ct);
        await db.Database.ExecuteSqlRawAsync("""DELETE FROM ads_holds WHERE "Open" = {0} AND "Until" < {1}""", [false, db.Stored(now - HoldKept)], ct);
    }

    /// <summary>The journal of SQLite keeps pages as they were before: what is forgotten leaves it too. Where somebody is reading, the next night does it.</summary>
    async Task EmptyJournal(CancellationToken ct)
    {
        if (db.Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) is true)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", ct);
        }
    }

    /// <summary>Of the answers of destroyed keys, the day is enough: the minute would tell who knows one of them which others go with it.</summary>
    async Task ForgetHours(DateTimeOffset before, CancellationToken ct)
    {
        DateTimeOffset? after = null;
        while (await db.Answers.Where(a => a.At < before && (after == null || a.At > after)).OrderBy(a => a.At).Select(a => (DateTimeOffset?)a.At).FirstOrDefaultAsync(ct) is { } at)
        {
            DateTimeOffset day = new(at.UtcDateTime.Date, TimeSpan.Zero);
            var next = day.AddDays(1);
            await db.Database.ExecuteSqlRawAsync("""UPDATE ads_answers SET "At" = {0} WHERE "At" > {0} AND "At" < {1}""", [db.Stored(day), db.Stored(next)], ct);
            // Midnight itself is passed, and what falls on the next one is not.
            after = next.AddTicks(-TimeSpan.TicksPerMillisecond);
        }
    }
}
