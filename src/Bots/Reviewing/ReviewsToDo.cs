using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Reviewing;

/// <summary>Accounts that wait for the label of this analyst: contested ones first, then those where people do not agree, then those that one more label may confirm.</summary>
public static class ReviewsToDo
{
    const int PerPage = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Reviews(l), Show).ForAnalysts();
        }
    }

    static async Task<IResult> Show(int? page, HttpRequest request, BotsDb db, AtWork at, CancellationToken ct)
    {
        var number = Math.Clamp(page ?? 1, 1, 1000);
        var waiting = WaitingAccount.For(db, at.Organisation, at.Analyst.AccountId);
        var count = await waiting.CountAsync(ct);
        var rows = await waiting.OrderByDescending(w => w.Contested).ThenByDescending(w => w.Labels).ThenByDescending(w => w.Probability).ThenBy(w => w.Id).Skip((number - 1) * PerPage).Take(PerPage).ToListAsync(ct);
        var mine = await db.Reviews.AsNoTracking().CountAsync(r => r.AnalystId == at.Analyst.AccountId, ct);
        return Html.View<ReviewQueuePage, ReviewQueueModel>(new(Langs.Of(request), rows, count, mine, number, Math.Max(1, (count + PerPage - 1) / PerPage), at.Analyst.IsReferent));
    }
}

public sealed record ReviewQueueModel(Lang L, IReadOnlyList<WaitingAccount> Rows, int Count, int Mine, int Page, int Pages, bool IsReferent);
