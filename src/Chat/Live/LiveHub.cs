using Beffroi.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Live;

/// <summary>The live line of a page. Each call is judged with the rights of the moment (<see cref="SeatFilter"/>, <see cref="Scopes"/>).</summary>
public sealed class LiveHub(ChatDb db, Scopes scopes, Seated seated, Composing composing, LiveRooms rooms, ReadMarks marks, Drafts drafts, MessageHtml html, LiveConnections connections, LiveLine line, LiveLimits limits, TimeProvider clock) : Hub
{
    /// <summary>Messages that one answer brings.</summary>
    public const int PageSize = 50;

    /// <summary>Messages that may be asked for again at once: those of a page.</summary>
    public const int MostShown = 100;

    public const int MostRooms = 50;

    /// <summary>Bytes of one call: a text of the greatest length, each letter of it written in four.</summary>
    public const int MostBytes = 96 * 1024;

    public const string Absent = "absent";
    public const string TooFast = "too-fast";

    static readonly TimeSpan BetweenTypings = TimeSpan.FromSeconds(2);

    LiveConnection Connection => connections[Context.ConnectionId];

    /// <summary>From now on this page hears what everybody in the room reads.</summary>
    public async Task Enter(Guid room)
    {
        var connection = Connection;
        // Noted before the room is judged: whoever withdraws the right meanwhile finds it.
        if (connection.Rooms.Count >= MostRooms || (connection.Rooms.TryAdd(room, clock.GetUtcNow()) && !await MayEnter(room)))
        {
            connection.Rooms.TryRemove(room, out _);
            throw new HubException(Absent);
        }

        await Groups.AddToGroupAsync(Context.ConnectionId, LiveLine.Group(room, connection.Language));
        if (seated.Seat.OrganisationId is { } organisation)
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, LiveLine.Group(room, organisation));
        }

        connections.Moved(room);
    }

    public async Task Leave(Guid room)
    {
        var connection = Connection;
        if (connection.Rooms.ContainsKey(room))
        {
            await Groups.RemoveFromGroupAsync(Context.ConnectionId, LiveLine.Group(room, connection.Language));
            if (connection.OrganisationId is { } organisation)
            {
                await Groups.RemoveFromGroupAsync(Context.ConnectionId, LiveLine.Group(room, organisation));
            }

            connections.Left(connection, room);
        }
    }

    /// <summary>The same form as that of the page, without its files. Answered once it is kept.</summary>
    [Does("discussion.ecrire")]
    public async Task<PostAnswer> Post(Guid room, Guid? thread, ComposerForm form)
    {
        if (!limits.MayPost(seated.Seat.AccountId))
        {
            throw new HubException(TooFast);
        }

        var (l, errors, ct) = (Connection.Language, new Errors(), Context.ConnectionAborted);
        if (await scopes.RoomsOf(seated.Reader).AsNoTracking().SingleOrDefaultAsync(r => r.Id == room, ct) is not { } found)
        {
            throw new HubException(Absent);
        }

        if (await composing.Say(seated.Seat, found, thread, form, new FormFileCollection(), errors, l, ct) is not { } message)
        {
            return new() { Faults = [.. errors.All.Select(e => e.Message)] };
        }

        var own = rooms.Said is { } view && view.Id == message.Id
            ? await html.Own(seated.Seat, view, l)
            : (await html.Of(seated.Seat, db.Messages.Where(m => m.Id == message.Id), inThread: null, l, ct)).SingleOrDefault()?.Html;
        return new() { Id = message.Id, Place = message.Place, Html = own };
    }

    /// <summary>What they may read of a room after a place, in order; asked again from the last as long as there is more.</summary>
    [Does("discussion.lire")]
    public async Task<CaughtUp> CatchUp(Guid room, long after)
    {
        if (!await MayEnter(room))
        {
            throw new HubException(Absent);
        }

        var readable = scopes.MessagesOf(seated.Reader).Where(m => m.RoomId == room && m.Place > after).OrderBy(m => m.Place).Take(PageSize + 1);
        var found = await html.Of(seated.Seat, readable, inThread: null, Connection.Language, Context.ConnectionAborted);
        return new([.. found.Take(PageSize)], found.Count > PageSize);
    }

    /// <summary>Messages as they are now; those that are no longer theirs to read are not in the answer.</summary>
    [Does("discussion.lire")]
    public async Task<IReadOnlyList<WrittenMessage>> Show(Guid room, IReadOnlyList<Guid> ids, bool inThread)
    {
        var asked = ids.Take(MostShown).ToList();
        return await html.Of(seated.Seat, scopes.MessagesOf(seated.Reader).Where(m => m.RoomId == room && asked.Contains(m.Id)), inThread, Connection.Language, Context.ConnectionAborted);
    }

    /// <summary>Somebody writes something that everybody in the room will read. In a marked thread, nobody is told.</summary>
    public async Task Typing(Guid room, Guid? thread)
    {
        var (connection, now) = (Connection, clock.GetUtcNow());
        if (now - connection.TypedAt < BetweenTypings || !connection.Rooms.ContainsKey(room) || !await MayEnter(room)
            || (thread is { } head && !await db.Messages.AnyAsync(m => m.Id == head && m.RoomId == room && m.ScopeId == null, Context.ConnectionAborted)))
        {
            return;
        }

        connection.TypedAt = now;
        line.TellOthers(room, Context.ConnectionId, new Typing(room, thread, connection.ShownAs));
    }

    [Does("discussion.lire")]
    public async Task MarkRead(Guid room, long place)
    {
        var ct = Context.ConnectionAborted;
        if (await scopes.RoomsOf(seated.Reader).Where(r => r.Id == room).Select(r => (long?)r.LastPlace).SingleOrDefaultAsync(ct) is { } last)
        {
            await marks.Until(Math.Min(place, last), room, seated.Seat.AccountId, ct);
        }
    }

    [Does("discussion.brouillon")]
    public async Task KeepDraft(Guid room, Guid? thread, string text)
    {
        if (text.Length <= Message.TextMaxLength && CleanText.IsClean(text) && await MayEnter(room))
        {
            await drafts.Keep(seated.Seat.AccountId, room, thread, text, Context.ConnectionAborted);
        }
    }

    Task<bool> MayEnter(Guid room) => scopes.RoomsOf(seated.Reader).AnyAsync(r => r.Id == room, Context.ConnectionAborted);
}

/// <summary>What became of a message: kept at a place, or what to change.</summary>
public sealed record PostAnswer
{
    public Guid? Id { get; init; }
    public long? Place { get; init; }

    /// <summary>As its writer reads it.</summary>
    public string? Html { get; init; }
    public IReadOnlyList<string> Faults { get; init; } = [];
}

/// <param name="More">Ask again from the place of the last.</param>
public sealed record CaughtUp(IReadOnlyList<WrittenMessage> Messages, bool More);
