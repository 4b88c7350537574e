using Beffroi.Chat.Rules.Notices;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Noticing;

/// <summary>What somebody is told, the newest first, with the reason; read from what they may still read.</summary>
public static class ShowNotices
{
    const int PerPage = 50;
    const int SnippetLength = 160;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Notices(l), Show).ForSeated();
            app.MapPost(Addresses.Notices(l), SeeAll).Does("discussion.voir").ForSeated();
        }
    }

    static async Task<IResult> Show(int? page, HttpRequest request, ChatDb db, Scopes scopes, Telling telling, Seated seated, Reads reads, MessageReadings readings, CancellationToken ct)
    {
        var (reader, mine) = (seated.Reader, telling.NoticesOf(seated.Reader).AsNoTracking());
        var pages = Math.Max(1, (await mine.CountAsync(ct) + PerPage - 1) / PerPage);
        var at = Math.Clamp(page ?? 1, 1, pages);
        var (rooms, messages) = (scopes.RoomsOf(reader), scopes.MessagesOf(reader));
        var rows = await mine.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Skip((at - 1) * PerPage).Take(PerPage)
            .Select(n => new NoticeLine(n.Id, n.Reason, n.At, n.SeenAt != null, n.SubjectId, n.CaseId, n.RoomId,
                rooms.Where(r => r.Id == n.RoomId).Select(r => r.Name).FirstOrDefault(),
                messages.Where(m => m.Id == n.SubjectId).Select(m => m.Text).FirstOrDefault()))
            .ToListAsync(ct);
        var told = rows.Where(r => r.Snippet is not null).Select(r => r.Subject).ToList();
        await reads.Note(seated.Seat, messages.Where(m => told.Contains(m.Id) && m.RemovedAt == null), ct);
        var called = await readings.Called(reader, told, ct);
        return Html.View<ShowNoticesPage, ShowNoticesModel>(new(Langs.Of(request), [.. rows.Select(r => r with { Snippet = r.Snippet is null ? null : Cut(called.GetValueOrDefault(r.Subject, CalledNames.None).In(r.Snippet)) })], at, pages, await telling.Unseen(reader, ct)));
    }

    static string Cut(string text) => text.Length <= SnippetLength ? text : text[..SnippetLength];

    static async Task<IResult> SeeAll([FromForm] IFormCollection form, HttpRequest request, Telling telling, Seated seated, CancellationToken ct)
    {
        await telling.Seen(seated.Reader, null, null, ct);
        return TypedResults.LocalRedirect(Addresses.Notices(Langs.Of(request)));
    }
}

public sealed record NoticeLine(Guid Id, NoticeReason Reason, DateTimeOffset At, bool Seen, Guid Subject, Guid? Case, Guid? Room, string? RoomName, string? Snippet)
{
    public string? Href(Lang l) =>
        Snippet is not null && Room is { } room ? Addresses.Room(l, room) + $"?message={Subject}#m-{Subject}"
        : Case is { } about ? Addresses.Case(l, about)
        : Room is { } where ? Addresses.Room(l, where)
        : Reason is NoticeReason.ReadByOthers ? Addresses.Readings(l)
        : null;
}

public sealed record ShowNoticesModel(Lang L, IReadOnlyList<NoticeLine> Lines, int Page, int Pages, int Unseen);
