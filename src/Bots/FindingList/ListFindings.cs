using System.Globalization;
using Beffroi.Bots.Alerting;
using Beffroi.Bots.Figures;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.FindingList;

/// <summary>What the detector tells: rises, bursts and new clusters, until somebody closes them. <c>?watch=&amp;kind=Rise&amp;closed=yes&amp;page=2</c>.</summary>
public static class ListFindings
{
    const int PageSize = 30;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Alerts(l), Show).ForAnalysts();
            app.MapPost(Addresses.Alerts(l) + "/{id:guid}" + l.Say("/clore", "/close"), Close).Does("robots.clore").ForAnalysts().RequireAntiforgery();
        }
    }

    static async Task<IResult> Show(HttpRequest request, BotsDb db, AtWork at, CancellationToken ct)
    {
        var filter = FindingFilter.Of(request.Query);
        var findings = db.FindingsOf(at.Organisation).AsNoTracking();
        findings = filter.Closed ? findings.Where(f => f.ClosedAt != null) : findings.Where(f => f.ClosedAt == null);
        findings = filter.Watch is { } watch ? findings.Where(f => f.WatchId == watch) : findings;
        findings = filter.Kind is { } kind ? findings.Where(f => f.Kind == kind) : findings;
        var count = await findings.CountAsync(ct);
        var last = Math.Max(1, (count + PageSize - 1) / PageSize);
        filter = filter with { Page = Math.Min(filter.Page, last) };
        var watches = await db.WatchesOf(at.Organisation).AsNoTracking().OrderBy(w => w.Name).ThenBy(w => w.Id).ToListAsync(ct);
        var rows = await findings.OrderByDescending(f => f.At).ThenBy(f => f.Id).Skip((filter.Page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return Html.View<ListFindingsPage, ListFindingsModel>(new(Langs.Of(request), filter, count, last, watches, [.. rows.Select(f => (f, FindingReason.Of(f)))]));
    }

    static async Task<IResult> Close(Guid id, HttpRequest request, BotsDb db, AtWork at, TimeProvider clock, CancellationToken ct)
    {
        var finding = await db.FindingsOf(at.Organisation).SingleOrDefaultAsync(f => f.Id == id, ct);
        if (finding is null)
        {
            return TypedResults.NotFound();
        }

        // Closed twice, it keeps who closed it first.
        if (finding.ClosedAt is null)
        {
            (finding.ClosedAt, finding.ClosedBy) = (clock.GetUtcNow(), at.Analyst.AccountId);
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect(Addresses.Alerts(Langs.Of(request)) + FindingFilter.Of(request.Query).ToQuery());
    }
}

public sealed record FindingFilter(Guid? Watch, FoundKind? Kind, bool Closed, int Page)
{
    public static FindingFilter Of(IQueryCollection query) => new(
        Guid.TryParse(query["watch"], out var watch) ? watch : null,
        Enum.GetNames<FoundKind>().Contains(query["kind"].ToString(), StringComparer.Ordinal) ? Enum.Parse<FoundKind>(query["kind"].ToString()) : null,
        string.Equals(query["closed"].ToString(), "yes", StringComparison.Ordinal),
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 100_000) : 1);

    public string ToQuery()
    {
        string[] parts = [.. new[] { Watch is { } watch ? $"watch={watch}" : null, Kind is { } kind ? $"kind={kind}" : null, Closed ? "closed=yes" : null, Page > 1 ? string.Create(CultureInfo.InvariantCulture, $"page={Page}") : null }.OfType<string>()];
        return parts.Length == 0 ? "" : "?" + string.Join('&', parts);
    }
}

public sealed record ListFindingsModel(Lang L, FindingFilter Filter, int Count, int LastPage, IReadOnlyList<Watch> Watches, IReadOnlyList<(Finding Finding, FindingReason Reason)> Rows);
