using Beffroi.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Talking;

/// <summary>Where in the room: by places, which say nothing of how much is hidden.</summary>
public sealed record Window
{
    public long? Before { get; init; }
    public long? After { get; init; }

    public bool IsLatest => Before is null && After is null;
}

/// <summary>Makes the page of a room for one member or guest.</summary>
public sealed class RoomView(ChatDb db, Scopes scopes, MessageReadings readings, RoomTitles titles, ReadMarks marks, Composing composing, Reads reads)
{
    public async Task<IResult> Page(Seat seat, Room room, Window window, ComposerForm form, Errors errors, Lang l, CancellationToken ct)
    {
        var all = scopes.MessagesOf(seat.Reader).Where(m => m.RoomId == room.Id && m.ThreadId == null);
        var asked = window.Before is { } before ? all.Where(m => m.Place < before).OrderByDescending(m => m.Place)
            : window.After is { } after ? all.Where(m => m.Place > after).OrderBy(m => m.Place)
            : all.OrderByDescending(m => m.Place);

        // One more than is shown says whether there are others.
        var places = await asked.Take(ShowRoom.PageSize + 1).Select(m => m.Place).ToListAsync(ct);
        var more = places.Count > ShowRoom.PageSize;
        var shown = places.Take(ShowRoom.PageSize).ToList();
        var (first, last) = shown.Count == 0 ? (0, -1) : (shown.Min(), shown.Max());
        var read = await marks.Of(room.Id, seat.AccountId, ct);
        var messages = shown.Count == 0 ? [] : await readings.Of(seat.Reader, all.Where(m => m.Place >= first && m.Place <= last), seat.IsReferent ? seat.OrganisationId : null, ct);
        await reads.Note(seat, messages, ct);
        if (window.IsLatest && !errors.Any)
        {
            // Replies stand in their threads, whose heads are on this page or above: seen as well.
            await marks.Until(await scopes.MessagesOf(seat.Reader).Where(m => m.RoomId == room.Id).Select(m => (long?)m.Place).MaxAsync(ct) ?? 0, room.Id, seat.AccountId, ct);
        }

        return Html.Form<RoomPage, RoomModel>(new()
        {
            L = l,
            Room = room,
            Title = await titles.Of(room, seat, l, ct),
            Tlp = await db.Scopes.Where(s => s.Id == room.ScopeId).Select(s => s.Tlp).SingleAsync(ct),
            Messages = messages,
            Unread = messages.FirstOrDefault(m => m.Place > read && !m.IsMine)?.Id is { } unread && read > 0 ? unread : null,
            Older = (window.After is null ? more : shown.Count > 0) ? first : null,
            Newer = (window.After is null ? window.Before is not null && shown.Count > 0 : more) ? last : null,
            IsLatest = window.IsLatest,
            IsGuest = seat.IsGuest,
            Composer = room.ClosedAt is null ? await composing.Model(seat, room, null, form, errors, l, ct) : null,
        }, errors);
    }
}

public sealed record RoomModel
{
    public required Lang L { get; init; }
    public required Room Room { get; init; }
    public required string Title { get; init; }
    public required Tlp Tlp { get; init; }
    public required IReadOnlyList<MessageView> Messages { get; init; }

    /// <summary>The first message that the reader has not read; null on a first visit.</summary>
    public Guid? Unread { get; init; }
    public long? Older { get; init; }
    public long? Newer { get; init; }

    /// <summary>What is said next belongs below.</summary>
    public required bool IsLatest { get; init; }
    public required bool IsGuest { get; init; }

    /// <summary>Null in a closed room.</summary>
    public ComposerModel? Composer { get; init; }
}
