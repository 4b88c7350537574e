using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Home;

/// <summary>The door of the encyclopedia: the grid of phases and types, with counts.</summary>
public static class ShowHome
{
    const int LastChanged = 6;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var language in Langs.All)
        {
            app.MapGet(Addresses.Home(language), Show).ForEveryone().KeptUntilPublished().CountsStep(EncyclopediaFunnel.Key, "accueil").ExcludeFromDescription();
        }
    }

    static async Task<IResult> Show(EncyclopediaDb db, HttpRequest request, CancellationToken ct)
    {
        var language = Langs.Of(request);
        var counts = await db.Entries.AsNoTracking().GroupBy(e => new { e.Type, e.Phases }).Select(g => new { g.Key.Type, g.Key.Phases, Count = g.Count() }).ToListAsync(ct);
        var changed = await db.Entries.AsNoTracking().OrderByDescending(e => e.ChangedAt).ThenBy(e => e.Key).Take(LastChanged).Heads(language).ToListAsync(ct);
        return Html.View<HomePage, HomeModel>(new(language, new([.. counts.Select(c => (c.Type, c.Phases, c.Count))]), changed));
    }
}

public sealed record HomeModel(Lang Language, PhaseGrid Grid, IReadOnlyList<EntryHead> Changed);
