using Beffroi.Accounts.Support;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.SupportDesk;

/// <summary>What people wrote, for the team: what is overdue first, then what has waited longest.</summary>
public static class ListRequests
{
    public const string Path = "/admin/demandes";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path, Show).For(Role.Superadmin);

    static async Task<IResult> Show(string? etat, string? service, string? nature, int? page, AccountsDb db, TimeProvider clock, CancellationToken ct)
    {
        var (filter, now) = (RequestFilter.Read(etat, service, nature), clock.GetUtcNow());
        var list = await filter.Of(db.Requests.AsNoTracking())
            .OrderByDescending(r => r.FirstAnsweredAt == null && r.ClosedAt == null && r.DueAt != null)
            // What was answered waits for no day; engines do not agree on where nothing stands.
            .ThenBy(r => r.FirstAnsweredAt == null && r.ClosedAt == null ? r.DueAt : null)
            .ThenBy(r => r.ReceivedAt).ThenBy(r => r.Id).ToPage(page, ct);
        var overdue = await db.Requests.CountAsync(r => r.FirstAnsweredAt == null && r.ClosedAt == null && r.DueAt < now, ct);
        return Html.View<ListRequestsPage, ListRequestsModel>(new(list, filter, overdue, now));
    }
}

/// <param name="Overdue">Of all that are open.</param>
public sealed record ListRequestsModel(PageOf<SupportRequest> List, RequestFilter Filter, int Overdue, DateTimeOffset Now);
