using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.OneMessage;

/// <summary>One message: who may read it, who answered by a sign, what it said before; its author changes it or takes it away.</summary>
public static class ShowMessage
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            var at = Addresses.Rooms(l) + "/{room:guid}/message/{id:guid}";
            app.MapGet(at, Show).ForSeated().Does("discussion.lire");
            app.MapPost(at + l.Say("/signe", "/sign"), React).Does("discussion.reagir").ForSeated();
            app.MapGet(at + l.Say("/modifier", "/edit"), Editing).ForSeated();
            app.MapPost(at + l.Say("/modifier", "/edit"), Edit).Does("discussion.modifier").ForSeated();
            app.MapGet(at + l.Say("/historique", "/history"), History).ForSeated();
            app.MapGet(at + l.Say("/retirer", "/remove"), Removing).ForSeated();
            app.MapPost(at + l.Say("/retirer", "/remove"), Remove).Does("discussion.retirer").ForSeated();
        }
    }

    static async Task<IResult> Show(Guid room, Guid id, HttpRequest request, Seated seated, MessageFinder finder, CancellationToken ct) =>
        await finder.Find(seated.Seat, room, id, Langs.Of(request), ct) is { } found ? Html.View<MessagePage, OneMessageModel>(found) : TypedResults.NotFound();

    static async Task<IResult> History(Guid room, Guid id, HttpRequest request, Seated seated, ChatDb db, MessageFinder finder, MessageReadings readings, CancellationToken ct)
    {
        if (await finder.Find(seated.Seat, room, id, Langs.Of(request), ct) is not { View.RemovedAt: null } found)
        {
            return TypedResults.NotFound();
        }

        var versions = await db.MessageVersions.AsNoTracking().Where(v => v.MessageId == id).OrderByDescending(v => v.Until).ToListAsync(ct);
        var called = (await readings.Called(seated.Reader, [id], ct)).GetValueOrDefault(id, CalledNames.None);
        return Html.View<HistoryPage, HistoryModel>(new(found, [.. versions.Select(v => new MessageVersion { MessageId = id, Until = v.Until, Text = called.In(v.Text) })]));
    }

    static async Task<IResult> React(Guid room, Guid id, [FromForm] ReactionForm? form, HttpRequest request, Seated seated, ChatDb db, Scopes scopes, LiveRooms live, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var (me, l) = (seated.Seat.AccountId, Langs.Of(request));
        if (!await scopes.MessagesOf(seated.Reader).AnyAsync(m => m.Id == id && m.RoomId == room && m.RemovedAt == null, ct) || Sign.Find(form.Sign) is not { } sign)
        {
            return TypedResults.NotFound();
        }

        if (await db.Reactions.SingleOrDefaultAsync(r => r.MessageId == id && r.AccountId == me && r.Sign == sign.Key, ct) is { } put)
        {
            db.Remove(put);
        }
        else
        {
            db.Add(new MessageReaction { MessageId = id, AccountId = me, OrganisationId = seated.Seat.OrganisationId, Masked = seated.Seat.IsMasked, Sign = sign.Key, At = clock.GetUtcNow() });
        }

        try
        {
            await db.SaveChangesAsync(ct);
            await live.Changed(room, id, CancellationToken.None);
        }
        catch (DbUpdateException)
        {
            // Pressed twice at once: the first press did it.
        }

        return TypedResults.LocalRedirect(Back(form.Back, l, room) + $"#m-{id}");
    }

    static async Task<IResult> Editing(Guid room, Guid id, HttpRequest request, Seated seated, MessageFinder finder, CancellationToken ct) =>
        await finder.Mine(seated.Seat, room, id, Langs.Of(request), ct) is { } found ? Html.View<EditPage, EditModel>(new(found.Model, found.Message.Text, new())) : TypedResults.NotFound();

    static async Task<IResult> Edit(Guid room, Guid id, [FromForm] EditForm? form, HttpRequest request, Seated seated, ChatDb db, MessageFinder finder, LiveRooms live, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var (l, errors) = (Langs.Of(request), new Errors());
        if (await finder.Mine(seated.Seat, room, id, l, ct) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var text = (form.Text ?? "").ReplaceLineEndings("\n").TrimEnd();
        if ((text.Length == 0 && found.Model.View.Files.Count == 0) || text.Length > Message.TextMaxLength)
        {
            errors.Add("Text", l.Say($"Écrivez un texte, de {l.Number(Message.TextMaxLength)} caractères au plus", $"Write a text, of {l.Number(Message.TextMaxLength)} characters at most"));
        }
        else if (!CleanText.IsClean(text))
        {
            errors.Add("Text", CleanText.Unclean.In(l));
        }
        else if (await finder.Unmasks(seated.Seat, found.Model.Room, found.Message, text, ct) is { } unmasks)
        {
            errors.Add("Text", unmasks.In(l));
        }

        if (errors.Any)
        {
            return Html.Form<EditPage, EditModel>(new(found.Model, form.Text ?? "", errors), errors);
        }

        if (!string.Equals(found.Message.Text, text, StringComparison.Ordinal))
        {
            if (!await Change(found.Message, text, db, clock.GetUtcNow(), ct))
            {
                errors.Add("Text", l.Say("Ce message a changé entre-temps\u00A0: relisez-le, puis enregistrez", "This message has changed meanwhile: read it again, then save"));
                return await finder.Find(seated.Seat, room, id, l, ct) is { View.RemovedAt: null } now ? Html.Form<EditPage, EditModel>(new(now, text, errors), errors) : TypedResults.LocalRedirect(found.Model.Home);
            }

            await live.Changed(room, id, CancellationToken.None);
        }

        return TypedResults.LocalRedirect(found.Model.Home);
    }

    /// <summary>False, and nothing is changed, where it was changed or taken away since it was read.</summary>
    static async Task<bool> Change(Message read, string text, ChatDb db, DateTimeOffset now, CancellationToken ct)
    {
        var terms = MessageWords.Terms(text);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
#pragma warning disable RS0030 // Only an update with its condition tells what happened meanwhile; the version that goes with it is audited.
        var changed = await db.Messages.Where(m => m.Id == read.Id && m.RemovedAt == null && m.EditedAt == read.EditedAt)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Text, text).SetProperty(m => m.Terms, terms).SetProperty(m => m.EditedAt, now), ct);
