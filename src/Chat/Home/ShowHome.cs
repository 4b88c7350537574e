using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Home;

/// <summary>The door of the chat: channels, rooms and conversations, with what is new to this reader.</summary>
public static class ShowHome
{
    const int MostRooms = 200;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Home(l), Show).ForSeated();
        }
    }

    static async Task<IResult> Show(HttpRequest request, Seated seated, ChatDb db, Scopes scopes, RoomTitles titles, CancellationToken ct)
    {
        var (l, seat) = (Langs.Of(request), seated.Seat);
        var me = seat.AccountId;
        var readable = scopes.MessagesOf(seat.Reader);
        var rows = await scopes.RoomsOf(seat.Reader).AsNoTracking().Where(r => r.ClosedAt == null)
            .Select(r => new { Room = r, Tlp = db.Scopes.Where(s => s.Id == r.ScopeId).Select(s => s.Tlp).First(), Read = db.ReadMarks.Where(m => m.RoomId == r.Id && m.AccountId == me).Select(m => (long?)m.Place).FirstOrDefault() ?? 0 })
            .Select(r => new
            {
                r.Room,
                r.Tlp,
                r.Read,
                Unread = readable.Any(m => m.RoomId == r.Room.Id && m.Place > r.Read && m.AuthorId != me && m.RemovedAt == null),
                Last = readable.Where(m => m.RoomId == r.Room.Id).OrderByDescending(m => m.Place).Select(m => (long?)m.Place).FirstOrDefault(),
            }).OrderByDescending(r => r.Last).ThenBy(r => r.Room.Id).Take(MostRooms).ToListAsync(ct);
        var called = await db.Mentions.Where(n => n.AccountId == me).Join(readable, n => n.MessageId, m => m.Id, (n, m) => m)
            .Where(m => m.RemovedAt == null && !db.ReadMarks.Any(k => k.RoomId == m.RoomId && k.AccountId == me && k.Place >= m.Place))
            .GroupBy(m => m.RoomId).Select(g => new { g.Key, Place = g.Max(m => m.Place) }).ToDictionaryAsync(g => g.Key, g => g.Place, ct);
        var names = await titles.Of(rows.ConvertAll(r => r.Room), seat, l, ct);
        return Html.View<HomePage, HomeModel>(new()
        {
            L = l,
            Seat = seat,
            Rooms = [.. rows.Select(r => new RoomRow
            {
                Room = r.Room,
                Title = names[r.Room.Id],
                Tlp = r.Tlp,
                Unread = r.Unread,
                Called = called.GetValueOrDefault(r.Room.Id) > r.Read,
                LastAt = r.Last is { } last ? DateTimeOffset.UnixEpoch.AddMicroseconds(last) : null,
            })],
        });
    }
}

public sealed record HomeModel
{
    public required Lang L { get; init; }
    public required Seat Seat { get; init; }

    /// <summary>The last spoken in first.</summary>
    public required IReadOnlyList<RoomRow> Rooms { get; init; }
}

public sealed record RoomRow
{
    public required Room Room { get; init; }
    public required string Title { get; init; }
    public required Tlp Tlp { get; init; }

    /// <summary>Something that this reader may read, and has not read.</summary>
    public required bool Unread { get; init; }

    /// <summary>Somebody names them in it.</summary>
    public required bool Called { get; init; }

    /// <summary>Of the last message that they may read.</summary>
    public required DateTimeOffset? LastAt { get; init; }
}
