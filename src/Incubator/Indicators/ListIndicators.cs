using Beffroi.Incubator.Impact;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Indicators;

/// <summary>The indicators of a service: where each stands, what the common matrix still misses, what a use costs.</summary>
public static class ListIndicators
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/incubateur/startups/{slug}/indicateurs", Show).For();

    static async Task<IResult> Show(string slug, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Startups.AsNoTracking().Include(s => s.Phases).ReadBy(db, visitor.SignedIn).SingleOrDefaultAsync(s => s.Slug == slug, ct) is not { } startup)
        {
            return TypedResults.NotFound();
        }

        var impact = await PublishedImpacts.Of(db, startup, clock.Today(), ct);
        return Html.View<ListIndicatorsPage, ListIndicatorsModel>(new()
        {
            Impact = impact, DueOn = Matrix.DueOn(startup), Missing = PublishedImpacts.Missing(await Followed.Read(db, startup.Id, ct), impact.Costs), Today = clock.Today(),
            Links = await db.Indicators.Where(i => i.StartupId == startup.Id).ToDictionaryAsync(i => i.Name, i => Addresses.Indicator(i.Id), StringComparer.Ordinal, ct),
            MayWrite = await db.Startups.HeldBy(db, visitor.SignedIn, Rights.Measures).AnyAsync(s => s.Id == startup.Id, ct),
        });
    }
}

public sealed record ListIndicatorsModel
{
    public required PublishedImpact Impact { get; init; }

    /// <summary>Day on which the first figures of the matrix are due; null while no phase is known.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>Of the matrix, not measured yet, late or not.</summary>
    public required IReadOnlyList<string> Missing { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>The page of each, by its technical name.</summary>
    public required IReadOnlyDictionary<string, string> Links { get; init; }
    public required bool MayWrite { get; init; }
}
