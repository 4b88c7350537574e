using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Talking;

/// <summary>A room: what was said last, and the form to say something. Whole without JavaScript; the live line only adds to it.</summary>
public static class ShowRoom
{
    public const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Rooms(l) + "/{id:guid}", Show).ForSeated().Does("discussion.lire").CountsStep(ChatFunnel.Key, "salon");
            app.MapPost(Addresses.Rooms(l) + "/{id:guid}", Say).Does("discussion.ecrire").ForSeated().TakesFiles();
            app.MapPost(Addresses.Rooms(l) + "/{id:guid}" + l.Say("/brouillon", "/draft"), KeepDraft).Does("discussion.brouillon").ForSeated();
        }
    }

    static async Task<IResult> Show(Guid id, string? before, string? after, string? quote, HttpRequest request, Seated seated, Scopes scopes, RoomView view, CancellationToken ct) =>
        await Find(id, seated, scopes, ct) is { } room
            ? await view.Page(seated.Seat, room, new() { Before = ReadMarks.Read(before), After = ReadMarks.Read(after) }, new() { Quotes = quote is null ? null : [quote] }, new(), Langs.Of(request), ct)
            : TypedResults.NotFound();

    static async Task<IResult> Say(Guid id, [FromForm] ComposerForm? form, HttpRequest request, Seated seated, Scopes scopes, Composing composing, Drafts drafts, RoomView view, CancellationToken ct)
    {
        form ??= new();
        if (await Find(id, seated, scopes, ct) is not { } room)
        {
            return TypedResults.NotFound();
        }

        var (l, errors) = (Langs.Of(request), new Errors());
        if (form.IsDraft)
        {
            await drafts.Keep(seated.Seat.AccountId, id, null, form.Text, ct);
            return TypedResults.LocalRedirect(Addresses.Room(l, id) + "#composer");
        }

        if (await composing.Commanded(seated.Seat, room, null, form, errors, l, ct))
        {
            return await view.Page(seated.Seat, room, new(), errors.Any ? form : new() { Text = "" }, errors, l, ct);
        }

        return await composing.Say(seated.Seat, room, null, form, request.Form.Files, errors, l, ct) is { } said ? TypedResults.LocalRedirect($"{Addresses.Room(l, id)}#m-{said.Id}")
            : errors.Any ? await view.Page(seated.Seat, room, new(), form, errors, l, ct)
            : TypedResults.NotFound();
    }

    /// <summary>Kept while somebody types: the text alone, for the island of the page.</summary>
    static async Task<IResult> KeepDraft(Guid id, [FromForm] DraftForm? form, Seated seated, Scopes scopes, Drafts drafts, CancellationToken ct)
    {
        form ??= new();
        if (await Find(id, seated, scopes, ct) is null)
        {
            return TypedResults.NotFound();
        }

        await drafts.Keep(seated.Seat.AccountId, id, Guid.TryParse(form.Thread, out var thread) ? thread : null, form.Text, ct);
        return TypedResults.NoContent();
    }

    static Task<Room?> Find(Guid id, Seated seated, Scopes scopes, CancellationToken ct) => scopes.RoomsOf(seated.Reader).AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
}

public sealed record DraftForm
{
    public string? Thread { get; init; }
    public string? Text { get; init; }
}
