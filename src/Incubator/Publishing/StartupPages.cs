using Beffroi.Incubator.Steering;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Publishing;

/// <summary>The cards of services, for search engines: not those whose listing is suspended.</summary>
sealed class StartupPages(IncubatorDb db) : IListedPages
{
    public async Task<IReadOnlyList<ListedPage>> All(CancellationToken ct) =>
        [.. (await db.Startups.Where(s => !db.Suspensions.Any(x => x.LiftedOn == null && x.Scope == SuspensionScope.Total && db.Conventions.Any(c => c.Id == x.ConventionId && c.StartupId == s.Id))).OrderBy(s => s.Slug).Select(s => s.Slug).ToListAsync(ct)).Select(slug => new ListedPage(Addresses.Startup(slug), null, null))];
}
