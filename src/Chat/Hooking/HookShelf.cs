using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Hooking;

/// <summary>The webhooks of a room as one person may see them: all those that post in it, and those that tell their own organisation's programs.</summary>
public sealed class HookShelf(ChatDb db, Delivering.HookKeys keys)
{
    public string Seal(byte[] key) => keys.Seal(key);

    public async Task<IReadOnlyList<IncomingRow>> Incoming(Guid room, Seat seat, CancellationToken ct)
    {
        var own = Own(seat);
        return await db.IncomingHooks.Where(h => h.RoomId == room && h.StoppedAt == null).OrderBy(h => h.Name).ThenBy(h => h.Id)
            .Select(h => new IncomingRow(h.Id, h.Name, h.AddedAt, h.UsedAt, own.Contains(h.AddedBy))).ToListAsync(ct);
    }

    public async Task<IReadOnlyList<OutgoingRow>> Outgoing(Guid room, Seat seat, CancellationToken ct)
    {
        var rows = await db.OutgoingHooks.Where(h => h.RoomId == room && h.StoppedAt == null && h.OrganisationId == seat.OrganisationId).OrderBy(h => h.Name).ThenBy(h => h.Id)
            .Select(h => new
            {
                h.Id, h.Name, h.Address, h.AddedAt,
                Waiting = db.HookDeliveries.Count(d => d.HookId == h.Id && d.DoneAt == null),
                GivenUp = db.HookDeliveries.Count(d => d.HookId == h.Id && d.DoneAt != null && d.Failure != null),
                Failure = db.HookDeliveries.Where(d => d.HookId == h.Id && d.Tries > 0).OrderByDescending(d => d.NextAt).Select(d => d.Failure).FirstOrDefault(),
            }).ToListAsync(ct);
        return [.. rows.Select(r => new OutgoingRow(r.Id, r.Name, r.Address, r.AddedAt) { Waiting = r.Waiting, GivenUp = r.GivenUp, Failure = r.Failure, MayStop = seat.IsReferent })];
    }

    /// <summary>False when there is none that this person may stop: who added it may, and the referent of their organisation.</summary>
    public async Task<bool> Stop(Guid room, Guid id, Seat seat, DateTimeOffset now, CancellationToken ct)
    {
        var own = Own(seat);
        if (await db.IncomingHooks.SingleOrDefaultAsync(h => h.Id == id && h.RoomId == room && h.StoppedAt == null && own.Contains(h.AddedBy), ct) is { } incoming)
        {
            incoming.StoppedAt = now;
            return true;
        }

        if (seat.IsReferent && await db.OutgoingHooks.SingleOrDefaultAsync(h => h.Id == id && h.RoomId == room && h.StoppedAt == null && h.OrganisationId == seat.OrganisationId, ct) is { } outgoing)
        {
            outgoing.StoppedAt = now;
            return true;
        }

        return false;
    }

    IQueryable<Guid> Own(Seat seat) =>
        db.Members.Where(m => m.AccountId == seat.AccountId || (seat.IsReferent && m.OrganisationId == seat.OrganisationId)).Select(m => m.AccountId);
}

public sealed record IncomingRow(Guid Id, string Name, DateTimeOffset AddedAt, DateTimeOffset? UsedAt, bool MayStop);

public sealed record OutgoingRow(Guid Id, string Name, string Address, DateTimeOffset AddedAt)
{
    /// <summary>Deliveries that the program has not taken yet.</summary>
    public required int Waiting { get; init; }

    /// <summary>Deliveries that it never took, of the last days.</summary>
    public required int GivenUp { get; init; }

    /// <summary>What the last try met; null when it went well.</summary>
    public required string? Failure { get; init; }
    public required bool MayStop { get; init; }
}
