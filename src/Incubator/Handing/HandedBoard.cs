using Beffroi.Incubator.Accessibility;
using Beffroi.Incubator.Compliance;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Handing;

/// <summary>The controls of the site, the results of tests they rest on, and the audits of accessibility. They are the site's, not a service's: they leave with all services only.</summary>
public sealed record HandedBoard
{
    public IReadOnlyList<CheckRun> Runs { get; init; } = [];
    public IReadOnlyList<CheckResult> Results { get; init; } = [];
    public IReadOnlyList<GradeRow> Grades { get; init; } = [];
    public IReadOnlyList<TestLoad> TestLoads { get; init; } = [];
    public IReadOnlyList<TestOutcome> TestOutcomes { get; init; } = [];
    public IReadOnlyList<AccessibilityAudit> Audits { get; init; } = [];
    public IReadOnlyList<AccessibilityPlan> Plans { get; init; } = [];

    internal IEnumerable<IEnumerable<object>> Rows => [Runs, Results, Grades, TestLoads, TestOutcomes, Audits, Plans];

    public static async Task<HandedBoard> Read(IncubatorDb db, CancellationToken ct) => new()
    {
        Runs = await db.CheckRuns.AsNoTracking().OrderBy(x => x.Id).ToListAsync(ct),
        Results = await db.CheckResults.AsNoTracking().OrderBy(x => x.Id).ToListAsync(ct),
        Grades = await db.CheckGrades.AsNoTracking().OrderBy(x => x.Id).ToListAsync(ct),
        TestLoads = await db.TestLoads.AsNoTracking().OrderBy(x => x.Id).ToListAsync(ct),
        TestOutcomes = await db.TestOutcomes.AsNoTracking().OrderBy(x => x.Id).ToListAsync(ct),
        Audits = await db.Audits.AsNoTracking().AsSplitQuery().Include(a => a.Pages.OrderBy(p => p.Number)).ThenInclude(p => p.Results.OrderBy(r => r.Criterion)).OrderBy(x => x.Id).ToListAsync(ct),
        Plans = await db.AccessibilityPlans.AsNoTracking().OrderBy(x => x.Id).ToListAsync(ct),
    };
}
