using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Settings;

/// <summary>Changes a private room: its name, and who enters; those who no longer do are cut off at once.</summary>
public sealed class RoomChange(ChatDb db, Scopes scopes, RoomPeople people, Inviting inviting, LiveRooms live, TimeProvider clock)
{
    public Task Close(Room room, CancellationToken ct)
    {
        room.ClosedAt = clock.GetUtcNow();
        return db.SaveChangesAsync(ct);
    }

    public async Task To(Seat seat, Room room, SettingsForm form, Errors errors, Lang l, CancellationToken ct)
    {
        RoomWords.Check(form.Name, form.Topic, errors, l);
        var marking = await inviting.Marking(seat, form.Invited, errors, l, ct);
        if (marking is null || errors.Any)
        {
            return;
        }

        var (lost, now) = (new List<Revocation>(), clock.GetUtcNow());
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            room = await Widening.Take(db, room.Id, ct);
            var before = room.ScopeId;
            marking = await WithUnseen(seat, await scopes.Marking(before, ct), marking, ct);
            (room.Name, room.Topic, room.ScopeId) = (RoomWords.OneLine(form.Name), RoomWords.OneLine(form.Topic), await scopes.Of(marking, ct));
            if (room.ScopeId != before)
            {
                await Keep(seat, room, before, marking, ct);
                await db.SaveChangesAsync(ct);
                var still = people.In(room.ScopeId).Select(m => m.AccountId);
                lost.AddRange((await people.In(before).Where(m => !still.Contains(m.AccountId)).Select(m => m.LoginId ?? m.AccountId).ToListAsync(ct))
                    .Select(account => new Revocation { Id = Guid.CreateVersion7(now), At = now, AccountId = account, RoomId = room.Id }));
                db.AddRange(lost);
            }

            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        lost.ForEach(live.Cut);
    }

    /// <summary>People of the room whose names the form may not show stay in it.</summary>
    async Task<Marked> WithUnseen(Seat seat, Marked now, Marked to, CancellationToken ct)
    {
        var (named, known) = (now.Audience!.Circles.SelectMany(c => c.People).Distinct().ToList(), people.Known(seat).Select(m => m.AccountId));
        var unseen = await db.Members.Where(m => named.Contains(m.AccountId) && m.LeftAt == null && !known.Contains(m.AccountId)).Select(m => m.AccountId).ToListAsync(ct);
        return to with { Audience = new() { Circles = [.. to.Audience!.Circles.Select(c => Circle.Of(c.Organisations, c.People.Concat(unseen)))] } };
    }

    /// <summary>What others said in the room was said to those of then, and only they may show it further (TLP 2.0: the source decides).</summary>
    async Task Keep(Seat seat, Room room, Guid before, Marked to, CancellationToken ct)
    {
        if (!Widening.Widens(await scopes.Marking(before, ct), to))
        {
            return;
        }

        var common = db.Messages.Where(m => m.RoomId == room.Id && m.ScopeId == null);
        await Widening.Pin(db, common.Where(m => m.AuthorId != seat.AccountId && (m.OrganisationId == null || m.OrganisationId != seat.OrganisationId)), before, ct);
        (room.LastCommonPlace, room.Widenings) = (await common.MaxAsync(m => (long?)m.Place, ct) ?? 0, room.Widenings + 1);
    }
}
