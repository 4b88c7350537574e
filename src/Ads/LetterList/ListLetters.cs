using System.Globalization;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.LetterList;

/// <summary>Letters and their deadlines: those that are late first, then those that are awaited, the drafts, and those that were answered.</summary>
public static class ListLetters
{
    const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Notices(l), Show).ForReviewers();
        }
    }

    static async Task<IResult> Show(int? page, HttpRequest request, AdsDb db, TimeProvider clock, CancellationToken ct)
    {
        var (l, number) = (Langs.Of(request), Math.Clamp(page ?? 1, 1, 10_000));
        var letters = from n in db.Notices.AsNoTracking()
                      join a in db.Ads on n.AdId equals a.Id
                      orderby n.AnsweredAt != null, n.SentAt == null, n.DueOn, n.At descending
                      select new LetterRow(n, a.PageName);
        var today = DateOnly.ParseExact(French.IsoDay(clock.GetUtcNow()), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (count, late) = (await db.Notices.CountAsync(ct), await db.Notices.CountAsync(n => n.SentAt != null && n.AnsweredAt == null && n.DueOn < today, ct));
        return Html.View<ListLettersPage, ListLettersModel>(new(l, await letters.Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(ct), late, number, (count + PageSize - 1) / PageSize, today));
    }
}

public sealed record LetterRow(Notice Letter, string PageName);

/// <param name="Late">How many are overdue.</param>
public sealed record ListLettersModel(Lang L, IReadOnlyList<LetterRow> Rows, int Late, int Page, int Pages, DateOnly Today);
