using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator;

/// <summary>The delegator is told the same day that credits will not suffice, or that some will be left: whatever changes the outlook asks, and each night asks again.</summary>
public sealed class DelegatorNotices(IncubatorDb db, IOutbox outbox, IStructures people, TimeProvider clock)
{
    /// <summary>Within the turn, before it is kept. The same amount is told once, until it has ceased; another one is told at once.</summary>
    public async Task Tell(LedgerTurn turn, CancellationToken ct)
    {
        var (today, now, dates) = (clock.Today(), clock.GetUtcNow(), turn.Convention.Dates);
        if (dates is null || today > dates.LastCommitment)
        {
            return;
        }

        // What this turn adds is in memory only.
        await db.Forecasts.Where(f => f.ConventionId == turn.Convention.Id).LoadAsync(ct);
        var told = Outlook.Of(turn.Ledger.Entries, db.Forecasts.Local.Where(f => f.ConventionId == turn.Convention.Id), today).ToTell(today, dates.LastCommitment);
        var last = await db.Notices.Where(n => n.ConventionId == turn.Convention.Id && n.CeasedAt == null).OrderByDescending(n => n.SentAt).FirstOrDefaultAsync(ct);
        if (last is not null && (last.Kind, last.Amount) == told)
        {
            return;
        }

        if (last is not null)
        {
            last.CeasedAt = now;
        }

        if (told is (var kind, var amount))
        {
            db.Add(new Notice { Id = Guid.CreateVersion7(now), ConventionId = turn.Convention.Id, Kind = kind, Amount = amount, SentAt = now });
        }
    }

    /// <summary>After the turn is kept: the letters of what nobody has read yet. Each goes once, however often this is asked.</summary>
    public async Task Write(Convention convention, CancellationToken ct)
    {
        if (await db.Notices.AsNoTracking().Where(n => n.ConventionId == convention.Id && n.CeasedAt == null && n.AcknowledgedAt == null).OrderByDescending(n => n.SentAt).FirstOrDefaultAsync(ct) is not { } notice)
        {
            return;
        }

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
