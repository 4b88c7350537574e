using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia;

/// <summary>The pages of the encyclopedia for search engines.</summary>
public sealed class EntryPages(EncyclopediaDb db) : IListedPages
{
    public async Task<IReadOnlyList<ListedPage>> All(CancellationToken ct)
    {
        var entries = await db.Entries.AsNoTracking().OrderBy(e => e.Key).Select(e => new { e.Key, e.ChangedAt }).ToListAsync(ct);
        return
        [
            .. Enum.GetValues<Phase>().Select(p => new ListedPage(Addresses.Phase(Lang.French, p), Addresses.Phase(Lang.English, p), null)),
            .. entries.Select(e => new ListedPage(Addresses.Entry(Lang.French, e.Key), Addresses.Entry(Lang.English, e.Key), e.ChangedAt)),
        ];
    }
}
