using System.Globalization;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts;

/// <summary>Read at each act: a record that ends, or is replaced by a worse one, shuts the service at once.</summary>
public sealed class Records(AccountsDb db, TimeProvider clock) : IRecords
{
    public async Task<bool> InForce(string service, CancellationToken ct) =>
        await db.TreatmentRecords.AsNoTracking().Where(r => r.Service == service).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct) is { } last && last.State(clock.ParisDay()) == RecordState.InForce;

    public async Task<IReadOnlyDictionary<string, TreatmentRecord>> Last(CancellationToken ct) =>
        (await db.TreatmentRecords.AsNoTracking().Where(r => !db.TreatmentRecords.Any(o => o.Service == r.Service && o.Number > r.Number)).ToListAsync(ct)).ToDictionary(r => r.Service, StringComparer.Ordinal);
}

static class ParisDays
{
    public static DateOnly ParisDay(this TimeProvider clock) => DateOnly.ParseExact(French.IsoDay(clock.GetUtcNow()), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
