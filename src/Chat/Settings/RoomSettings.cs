using Beffroi.Dsfr;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.Settings;

/// <summary>Who is in a room; whoever made a private one, or the referent of their organisation, says what it is called and who may enter.</summary>
public static class RoomSettings
{
    internal const int MostShown = 300;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Rooms(l) + "/{id:guid}" + l.Say("/reglages", "/settings"), Show).ForMembers();
            app.MapPost(Addresses.Rooms(l) + "/{id:guid}" + l.Say("/reglages", "/settings"), Change).Does("discussion.regler-salon").ForMembers();
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, Seated seated, SettingsView view, CancellationToken ct) =>
        await view.Find(seated.Seat, id, ct) is { } found ? await view.Page(seated.Seat, found.Room, found.May, null, new(), Langs.Of(request), ct) : TypedResults.NotFound();

    static async Task<IResult> Change(Guid id, [FromForm] SettingsForm? form, HttpRequest request, Seated seated, RoomChange change, SettingsView view, CancellationToken ct)
    {
        form ??= new();
        var (l, errors, seat) = (Langs.Of(request), new Errors(), seated.Seat);
        if (await view.Find(seat, id, ct) is not { May: true } found)
        {
            return TypedResults.NotFound();
        }

        if (form.Act is "close")
        {
            await change.Close(found.Room, ct);
            return TypedResults.LocalRedirect(Addresses.Room(l, id));
        }

        await change.To(seat, found.Room, form, errors, l, ct);
        return errors.Any ? await view.Page(seat, found.Room, true, form, errors, l, ct) : TypedResults.LocalRedirect(Addresses.RoomSettings(l, id));
    }
}

public sealed record SettingsForm
{
    public string? Act { get; init; }
    public string? Name { get; init; }
    public string? Topic { get; init; }
    public string? Level { get; init; }
    public string[]? Organisations { get; init; }
    public string[]? People { get; init; }

    internal InvitedForm Invited => new() { Organisations = Organisations, People = People, Level = Level };
}

public sealed record SettingsModel
{
    public required Lang L { get; init; }
    public required Room Room { get; init; }
    public required string Title { get; init; }
    public required AudienceView Audience { get; init; }

    /// <summary>Those in the room whom the reader may know by name.</summary>
    public required IReadOnlyList<KnownPerson> People { get; init; }
    public required SettingsForm Form { get; init; }
    public required Errors Errors { get; init; }

    /// <summary>Null for who may only look.</summary>
    public InvitedModel? Invited { get; init; }

    public IReadOnlyList<Crumb> Trail => [new(L.Say("Discussion", "Chat"), Addresses.Home(L)), new(Title, Addresses.Room(L, Room.Id))];
}
