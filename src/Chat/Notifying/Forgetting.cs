using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Notifying;

/// <summary>Erases what names people and has done its time: notices, readings, withdrawals, guests' names; and bytes that belong to no file.</summary>
public sealed class Forgetting(ChatDb db, Actor actor, TimeProvider clock)
{
    /// <summary>Days a notice is kept, seen or not.</summary>
    public const int NoticesKept = 90;

    /// <summary>
    /// Months a reading is kept: between the six months and the year that the CNIL recommends for logs (délibération no. 2021-122 of 14 October 2021, read on 26 November 2026).
    /// </summary>
    public const int ReadingsKept = 12;

    /// <summary>Nodes read withdrawals several times a second; a day lets one that slept catch up.</summary>
    static readonly TimeSpan RevocationsKept = TimeSpan.FromDays(1);

    /// <summary>Months after its end when the name on a guest's pass goes.</summary>
    public const int GuestsKept = 12;

    const int AtOnce = 100;

    /// <summary>What the next round takes.</summary>
    public async Task<(int Notices, int Readings, int Revocations, int Blobs, int Guests)> CountDue(CancellationToken ct) =>
        (await Notices().CountAsync(ct), await Readings().CountAsync(ct), await Revocations().CountAsync(ct), await Blobs().CountAsync(ct), await Guests().CountAsync(ct));

    public async Task Run(CancellationToken ct)
    {
        (actor.Who, actor.Act) = ("systeme", "discussion.effacer");
#pragma warning disable RS0030 // What is erased is a log past its day, by its own rule; the audit would keep a line for each.
        await Notices().ExecuteDeleteAsync(ct);
        await Readings().ExecuteDeleteAsync(ct);
        await Revocations().ExecuteDeleteAsync(ct);
        await Blobs().ExecuteDeleteAsync(ct);
#pragma warning restore RS0030
        while (await Guests().OrderBy(p => p.ExpiresAt).Take(AtOnce).ToListAsync(ct) is { Count: > 0 } due)
        {
            due.ForEach(pass => (pass.ForWhom, pass.Name) = ("", null));
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    IQueryable<NoticeRow> Notices()
    {
        var before = clock.GetUtcNow().AddDays(-NoticesKept);
        return db.Notices.Where(n => n.At < before);
    }

    IQueryable<ReadingLine> Readings()
    {
        var before = clock.GetUtcNow().AddMonths(-ReadingsKept);
        return db.Readings.Where(r => r.At < before);
    }

    IQueryable<Revocation> Revocations()
    {
        var before = clock.GetUtcNow() - RevocationsKept;
        return db.Revocations.Where(r => r.At < before);
    }

    IQueryable<Blob> Blobs()
    {
        var before = clock.GetUtcNow() - RevocationsKept;
        return db.Blobs.Where(b => b.At < before && !db.Files.Any(f => f.Sha256 == b.Sha256));
    }

    IQueryable<GuestPass> Guests()
    {
        var before = clock.GetUtcNow().AddMonths(-GuestsKept);
        return db.GuestPasses.Where(p => p.ForWhom != "" && p.ExpiresAt < before);
    }
}
