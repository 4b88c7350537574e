using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Accessibility;

/// <summary>A criterion that fails, with what auditors said of it, and where.</summary>
public sealed record Failure(string Criterion, IReadOnlyList<string> Comments, IReadOnlyList<string> Pages, bool IsDerogated);

/// <summary>The declaration of accessibility, built from the audits that are published and in force.</summary>
public sealed record Declaration
{
    /// <summary>The audit of the whole site; null when none is in force.</summary>
    public required AccessibilityAudit? Audit { get; init; }

    /// <summary>The day on which the last audit of the whole site stopped being in force, where none is.</summary>
    public required DateOnly? Expired { get; init; }

    /// <summary>Audits of one service, in force.</summary>
    public required IReadOnlyList<AccessibilityAudit> Services { get; init; }

    public required AccessibilityPlan? Schema { get; init; }
    public required AccessibilityPlan? YearPlan { get; init; }

    public AccessibilityStatus Status => Audit?.Rate.Status ?? AccessibilityStatus.NotCompliant;

    public IReadOnlyList<Failure> Failures => Audit is null ? [] :
    [
        .. from criterion in Rgaa.All
           let found = Audit.Pages.OrderBy(p => p.Number).SelectMany(p => p.Results.Where(r => r.Result == CriterionResult.NotCompliant && string.Equals(r.Criterion, criterion, StringComparison.Ordinal)).Select(r => (p.Title, Result: r))).ToList()
           where found.Count > 0
           select new Failure(criterion, [.. found.Select(f => f.Result.Comment).OfType<string>().Distinct(StringComparer.Ordinal)], [.. found.Select(f => f.Title)], found.TrueForAll(f => f.Result.IsDerogated)),
    ];

    public static async Task<Declaration> Read(IncubatorDb db, DateOnly today, CancellationToken ct)
    {
        var audits = await db.Audits.AsNoTracking().AsSplitQuery().Include(a => a.Pages).ThenInclude(p => p.Results).Where(a => a.PublishedAt != null && a.WithdrawnAt == null).OrderByDescending(a => a.On).ThenByDescending(a => a.Id).ToListAsync(ct);
        var plans = await db.AccessibilityPlans.AsNoTracking().Where(p => p.From <= today && p.To >= today).OrderByDescending(p => p.At).ToListAsync(ct);
        var inForce = audits.Where(a => a.IsInForce(today)).ToList();
        var whole = inForce.Find(a => a.Service is null);
        return new()
        {
            Audit = whole,
            Expired = whole is null ? audits.Find(a => a.Service is null)?.EndsOn : null,
            Services = [.. inForce.Where(a => a.Service is not null).GroupBy(a => a.Service).Select(g => g.First()).OrderBy(a => a.Service)],
            Schema = plans.Find(p => p.Kind == PlanKind.Schema), YearPlan = plans.Find(p => p.Kind == PlanKind.Year),
        };
    }
}
