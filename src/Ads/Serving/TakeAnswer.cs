using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads;

public enum Taking
{
    Taken,

    /// <summary>This browser had answered for this group.</summary>
    Already,

    /// <summary>Others answered while it was read: it is not asked any more.</summary>
    TooLate,

    /// <summary>Enough people of the same network answered today.</summary>
    EnoughNearby,

    /// <summary>There is no such ad.</summary>
    NoSuchAd,
}

/// <summary>One answer to the first question, counted once: the answer, the count of its group and its verdict are written together or not at all.</summary>
public sealed class TakeAnswer(AdsDb db, GroupVerdicts verdicts, AnsweringSettings settings, TimeProvider clock)
{
    public async Task<(Taking Taking, Guid Answer)> Take(Guid ad, PoliticalAnswer political, Lang language, string voter, string? network, CancellationToken ct)
    {
        var group = await db.Ads.Public().Where(a => a.Id == ad).Join(db.Groups.Where(g => g.Country == settings.Country), a => a.GroupId, g => g.Id, (_, g) => new { g.Id, g.State }).AsNoTracking().SingleOrDefaultAsync(ct);
        if (group is null)
        {
            return (Taking.NoSuchAd, default);
        }

        if (await Given(group.Id, voter, ct) is { } given)
        {
            return (Taking.Already, given);
        }

        var now = clock.GetUtcNow();
        var answer = new Answer
        {
            Id = Guid.CreateVersion7(now), GroupId = group.Id, AdId = ad, Voter = voter, Political = political, Language = language, At = now, Network = network, OnGold = group.State == GroupState.Gold,
        };
        await verdicts.Ready(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Lock(voter, ct);
        // What somebody took out of the count stays out of it, what comes after too.
        answer.RemovalId = await db.Removals.Where(r => r.Voter == voter && r.UndoneAt == null).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct);
        var wasHeld = await db.Close(group.Id, voter, ct);
        var counts = !answer.OnGold && answer.RemovalId is null;
        if (counts && await Refused(group.Id, wasHeld, network, ct) is { } refused)
        {
            await transaction.CommitAsync(ct);
            return (refused, default);
        }

        db.Add(answer);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            await transaction.RollbackAsync(ct);
            db.ChangeTracker.Clear();
            if (await Given(group.Id, voter, ct) is not { } first)
            {
                throw;
            }

            // The same person pressed twice.
            return (Taking.Already, first);
        }

        if (answer.OnGold)
        {
            // It is told like another: see ShownAnswers.
            await db.Database.ExecuteSqlAsync($"""UPDATE ads_groups SET "Answers" = "Answers" + 1 WHERE "Id" = {group.Id} AND "State" = 'Gold'""", ct);
        }

        if (counts)
        {
            await verdicts.Settle(group.Id, purposeAwaited: true, ct);
        }

        await transaction.CommitAsync(ct);
        return (Taking.Taken, answer.Id);
    }

    Task<Guid?> Given(Guid group, string voter, CancellationToken ct) => db.Answers.Where(a => a.GroupId == group && a.Voter == voter).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct);

    /// <summary>Null: it counts. The row of the group is ours until the end of the transaction.</summary>
    async Task<Taking?> Refused(Guid group, bool wasHeld, string? network, CancellationToken ct)
    {
        await db.Lock(group, ct);
        return network is not null && await db.Answers.CountAsync(a => a.GroupId == group && a.Network == network && a.RemovalId == null, ct) >= settings.AnswersPerNetwork ? Taking.EnoughNearby
            : await Counts(group, wasHeld, ct) ? null : Taking.TooLate;
    }

    /// <summary>A place was kept for it, or there is one left.</summary>
    async Task<bool> Counts(Guid group, bool wasHeld, CancellationToken ct) =>
        await db.Database.ExecuteSqlRawAsync("""
            UPDATE ads_groups SET "Answers" = "Answers" + 1
            WHERE "Id" = {0} AND (({1} AND "State" IN ('Open', 'Settled', 'Disputed')) OR ("State" = 'Open' AND "Answers" + "Promised" < "Wanted"))
            """, [group, wasHeld], ct) > 0;
}
