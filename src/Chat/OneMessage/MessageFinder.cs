using Beffroi.Dsfr;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.OneMessage;

/// <summary>A message with what surrounds it, for who may read it.</summary>
public sealed class MessageFinder(ChatDb db, Scopes scopes, MessageReadings readings, RoomTitles titles, Audiences audiences, Reads reads, Naming naming)
{
    public async Task<OneMessageModel?> Find(Seat seat, Guid roomId, Guid id, Lang l, CancellationToken ct)
    {
        if (await readings.One(seat.Reader, id, seat.IsReferent ? seat.OrganisationId : null, ct) is not { } view || view.RoomId != roomId)
        {
            return null;
        }

        await reads.Note(seat, [view], ct);
        var room = await scopes.RoomsOf(seat.Reader).AsNoTracking().SingleAsync(r => r.Id == roomId, ct);
        var own = await db.Messages.Where(m => m.Id == id).Select(m => m.ScopeId).SingleAsync(ct);
        return new()
        {
            L = l,
            View = view,
            Room = room,
            Title = await titles.Of(room, seat, l, ct),
            Audience = await audiences.Of(own ?? room.ScopeId, seat, ct),
            Signs = await Signs(seat, id, ct),
        };
    }

    /// <summary>To change: by its author, in a room where people still write.</summary>
    public async Task<(OneMessageModel Model, Message Message)?> Mine(Seat seat, Guid roomId, Guid id, Lang l, CancellationToken ct) =>
        await Find(seat, roomId, id, l, ct) is { View: { IsMine: true, RemovedAt: null }, Room.ClosedAt: null } found
        && await db.Messages.SingleAsync(m => m.Id == id, ct) is { Origin: MessageOrigin.Person } message ? (found, message) : null;

    /// <summary>Why its readers may not read this text; null when they may.</summary>
    public async Task<Words?> Unmasks(Seat seat, Room room, Message message, string text, CancellationToken ct) =>
        await naming.Calls(seat, text, await scopes.Marking(message.ScopeId ?? room.ScopeId, ct), ct);

    /// <summary>Who answered by which sign: by name, or by organisation where it masks its people.</summary>
    async Task<IReadOnlyList<(Sign, IReadOnlyList<string>)>> Signs(Seat seat, Guid id, CancellationToken ct)
    {
        var rows = await db.Reactions.AsNoTracking().Where(r => r.MessageId == id).OrderBy(r => r.At).ToListAsync(ct);
        var book = await naming.Of([.. rows.Select(r => r.AccountId).Distinct()], [.. rows.Select(r => r.OrganisationId).OfType<Guid>().Distinct()], ct);
        return [.. Sign.All.Select(s => (s, (IReadOnlyList<string>)[.. rows.Where(r => string.Equals(r.Sign, s.Key, StringComparison.Ordinal)).Select(Who).OfType<string>().Distinct(StringComparer.Ordinal)])).Where(s => s.Item2.Count > 0)];

        string? Who(MessageReaction r)
        {
            var organisation = r.OrganisationId is { } home ? book.Organisations.GetValueOrDefault(home) : null;
            return book.Signed(r.AccountId, r.OrganisationId, r.Masked, seat.Reader) is { } name ? organisation is null ? name : $"{name}, {organisation}" : organisation;
        }
    }
}

public sealed record OneMessageModel
{
    public required Lang L { get; init; }
    public required MessageView View { get; init; }
    public required Room Room { get; init; }
    public required string Title { get; init; }
    public required AudienceView Audience { get; init; }
    public required IReadOnlyList<(Sign Sign, IReadOnlyList<string> People)> Signs { get; init; }

    /// <summary>Where it stands: its thread, or its room with what was said just before.</summary>
    public string Home => View.ThreadId is { } thread ? $"{Addresses.Thread(L, Room.Id, thread)}#m-{View.Id}" : $"{Addresses.Room(L, Room.Id)}?before={View.Place + 1}#m-{View.Id}";

    public IReadOnlyList<Crumb> Trail => [new(L.Say("Discussion", "Chat"), Addresses.Home(L)), new(Title, Addresses.Room(L, Room.Id))];
}

public sealed record HistoryModel(OneMessageModel Of, IReadOnlyList<MessageVersion> Versions);

public sealed record EditModel(OneMessageModel Of, string Text, Errors Errors);
