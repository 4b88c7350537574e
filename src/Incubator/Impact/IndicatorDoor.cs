using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Impact;

/// <summary>An indicator with its service, as somebody's duties open it.</summary>
static class IndicatorDoor
{
    /// <summary>For those who may write it; null for others.</summary>
    public static Task<(Startup Startup, Followed Followed)?> ToWrite(this IncubatorDb db, Guid id, CurrentUser user, CancellationToken ct) => Find(db, id, db.Startups.HeldBy(db, user, Rights.Measures), ct);

    public static Task<(Startup Startup, Followed Followed)?> ToRead(this IncubatorDb db, Guid id, CurrentUser user, CancellationToken ct) => Find(db, id, db.Startups.ReadBy(db, user), ct);

    static async Task<(Startup, Followed)?> Find(IncubatorDb db, Guid id, IQueryable<Startup> among, CancellationToken ct) =>
        await among.AsNoTracking().SingleOrDefaultAsync(s => db.Indicators.Any(i => i.Id == id && i.StartupId == s.Id), ct) is { } startup && await Followed.One(db, id, ct) is { } followed ? (startup, followed) : null;
}
