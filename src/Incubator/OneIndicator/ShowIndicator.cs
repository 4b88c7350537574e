using Beffroi.Incubator.Impact;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.OneIndicator;

/// <summary>An indicator: what it means and meant, all that was measured, its goals.</summary>
public static class ShowIndicator
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/incubateur/indicateurs/{id:guid}", Show).For();

    static async Task<IResult> Show(Guid id, IncubatorDb db, Visitor visitor, IEnumerable<ICountedFigures> sources, IStructures people, TimeProvider clock, CancellationToken ct)
    {
        if (await db.ToRead(id, visitor.SignedIn, ct) is not var (startup, followed))
        {
            return TypedResults.NotFound();
        }

        return Html.View<ShowIndicatorPage, ShowIndicatorModel>(new()
        {
            Slug = startup.Slug, Startup = startup.Title, Followed = followed, Published = followed.Published(clock.Today(), inside: true),
            Counted = sources.SelectMany(s => s.Offers).FirstOrDefault(o => string.Equals(o.Name, followed.Current.Counted, StringComparison.Ordinal))?.Label,
            Authors = await people.People([.. followed.Wordings.Select(w => w.By).Distinct()], ct),
            MayWrite = await db.Startups.HeldBy(db, visitor.SignedIn, Rights.Measures).AnyAsync(s => s.Id == startup.Id, ct),
        });
    }
}

public sealed record ShowIndicatorModel
{
    public required string Slug { get; init; }
    public required string Startup { get; init; }
    public required Followed Followed { get; init; }

    /// <summary>As its readers may see it.</summary>
    public required PublishedIndicator Published { get; init; }

    /// <summary>What the site counts of it, in words; null: nothing.</summary>
    public required string? Counted { get; init; }

    /// <summary>Names of those who corrected its words.</summary>
    public required IReadOnlyDictionary<Guid, string> Authors { get; init; }
    public required bool MayWrite { get; init; }
}
