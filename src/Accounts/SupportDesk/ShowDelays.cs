using Beffroi.Accounts.Support;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.SupportDesk;

/// <summary>How long people wait, for each month and each service, with the number of requests beside each figure.</summary>
public static class ShowDelays
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(ListRequests.Path + "/delais", Show).For(Role.Superadmin);

    static async Task<IResult> Show(AccountsDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = French.Today(clock.GetUtcNow());
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Waits.Months);
        var waits = await db.WaitsSince(French.Begins(first), ct);
        var months = Enumerable.Range(0, Waits.Months).Select(i => first.AddMonths(i)).Reverse().Select(month => (month, Waited.Of([.. waits.Where(w => w.ReceivedAt >= French.Begins(month) && w.ReceivedAt < French.Begins(month.AddMonths(1)))])));
        var parts = SiteParts.All.Select(part => (part.Label(), Waited.Of([.. waits.Where(w => w.Part == part)])));
        var waiting = await db.Requests.CountAsync(r => r.FirstAnsweredAt == null && r.ClosedAt == null, ct);
        return Html.View<ShowDelaysPage, ShowDelaysModel>(new([.. parts], [.. months.Select(m => (French.Month(m.month), m.Item2))], waiting));
    }
}

/// <param name="Waiting">Requests that nobody answered yet: in no median.</param>
public sealed record ShowDelaysModel(IReadOnlyList<(string Name, Waited Waited)> Parts, IReadOnlyList<(string Name, Waited Waited)> Months, int Waiting);
