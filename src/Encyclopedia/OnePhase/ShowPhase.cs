using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.OnePhase;

/// <summary>All that a phase holds, by type. Practices and tools come best first, as far as it is known; the others by title.</summary>
public static class ShowPhase
{
    /// <summary>Of each type; the list of all has pages and filters.</summary>
    const int MostShown = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var language in Langs.All)
        {
            app.MapGet(Addresses.PhasePattern(language), Show).ForEveryone().KeptUntilPublished().ExcludeFromDescription();
        }
    }

    static async Task<IResult> Show(string phase, EncyclopediaDb db, HttpRequest request, CancellationToken ct)
    {
        if (KindWords.Named<Phase>(phase) is not { } shown)
        {
            return TypedResults.NotFound();
        }

        var (language, bit) = (Langs.Of(request), Entry.Bit(shown));
        // Titles of all, in their order; the rest of those that are shown only.
        var titles = await db.Entries.AsNoTracking().Where(e => (e.Phases & bit) != 0)
            .Select(e => new { e.Id, e.Type, Title = e.Words.Where(w => w.Language == language).Select(w => w.Title).FirstOrDefault() ?? e.Words.Select(w => w.Title).First() }).ToListAsync(ct);
        var evidence = await db.Evidence([.. titles.Where(t => t.Type is EntryType.Practice or EntryType.Tool).Select(t => t.Id)], ct);
        var ranked = titles.GroupBy(t => t.Type).OrderBy(g => g.Key)
            .Select(g => (Type: g.Key, Count: g.Count(), First: g.OrderByDescending(t => evidence.GetValueOrDefault(t.Id)?.Score ?? 0).ThenBy(t => t.Title, language.TitleOrder()).Take(MostShown).Select(t => t.Id).ToList())).ToList();
        var first = ranked.SelectMany(r => r.First).ToList();
        var heads = await db.Entries.AsNoTracking().Where(e => first.Contains(e.Id)).Heads(language).ToDictionaryAsync(h => h.Id, ct);
        return Html.View<PhasePage, PhaseModel>(new(language, shown, [.. ranked.Select(r => new PhaseShelf(r.Type, [.. r.First.Where(heads.ContainsKey).Select(id => new PhaseLine(heads[id], evidence.GetValueOrDefault(id)))], r.Count))]));
    }
}

public sealed record PhaseModel(Lang Language, Phase Phase, IReadOnlyList<PhaseShelf> Shelves);

/// <param name="Lines">The first of them.</param>
/// <param name="Count">How many there are in all.</param>
public sealed record PhaseShelf(EntryType Type, IReadOnlyList<PhaseLine> Lines, int Count);

/// <param name="Evidence">Of practices and tools.</param>
public sealed record PhaseLine(EntryHead Head, Evidence? Evidence);
