using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Live;

/// <summary>
/// Notes who heard what is restricted: what is said in a room at TLP:AMBER goes whole to all who listen there, and each node writes down, for its own listeners and
/// several times a second, all that was said since. Whoever left meanwhile is noted as well.
/// </summary>
public sealed class HeardReads(LiveConnections connections)
{
    const int MostAtOnce = 500;

    /// <summary>Clocks of two nodes differ: what was said so little before somebody came may have been told to them.</summary>
    static readonly TimeSpan Blur = TimeSpan.FromSeconds(5);

    readonly Dictionary<Guid, long> _noted = [];

    public async Task Note(ChatDb db, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var listening = connections.TakeListening();
        if (listening.Count == 0)
        {
            _noted.Clear();
            return;
        }

        try
        {
            var byRoom = listening.GroupBy(l => l.Room).ToDictionary(g => g.Key, g => g.ToList());
            var ids = byRoom.Keys.ToList();
            // RED is told to nobody whole: each asks for it, and is noted then.
            var rooms = await (from r in db.Rooms join s in db.Scopes on r.ScopeId equals s.Id where ids.Contains(r.Id) && (s.Tlp == Tlp.Amber || s.Tlp == Tlp.AmberStrict) select new { r.Id, r.CaseId, r.LastPlace }).ToListAsync(ct);
            foreach (var room in rooms)
            {
                _noted.TryAdd(room.Id, Since(byRoom[room.Id].Min(l => l.Since)));
                while (_noted[room.Id] < room.LastPlace && await Next(db, room.Id, ct) is { Count: > 0 } said)
                {
                    await Note(db, actor, clock, room.CaseId, said, byRoom[room.Id], ct);
                    _noted[room.Id] = said[^1].Place;
                }

                _noted[room.Id] = Math.Max(_noted[room.Id], room.LastPlace);
            }

            foreach (var gone in _noted.Keys.Except(ids).ToList())
            {
                _noted.Remove(gone);
            }
        }
        catch
        {
            connections.GiveBack(listening);
            throw;
        }
    }

    Task<List<Heard>> Next(ChatDb db, Guid room, CancellationToken ct)
    {
        var after = _noted[room];
        return db.Messages.AsNoTracking().Where(m => m.RoomId == room && m.Place > after && m.ScopeId == null).OrderBy(m => m.Place).Take(MostAtOnce)
            .Select(m => new Heard(m.Id, m.Place, m.AuthorId, m.OrganisationId)).ToListAsync(ct);
    }

    static async Task Note(ChatDb db, Actor actor, TimeProvider clock, Guid? caseId, List<Heard> said, List<Listening> listening, CancellationToken ct)
    {
        var (now, items) = (clock.GetUtcNow(), said.ConvertAll(m => m.Id));
        var people = listening.GroupBy(l => l.PersonId).Select(g => g.MinBy(l => l.Since)!).ToList();
        var accounts = people.ConvertAll(p => p.PersonId);
        var known = (await db.Readings.Where(r => r.ItemId != null && items.Contains(r.ItemId.Value) && r.Act == ReadingAct.Read && accounts.Contains(r.AccountId)).Select(r => new { r.AccountId, r.ItemId }).ToListAsync(ct))
            .ConvertAll(r => (r.AccountId, r.ItemId!.Value)).ToHashSet();
        db.AddRange(
            from m in said
            from p in people
            where m.AuthorId != p.PersonId && m.Place >= Since(p.Since) && !known.Contains((p.PersonId, m.Id))
            select new ReadingLine { Id = Guid.CreateVersion7(now), At = now, AccountId = p.PersonId, OrganisationId = p.OrganisationId, Act = ReadingAct.Read, CaseId = caseId, ItemId = m.Id, OwnerOrganisationId = m.OrganisationId, OwnerId = m.AuthorId });
        if (db.ChangeTracker.HasChanges())
        {
            (actor.Who, actor.Act) = ("systeme", "discussion.lire");
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>The place of what is said then.</summary>
    static long Since(DateTimeOffset at) => (at - Blur - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    sealed record Heard(Guid Id, long Place, Guid? AuthorId, Guid? OrganisationId);
}
