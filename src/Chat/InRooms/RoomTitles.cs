using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>What rooms are called: a direct one by the others who are in it, as their names may be known.</summary>
public sealed class RoomTitles(ChatDb db, Naming naming)
{
    const int MostNames = 3;

    public async Task<IReadOnlyDictionary<Guid, string>> Of(IReadOnlyCollection<Room> rooms, Seat seat, Lang l, CancellationToken ct)
    {
        var direct = rooms.Where(r => r.Kind is RoomKind.Direct).Select(r => r.ScopeId).Distinct().ToList();
        var people = direct.Count == 0 ? [] : await (
            from circle in db.Set<ScopeCircle>().AsNoTracking()
            join name in db.Set<ScopeName>() on circle.Id equals name.CircleId
            join member in db.Members on name.NamedId equals member.AccountId
            where direct.Contains(circle.ScopeId) && name.IsPerson && member.AccountId != seat.AccountId && member.LeftAt == null
            select new { circle.ScopeId, member.AccountId }).ToListAsync(ct);
        var book = await naming.Of([.. people.Select(p => p.AccountId).Distinct()], [], ct);
        return rooms.ToDictionary(r => r.Id, r => r.Kind is not RoomKind.Direct ? r.Name
            : People([.. people.Where(p => p.ScopeId == r.ScopeId).Select(p => book.Called(p.AccountId, seat.Reader)).OfType<string>().Order(StringComparer.CurrentCulture)], l));
    }

    public async Task<string> Of(Room room, Seat seat, Lang l, CancellationToken ct) => (await Of([room], seat, l, ct))[room.Id];

    static string People(IReadOnlyList<string> names, Lang l) => names switch
    {
        [] => l.Say("Notes personnelles", "Own notes"),
        { Count: <= MostNames } => string.Join(", ", names),
        _ => string.Join(", ", names.Take(MostNames)) + l.Say(" et d’autres", " and others"),
    };
}
