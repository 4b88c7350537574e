using Beffroi.Chat.Feeding;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.WatchingFeeds;

/// <summary>The feeds of a room: added and stopped by those who enter it, read each minute, with what is wrong said in words.</summary>
public static class WatchFeeds
{
    const int MostOfARoom = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Route(Addresses.Feeds(l, Guid.Empty), "room"), Show).ForMembers();
            app.MapPost(Addresses.Route(Addresses.Feeds(l, Guid.Empty), "room"), Change).Does("discussion.flux").ForMembers();
        }
    }

    static async Task<IResult> Show(Guid room, HttpRequest request, Seated seated, Scopes scopes, ChatDb db, ChatNetwork network, CancellationToken ct) =>
        await Find(room, seated, scopes, ct) is { } found ? await View(found, new(), new(), Langs.Of(request), db, network, ct) : TypedResults.NotFound();

    static async Task<IResult> Change(Guid room, [FromForm] FeedForm? form, HttpRequest request, Seated seated, Scopes scopes, ChatDb db, ChatNetwork network, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var (l, errors) = (Langs.Of(request), new Errors());
        if (await Find(room, seated, scopes, ct) is not { } found)
        {
            return TypedResults.NotFound();
        }

        if (form.Stop is { } stopped)
        {
            if (await db.Feeds.SingleOrDefaultAsync(f => f.Id == stopped && f.RoomId == room, ct) is not { } feed)
            {
                return TypedResults.NotFound();
            }

            feed.StoppedAt ??= clock.GetUtcNow();
        }
        else if (await Read(form, room, seated.Seat, l, db, network, clock.GetUtcNow(), errors, ct) is { } added)
        {
            db.Add(added);
        }
        else
        {
            return await View(found, form, errors, l, db, network, ct);
        }

        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Feeds(l, room));
    }

    static async Task<WatchedFeed?> Read(FeedForm form, Guid room, Seat seat, Lang l, ChatDb db, ChatNetwork network, DateTimeOffset now, Errors errors, CancellationToken ct)
    {
        var address = OutsideAddress.Read(form.Address, network, out var wrong);
        if (wrong is not null)
        {
            errors.Add(nameof(form.Address), wrong.In(l));
        }

        var title = form.Title?.Trim() is { Length: > 0 } named ? named : address?.Host ?? "";
        if (title.Length > WatchedFeed.TitleMaxLength)
        {
            errors.Add(nameof(form.Title), l.Say($"Le nom ne dépasse pas {WatchedFeed.TitleMaxLength} signes.", $"The name is at most {WatchedFeed.TitleMaxLength} characters long."));
        }

        var live = db.Feeds.Where(f => f.RoomId == room && f.StoppedAt == null);
        if (address is not null && await live.AnyAsync(f => f.Address == address.AbsoluteUri, ct))
        {
            errors.Add(nameof(form.Address), l.Say("Ce salon suit déjà ce flux.", "This room watches this feed already."));
        }
        else if (await live.CountAsync(ct) >= MostOfARoom)
        {
            errors.Add(nameof(form.Address), l.Say($"Un salon suit {MostOfARoom} flux au plus.", $"A room watches {MostOfARoom} feeds at most."));
        }

        return errors.Any ? null : new() { Id = Guid.CreateVersion7(now), RoomId = room, Address = address!.AbsoluteUri, Title = title, AddedBy = seat.AccountId, AddedAt = now, NextAt = now };
    }

    static Task<Room?> Find(Guid room, Seated seated, Scopes scopes, CancellationToken ct) =>
        scopes.RoomsOf(seated.Reader).AsNoTracking().SingleOrDefaultAsync(r => r.Id == room && r.Kind != RoomKind.Direct && r.ClosedAt == null, ct);

    static async Task<IResult> View(Room room, FeedForm form, Errors errors, Lang l, ChatDb db, ChatNetwork network, CancellationToken ct)
    {
        var feeds = await db.Feeds.AsNoTracking().Where(f => f.RoomId == room.Id && f.StoppedAt == null).OrderBy(f => f.Title).ThenBy(f => f.Id).ToListAsync(ct);
        return Html.Form<WatchFeedsPage, WatchFeedsModel>(new()
        {
            L = l, RoomId = room.Id, RoomName = room.Name, Enabled = network.Enabled, Form = form, Errors = errors,
            Rows = [.. feeds.Select(f => (Feed: f, Watch: FeedPosts.WatchOf(f))).Select(f => new FeedRow(f.Feed.Id, f.Feed.Title, f.Feed.Address, f.Feed.ReadAt, f.Watch.Failures > 0 ? f.Watch.Why?.In(l) : null, f.Watch.IsBroken))],
        }, errors);
    }
}

public sealed record FeedForm
{
    public string? Address { get; init; }
    public string? Title { get; init; }
    public Guid? Stop { get; init; }
}

/// <param name="Wrong">What the last reading met; null when it went well.</param>
/// <param name="Broken">It failed so often that the room was told.</param>
public sealed record FeedRow(Guid Id, string Title, string Address, DateTimeOffset? ReadAt, string? Wrong, bool Broken);

public sealed record WatchFeedsModel
{
    public required Lang L { get; init; }
    public required Guid RoomId { get; init; }
    public required string RoomName { get; init; }

    /// <summary>The operator lets the chat go outside.</summary>
    public required bool Enabled { get; init; }
    public required IReadOnlyList<FeedRow> Rows { get; init; }
    public required FeedForm Form { get; init; }
    public required Errors Errors { get; init; }
}
