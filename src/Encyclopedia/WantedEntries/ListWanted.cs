using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.WantedEntries;

/// <summary>Links that lead to an entry that does not exist: to be written, or to be put right.</summary>
public static class ListWanted
{
    /// <summary>Nobody works through more at once.</summary>
    const int Most = 500;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var language in Langs.All)
        {
            app.MapGet(Addresses.Wanted(language), Show).ForEveryone().KeptUntilPublished().ExcludeFromDescription();
        }
    }

    static async Task<IResult> Show(EncyclopediaDb db, HttpRequest request, CancellationToken ct)
    {
        var language = Langs.Of(request);
        var links = await db.Links.AsNoTracking().Where(l => !db.Entries.Any(e => e.Key == l.ToKey))
            .OrderBy(l => l.ToKey).ThenBy(l => l.FromId).Take(Most).Select(l => new { l.ToKey, l.FromId }).ToListAsync(ct);
        var from = links.Select(l => l.FromId).Distinct().ToList();
        var heads = await db.Entries.AsNoTracking().Where(e => from.Contains(e.Id)).Heads(language).ToDictionaryAsync(h => h.Id, ct);
        return Html.View<WantedPage, WantedModel>(new(language, [.. links.GroupBy(l => l.ToKey, StringComparer.Ordinal).Select(g => new WantedEntry(g.Key, [.. g.Select(l => heads[l.FromId]).Distinct()]))]));
    }
}

public sealed record WantedModel(Lang Language, IReadOnlyList<WantedEntry> Wanted);

/// <param name="From">Entries that lead to it.</param>
public sealed record WantedEntry(string Key, IReadOnlyList<EntryHead> From);
