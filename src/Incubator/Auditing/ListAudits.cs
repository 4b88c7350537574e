using Beffroi.Incubator.Accessibility;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Auditing;

/// <summary>The audits of accessibility, and which of them is in force.</summary>
public static class ListAudits
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Addresses.Audits, Show).For(Role.Superadmin);

    static async Task<IResult> Show(IncubatorDb db, TimeProvider clock, CancellationToken ct) =>
        Html.View<ListAuditsPage, ListAuditsModel>(new(
            await db.Audits.AsNoTracking().AsSplitQuery().Include(a => a.Pages).ThenInclude(p => p.Results).OrderByDescending(a => a.On).ThenByDescending(a => a.Id).ToListAsync(ct), clock.Today()));
}

public sealed record ListAuditsModel(IReadOnlyList<AccessibilityAudit> Audits, DateOnly Today);
