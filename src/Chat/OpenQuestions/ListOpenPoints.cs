using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.OpenQuestions;

/// <summary>What waits in all the cases that somebody may read, put end to end: the late first, then the oldest.</summary>
public static class ListOpenPoints
{
    const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.OpenPoints(l), Show).ForSeated().Does("discussion.lire");
        }
    }

    static async Task<IResult> Show(string? reason, int? page, HttpRequest request, Seated seated, CaseShelf shelf, CaseFaces faces, CaseDesk desk, CaseReadings readings, TimeProvider clock, CancellationToken ct)
    {
        var (l, own, now) = (Langs.Of(request), await desk.OwnSet(ct), clock.GetUtcNow());
        OpenReason? only = Enum.TryParse<OpenReason>(reason, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
        var readable = await faces.Of(seated.Seat, own, ct);
        var waiting = faces.Points(readable, now);
        waiting = only is { } one ? waiting.Where(p => p.Reason == one) : waiting;
        var count = await waiting.CountAsync(ct);
        var last = Math.Max(1, (count + PageSize - 1) / PageSize);
        var at = Math.Clamp(page ?? 1, 1, last);
        var rows = await waiting.OrderByDescending(p => p.DueAt < now).ThenBy(p => p.Since).ThenBy(p => p.CaseId).ThenBy(p => p.Number).Skip((at - 1) * PageSize).Take(PageSize)
            .Join(readable, p => p.CaseId, f => f.CaseId, (p, f) => new { Point = p, f.Title }).ToListAsync(ct);
        var points = rows.Select(r => new CasePoint(r.Point.CaseId, r.Title, new(r.Point.Reason, r.Point.LineId, r.Point.Since, r.Point.Words, r.Point.DueAt, r.Point.OnlyLate)))
            .OrderByDescending(p => p.Point.DueAt < now).ThenBy(p => p.Point.Since).ThenBy(p => p.CaseId).ToList();
        var views = (await shelf.Views(seated.Reader, [.. points.Select(p => p.CaseId).Distinct()], ct)).ToDictionary(v => v.CaseId);
        await readings.NoteListed(seated.Seat, [.. points.Where(p => views.ContainsKey(p.CaseId)).Select(p => (views[p.CaseId], p.Point.Id))], ct);
        return Html.View<OpenPointsPage, OpenPointsModel>(new(l, only, own, points, count, at, last, now));
    }
}

public sealed record CasePoint(Guid CaseId, string Title, OpenPoint Point);

public sealed record OpenPointsModel(Lang L, OpenReason? Only, CriteriaSet? Own, IReadOnlyList<CasePoint> Points, int Count, int Page, int LastPage, DateTimeOffset Now);
