using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.NewRooms;

/// <summary>A member opens a private room, or a conversation with a few people.</summary>
public static class OpenRoom
{
    public const string Direct = "direct";
    public const string Private = "private";

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.NewRoom(l), Show).ForMembers().WhileRecorded(ChatAssessment.Template);
            app.MapPost(Addresses.NewRoom(l), Open).Does("discussion.ouvrir").ForMembers().WhileRecorded(ChatAssessment.Template);
        }
    }

    static async Task<IResult> Show(string? kind, HttpRequest request, Seated seated, Inviting inviting, CancellationToken ct) =>
        await View(seated.Seat, new() { Kind = kind is Direct ? Direct : Private, Level = Narrower.Strict }, new(), Langs.Of(request), inviting, ct);

    static async Task<IResult> Open([FromForm] OpenRoomForm? form, HttpRequest request, Seated seated, ChatDb db, Scopes scopes, Inviting inviting, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var (l, errors, seat) = (Langs.Of(request), new Errors(), seated.Seat);
        var marking = form.Kind is Direct ? await Between(seat, form, errors, l, inviting, ct) : await Named(seat, form, errors, l, inviting, ct);
        if (marking is null || errors.Any)
        {
            return await View(seat, form, errors, l, inviting, ct);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var scope = await scopes.Of(marking, ct);
        if (form.Kind is Direct && await db.Rooms.Where(r => r.Kind == RoomKind.Direct && r.ScopeId == scope && r.ClosedAt == null).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct) is { } known)
        {
            return TypedResults.LocalRedirect(Addresses.Room(l, known));
        }

        var now = clock.GetUtcNow();
        var room = new Room
        {
            Id = Guid.CreateVersion7(now), Kind = form.Kind is Direct ? RoomKind.Direct : RoomKind.Private, Name = form.Kind is Direct ? "" : RoomWords.OneLine(form.Name), Topic = form.Kind is Direct ? "" : RoomWords.OneLine(form.Topic),
            ScopeId = scope, CreatedAt = now, CreatedBy = seat.AccountId,
        };
        db.Add(room);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Room(l, room.Id));
    }

    static async Task<Marked?> Between(Seat seat, OpenRoomForm form, Errors errors, Lang l, Inviting inviting, CancellationToken ct)
    {
        var people = await inviting.People(seat, form.Invited, errors, l, ct);
        if (people.Count == 0)
        {
            errors.Add("People", l.Say("Nommez au moins une personne", "Name at least one person"));
        }

        return errors.Any ? null : new() { Tlp = Tlp.Red, Audience = Audience.OfPeople(people.Append(seat.AccountId)) };
    }

    static Task<Marked?> Named(Seat seat, OpenRoomForm form, Errors errors, Lang l, Inviting inviting, CancellationToken ct)
    {
        RoomWords.Check(form.Name, form.Topic, errors, l);
        return inviting.Marking(seat, form.Invited, errors, l, ct);
    }

    static async Task<IResult> View(Seat seat, OpenRoomForm form, Errors errors, Lang l, Inviting inviting, CancellationToken ct) =>
        Html.Form<OpenRoomPage, OpenRoomModel>(new(l, form, errors, await inviting.Model(seat, form.Invited, errors, l, ct)), errors);
}

public sealed record OpenRoomForm
{
    public string? Kind { get; init; }
    public string? Name { get; init; }
    public string? Topic { get; init; }
    public string? Level { get; init; }
    public string[]? Organisations { get; init; }
    public string[]? People { get; init; }

    internal InvitedForm Invited => new() { Organisations = Organisations, People = People, Level = Level };
}

public sealed record OpenRoomModel(Lang L, OpenRoomForm Form, Errors Errors, InvitedModel Invited);
