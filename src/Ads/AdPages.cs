using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads;

/// <summary>The pages about ads for search engines.</summary>
public sealed class AdPages(AdsDb db) : IListedPages
{
    /// <summary>A site map holds 50,000 addresses at most (sitemaps.org): the last ads read leave room for the rest of the site. Records of Meta's library are quoted, not listed.</summary>
    const int MostAds = 15_000;

    public async Task<IReadOnlyList<ListedPage>> All(CancellationToken ct)
    {
        var ads = await db.Ads.AsNoTracking().Public().Where(a => a.Source != AdSource.MetaLibrary).LastFirst().Take(MostAds).Select(a => new { a.Id, a.ImportedAt, a.ChangedAt }).ToListAsync(ct);
        return [.. ads.Select(a => new ListedPage(Addresses.Ad(Lang.French, a.Id), Addresses.Ad(Lang.English, a.Id), a.ChangedAt ?? a.ImportedAt))];
    }
}
