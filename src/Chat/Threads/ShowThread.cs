using Beffroi.Dsfr;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Threads;

/// <summary>A message and its replies; a question is settled by whoever reads it.</summary>
public static class ShowThread
{
    public const int PageSize = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            var at = Addresses.Rooms(l) + "/{room:guid}" + l.Say("/fil/", "/thread/") + "{id:guid}";
            app.MapGet(at, Show).ForSeated().Does("discussion.lire");
            app.MapPost(at, Reply).Does("discussion.repondre").ForSeated().TakesFiles();
            app.MapPost(Addresses.Rooms(l) + "/{room:guid}/message/{id:guid}" + l.Say("/regler", "/settle"), Settle).Does("discussion.regler").ForSeated();
        }
    }

    static async Task<IResult> Show(Guid room, Guid id, string? before, string? quote, HttpRequest request, Seated seated, ThreadView view, CancellationToken ct) =>
        await view.Page(seated.Seat, room, id, ReadMarks.Read(before), new() { Quotes = quote is null ? null : [quote] }, new(), Langs.Of(request), ct);

    static async Task<IResult> Reply(Guid room, Guid id, [FromForm] ComposerForm? form, HttpRequest request, Seated seated, Scopes scopes, Composing composing, Drafts drafts, ThreadView view, CancellationToken ct)
    {
        form ??= new();
        if (await view.Find(seated.Reader, room, id, ct) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var (l, errors) = (Langs.Of(request), new Errors());
        if (form.IsDraft)
        {
            await drafts.Keep(seated.Seat.AccountId, room, id, form.Text, ct);
            return TypedResults.LocalRedirect(Addresses.Thread(l, room, id) + "#composer");
        }

        if (await composing.Commanded(seated.Seat, found.Room, id, form, errors, l, ct))
        {
            return await view.Page(seated.Seat, room, id, null, errors.Any ? form : new() { Text = "" }, errors, l, ct);
        }

        return await composing.Say(seated.Seat, found.Room, id, form, request.Form.Files, errors, l, ct) is { } said ? TypedResults.LocalRedirect($"{Addresses.Thread(l, room, id)}#m-{said.Id}")
            : errors.Any ? await view.Page(seated.Seat, room, id, null, form, errors, l, ct)
            : TypedResults.NotFound();
    }

    static async Task<IResult> Settle(Guid room, Guid id, [FromForm] IFormCollection form, HttpRequest request, Seated seated, ChatDb db, ThreadView view, LiveRooms live, TimeProvider clock, CancellationToken ct)
    {
        if (await view.Find(seated.Reader, room, id, ct) is not { Head.RemovedAt: null, Room.ClosedAt: null })
        {
            return TypedResults.NotFound();
        }

        var head = await db.Messages.SingleAsync(m => m.Id == id, ct);
        head.ResolvedAt = head.ResolvedAt is null ? clock.GetUtcNow() : null;
        await db.SaveChangesAsync(ct);
        await live.Changed(room, id, CancellationToken.None);
        return TypedResults.LocalRedirect(Addresses.Thread(Langs.Of(request), room, id));
    }
}

/// <summary>Makes the page of a thread for one member or guest.</summary>
public sealed class ThreadView(ChatDb db, Scopes scopes, MessageReadings readings, RoomTitles titles, Composing composing, Reads reads)
{
    public async Task<(Room Room, Message Head)?> Find(Reader reader, Guid roomId, Guid id, CancellationToken ct) =>
        await scopes.MessagesOf(reader).AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.RoomId == roomId && m.ThreadId == null, ct) is { } head
            ? (await db.Rooms.AsNoTracking().SingleAsync(r => r.Id == roomId, ct), head) : null;

    public async Task<IResult> Page(Seat seat, Guid roomId, Guid id, long? before, ComposerForm form, Errors errors, Lang l, CancellationToken ct)
    {
        if (await Find(seat.Reader, roomId, id, ct) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var replies = scopes.MessagesOf(seat.Reader).Where(m => m.ThreadId == id && m.RoomId == roomId);
        var asked = before is { } until ? replies.Where(m => m.Place < until) : replies;
        var places = await asked.OrderByDescending(m => m.Place).Take(ShowThread.PageSize + 1).Select(m => m.Place).ToListAsync(ct);
        var first = places.Count == 0 ? long.MaxValue : places[Math.Min(places.Count, ShowThread.PageSize) - 1];
        var looksAfter = seat.IsReferent ? seat.OrganisationId : null;
        var model = new ThreadModel
        {
            L = l,
            Room = found.Room,
            Title = await titles.Of(found.Room, seat, l, ct),
            Head = (await readings.One(seat.Reader, id, looksAfter, ct))!,
            Replies = places.Count == 0 ? [] : await readings.Of(seat.Reader, asked.Where(m => m.Place >= first), looksAfter, ct),
            Older = places.Count > ShowThread.PageSize ? first : null,
            Composer = found.Room.ClosedAt is null ? await composing.Model(seat, found.Room, id, form, errors, l, ct) : null,
        };
        await reads.Note(seat, model.Replies.Append(model.Head), ct);
        return Html.Form<ThreadPage, ThreadModel>(model, errors);
    }
}

public sealed record ThreadModel
{
    public required Lang L { get; init; }
    public required Room Room { get; init; }
    public required string Title { get; init; }
    public required MessageView Head { get; init; }
    public required IReadOnlyList<MessageView> Replies { get; init; }
    public long? Older { get; init; }
    public ComposerModel? Composer { get; init; }

    public IReadOnlyList<Crumb> Trail => [new(L.Say("Discussion", "Chat"), Addresses.Home(L)), new(Title, Addresses.Room(L, Room.Id))];
}
