using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>Writes down who read what is restricted (TLP:AMBER and above), once for each person and thing: whoever shared it may ask.</summary>
public sealed class Reads(ChatDb db, Actor actor, TimeProvider clock)
{
    /// <summary>Messages as shown, with what they quote.</summary>
    public Task Note(Seat seat, IEnumerable<MessageView> shown, CancellationToken ct) => Note(seat, shown.Where(m => m.RemovedAt is null)
        .SelectMany(m => m.Quotes.Select(q => new ReadThing(q.Id, q.RoomId, q.Level, q.OrganisationId, q.AuthorId)).Append(new(m.Id, m.RoomId, m.Level, m.OrganisationId, m.AuthorId))), ct);

    /// <summary>Messages that are about to be quoted.</summary>
    public Task Note(Seat seat, IEnumerable<QuotedView> shown, CancellationToken ct) => Note(seat, shown.Select(q => new ReadThing(q.Id, q.RoomId, q.Level, q.OrganisationId, q.AuthorId)), ct);

    /// <summary>Messages of which the first words are shown.</summary>
    /// <param name="readable">Made from <see cref="Scopes.MessagesOf"/> of the same person.</param>
    public async Task Note(Seat seat, IQueryable<Message> readable, CancellationToken ct) => await Note(seat, await readable.AsNoTracking()
        .Select(m => new ReadThing(m.Id, m.RoomId, db.Scopes.Where(s => s.Id == (m.ScopeId ?? db.Rooms.Where(r => r.Id == m.RoomId).Select(r => r.ScopeId).First())).Select(s => s.Tlp).First(), m.OrganisationId, m.AuthorId)).ToListAsync(ct), ct);

    public async Task Note(Seat seat, IEnumerable<ReadThing> shown, CancellationToken ct)
    {
        var restricted = shown.Where(t => t.Level >= Tlp.Amber && t.AuthorId != seat.AccountId).DistinctBy(t => t.Id).ToDictionary(t => t.Id);
        if (restricted.Count == 0)
        {
            return;
        }

        var ids = restricted.Keys.ToList();
        var known = await db.Readings.Where(r => r.AccountId == seat.AccountId && r.Act == ReadingAct.Read && r.ItemId != null && ids.Contains(r.ItemId.Value)).Select(r => r.ItemId!.Value).ToListAsync(ct);
        var rooms = restricted.Values.Select(t => t.RoomId).Distinct().ToList();
        var cases = await db.Rooms.Where(r => rooms.Contains(r.Id) && r.CaseId != null).ToDictionaryAsync(r => r.Id, r => r.CaseId, ct);
        db.AddRange(restricted.Values.Where(t => !known.Contains(t.Id)).Select(t => Line(seat, ReadingAct.Read, t.Id, cases.GetValueOrDefault(t.RoomId), t.OrganisationId, t.AuthorId)));
        if (db.ChangeTracker.HasChanges())
        {
            actor.Act ??= "discussion.lire";
            await db.SaveChangesAsync(ct);
        }
    }

    public ReadingLine Line(Seat seat, ReadingAct act, Guid item, Guid? caseId, Guid? ownerOrganisation, Guid? owner)
    {
        var now = clock.GetUtcNow();
        return new() { Id = Guid.CreateVersion7(now), At = now, AccountId = seat.AccountId, OrganisationId = seat.OrganisationId, Act = act, CaseId = caseId, ItemId = item, OwnerOrganisationId = ownerOrganisation, OwnerId = owner };
    }
}

/// <summary>Something of a room that somebody read: a message or a file.</summary>
/// <param name="Level">That holds for it.</param>
public sealed record ReadThing(Guid Id, Guid RoomId, Tlp Level, Guid? OrganisationId, Guid? AuthorId);
