using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Publishing;

/// <summary>The cards of services, for search engines.</summary>
sealed class StartupPages(IncubatorDb db) : IListedPages
{
    public async Task<IReadOnlyList<ListedPage>> All(CancellationToken ct) =>
        [.. (await db.Startups.OrderBy(s => s.Slug).Select(s => s.Slug).ToListAsync(ct)).Select(slug => new ListedPage(Addresses.Startup(slug), null, null))];
}
