using System.Globalization;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots;

/// <summary>What an organisation may see: conditions of queries, so that what is another's does not exist.</summary>
static class Ours
{
    public static IQueryable<Watch> WatchesOf(this BotsDb db, Guid organisation) => db.Watches.Where(w => w.OrganisationId == organisation);

    public static IQueryable<Source> SourcesOf(this BotsDb db, Guid organisation) => db.Sources.Where(s => db.Watches.Any(w => w.Id == s.WatchId && w.OrganisationId == organisation));

    /// <summary>Those seen under one of its watches; accounts that are left out are nobody's.</summary>
    public static IQueryable<WatchedAccount> AccountsOf(this BotsDb db, Guid organisation) =>
        db.Accounts.Where(a => !a.LeftOut && db.AccountMatches.Any(m => m.AccountId == a.Id && db.Watches.Any(w => w.Id == m.WatchId && w.OrganisationId == organisation)));

    /// <summary>The day it is in Paris, by which mandates end.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.ParseExact(French.IsoDay(clock.GetUtcNow()), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Mandates under which this organisation may collect today.</summary>
    public static IQueryable<Mandate> InForce(this BotsDb db, Guid organisation, DateOnly today) => db.Mandates.Where(m => m.OrganisationId == organisation && m.EndedAt == null && m.ExpiresOn >= today);

    public static Task<bool> MayCollect(this BotsDb db, Guid organisation, Guid watch, DateOnly today, CancellationToken ct) =>
        db.Watches.AnyAsync(w => w.Id == watch && w.OrganisationId == organisation && w.ClosedAt == null && db.Mandates.Any(m => m.Id == w.MandateId && m.EndedAt == null && m.ExpiresOn >= today), ct);
}
