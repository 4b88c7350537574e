using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Impact;

/// <summary>The indicators of each service for everybody: on /stats, on its card, and in the file of its committees.</summary>
public sealed class PublishedImpacts(IncubatorDb db, TimeProvider clock) : IPublishedImpact
{
    public async Task<IReadOnlyList<PublishedImpact>> Read(CancellationToken ct)
    {
        var impacts = new List<PublishedImpact>();
        foreach (var startup in await db.Startups.AsNoTracking().Include(s => s.Phases).Where(s => db.Indicators.Any(i => i.StartupId == s.Id)).OrderBy(s => s.Title).ToListAsync(ct))
        {
            impacts.Add(await Of(db, startup, clock.Today(), ct));
        }

        return impacts;
    }

    /// <param name="startup">With its phases.</param>
    public static async Task<PublishedImpact> Of(IncubatorDb db, Startup startup, DateOnly today, CancellationToken ct)
    {
        var followed = await Followed.Read(db, startup.Id, ct);
        var entries = await (from e in db.Entries.AsNoTracking() join c in db.Conventions on e.ConventionId equals c.Id where c.StartupId == startup.Id && c.SignedOn != null select e).ToListAsync(ct);
        return Of(startup, followed, entries, today);
    }

    public static PublishedImpact Of(Startup startup, IReadOnlyList<Followed> followed, IReadOnlyList<LedgerEntry> entries, DateOnly today)
    {
        var costs = Costs.Of(followed, entries, today);
        return new(startup.Slug, startup.Title, [.. followed.Select(f => f.Published(today))], costs) { Missing = Matrix.DueOn(startup) is { } due && today >= due ? Missing(followed, costs) : [] };
    }

    /// <summary>What the matrix asks for and nobody has measured yet, late or not.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyList<Followed> followed, IReadOnlyList<PublishedCost> costs) =>
    [
        .. Enum.GetValues<MatrixPlace>().Where(place => !followed.Any(f => f.Current.Place == place && f.All.Count > 0)).Select(place => place.Label()),
        .. costs.Any(c => c is { Paid: not null } or { Engaged: not null } && followed.Any(f => f.Current.Axis == ImpactAxis.Used && string.Equals(f.Indicator.Name, c.Indicator, StringComparison.Ordinal))) ? Array.Empty<string>() : [Matrix.CostPerUse],
    ];
}
