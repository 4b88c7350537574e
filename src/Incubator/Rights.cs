using Beffroi.Incubator.Steering;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator;

/// <summary>Who reads and who writes: a condition of the query, never a filter after it.</summary>
static class Rights
{
    public static readonly List<Duty> Orders = Holding(DutyRules.Orders);
    public static readonly List<Duty> Certifies = Holding(DutyRules.Certifies);
    public static readonly List<Duty> Pays = Holding(DutyRules.Pays);
    public static readonly List<Duty> Keeps = Holding(DutyRules.Keeps);
    public static readonly List<Duty> Measures = Holding(DutyRules.Measures);
    public static readonly List<Duty> Engages = Holding(DutyRules.Engages);
    public static readonly List<Duty> Secures = Holding(DutyRules.Secures);
    public static readonly List<Duty> Asks = Holding(DutyRules.Asks);
    public static readonly List<Duty> Acknowledges = [Duty.Delegator];

    /// <summary>Conventions that this person may read: all for those who read all, those of their duties for others.</summary>
    public static IQueryable<Convention> ReadBy(this IQueryable<Convention> conventions, IncubatorDb db, CurrentUser user) =>
        user.ReadsAll ? conventions : conventions.Where(c => db.Mandates.Any(m => m.ConventionId == c.Id && m.AccountId == user.Id && m.WithdrawnAt == null));

    /// <summary>Conventions for which this person holds one of these duties today.</summary>
    public static IQueryable<Convention> HeldBy(this IQueryable<Convention> conventions, IncubatorDb db, CurrentUser user, List<Duty> duties) =>
        conventions.Where(c => db.Mandates.Any(m => m.ConventionId == c.Id && m.AccountId == user.Id && m.WithdrawnAt == null && duties.Contains(m.Duty)));

    /// <summary>Services whose indicators this person may read, by any of their conventions.</summary>
    public static IQueryable<Startup> ReadBy(this IQueryable<Startup> startups, IncubatorDb db, CurrentUser user) =>
        user.ReadsAll ? startups : startups.Where(s => db.Conventions.Any(c => c.StartupId == s.Id && db.Mandates.Any(m => m.ConventionId == c.Id && m.AccountId == user.Id && m.WithdrawnAt == null)));

    /// <summary>Services for a convention of which this person holds one of these duties today.</summary>
    public static IQueryable<Startup> HeldBy(this IQueryable<Startup> startups, IncubatorDb db, CurrentUser user, List<Duty> duties) =>
        startups.Where(s => db.Conventions.Any(c => c.StartupId == s.Id && db.Mandates.Any(m => m.ConventionId == c.Id && m.AccountId == user.Id && m.WithdrawnAt == null && duties.Contains(m.Duty))));

    public static Task<bool> MaySecure(this IncubatorDb db, CurrentUser user, Guid startupId, CancellationToken ct) =>
        db.Startups.HeldBy(db, user, Secures).AnyAsync(s => s.Id == startupId, ct);

    public static async Task<IReadOnlyList<Duty>> DutiesOf(this IncubatorDb db, CurrentUser user, Guid conventionId, CancellationToken ct) =>
        await db.Mandates.Where(m => m.ConventionId == conventionId && m.AccountId == user.Id && m.WithdrawnAt == null).Select(m => m.Duty).ToListAsync(ct);

    /// <summary>What is withdrawn today from this startup, by one or another of its conventions.</summary>
    public static IQueryable<Suspension> Suspending(this IQueryable<Suspension> suspensions, IncubatorDb db, Guid startupId) =>
        suspensions.Where(s => s.LiftedOn == null && db.Conventions.Any(c => c.Id == s.ConventionId && c.StartupId == startupId));

    static List<Duty> Holding(Func<Duty, bool> right) => [.. Enum.GetValues<Duty>().Where(right)];
}