#pragma warning restore RS0030
        if (changed == 0)
        {
            return false;
        }

        db.Add(new MessageVersion { MessageId = read.Id, Until = now, Text = read.Text });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    static async Task<IResult> Removing(Guid room, Guid id, HttpRequest request, Seated seated, MessageFinder finder, CancellationToken ct) =>
        await finder.Find(seated.Seat, room, id, Langs.Of(request), ct) is { View: { MayRemove: true, RemovedAt: null } } found ? Html.View<RemovePage, OneMessageModel>(found) : TypedResults.NotFound();

    static async Task<IResult> Remove(Guid room, Guid id, [FromForm] IFormCollection form, HttpRequest request, Seated seated, ChatDb db, MessageFinder finder, LiveRooms live, TimeProvider clock, CancellationToken ct)
    {
        if (await finder.Find(seated.Seat, room, id, Langs.Of(request), ct) is not { View: { MayRemove: true, RemovedAt: null } } found)
        {
            return TypedResults.NotFound();
        }

        // What it said goes with its former versions; that there was a message, by whom and when, stays.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (message, now) = (await db.Messages.SingleAsync(m => m.Id == id, ct), clock.GetUtcNow());
        (message.Text, message.RemovedAt, message.RemovedBy) = ("", now, seated.Seat.AccountId);
        // First: whoever changes it at this moment has done, and the version goes with the others, or finds it taken away.
        await db.SaveChangesAsync(ct);
        db.RemoveRange(await db.MessageVersions.Where(v => v.MessageId == id).ToListAsync(ct));
        db.RemoveRange(await db.Reactions.Where(r => r.MessageId == id).ToListAsync(ct));
        foreach (var file in await db.Files.Where(f => f.MessageId == id && f.RemovedAt == null).ToListAsync(ct))
        {
            file.RemovedAt = now;
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        await live.Changed(room, id, CancellationToken.None);
        return TypedResults.LocalRedirect(found.Home);
    }

    /// <summary>Only to a page of the chat.</summary>
    static string Back(string? typed, Lang l, Guid room) => typed is { Length: < 200 } && typed.StartsWith(Addresses.Home(l) + "/", StringComparison.Ordinal) && !typed.Contains("..", StringComparison.Ordinal) && !typed.AsSpan().ContainsAny("\\#\r\n") ? typed : Addresses.Room(l, room);
}

public sealed record ReactionForm
{
    public string? Sign { get; init; }
    public string? Back { get; init; }
}

public sealed record EditForm
{
    public string? Text { get; init; }
}
