using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Norming;

/// <summary>What came of the plan in force.</summary>
public static class SamplingOf
{
    public static Task<SamplingPlan?> Plan(EvaDb db, CancellationToken ct) => db.SamplingPlans.AsNoTracking().OrderByDescending(p => p.Number).FirstOrDefaultAsync(ct);

    /// <summary>Null while there is no plan.</summary>
    public static async Task<SampleCoverage?> Coverage(EvaDb db, Cohort cohort, IStructures structures, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentNullException.ThrowIfNull(structures);
        return await Plan(db, ct) is { } plan
            ? SampleCoverage.Of(plan.Strata, cohort, await structures.Find([.. cohort.Attendances.Select(a => a.Structure).OfType<Guid>()], ct))
            : null;
    }
}
