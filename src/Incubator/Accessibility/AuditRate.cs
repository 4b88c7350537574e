using Beffroi.Kit;

namespace Beffroi.Incubator.Accessibility;

/// <summary>The rate of an audit, as the RGAA counts it: criteria that hold on every page of the sample, among those that apply on one at least.</summary>
/// <param name="MeanOfPages">The second figure that a declaration may give: the mean of the rates of pages, in [0, 1].</param>
public sealed record AuditRate(int Validated, int Applicable, double MeanOfPages)
{
    /// <summary>In [0, 1]; 0 where nothing applies.</summary>
    public double Share => Applicable == 0 ? 0 : (double)Validated / Applicable;

    // Whole numbers: 53 of 106 is half, and no rounding makes it less or more.
    public AccessibilityStatus Status =>
        Applicable == 0 ? AccessibilityStatus.NotCompliant
        : Validated == Applicable ? AccessibilityStatus.FullyCompliant
        : 2 * Validated >= Applicable ? AccessibilityStatus.PartiallyCompliant
        : AccessibilityStatus.NotCompliant;

    public static AuditRate Of(IEnumerable<(int Page, string Criterion, CriterionResult Result)> results)
    {
        var counted = results.Where(r => r.Result != CriterionResult.NotApplicable).ToList();
        var criteria = counted.GroupBy(r => r.Criterion, StringComparer.Ordinal).ToList();
        var pages = counted.GroupBy(r => r.Page).Select(p => (double)p.Count(r => r.Result == CriterionResult.Compliant) / p.Count()).ToList();
        return new(criteria.Count(c => c.All(r => r.Result == CriterionResult.Compliant)), criteria.Count, pages.Count == 0 ? 0 : pages.Average());
    }

    /// <summary>« 50 % », « 49,52 % »: cut, not rounded, so that no rate looks like the next status.</summary>
    public static string Said(double share, Lang language)
    {
        var cut = Math.Truncate((decimal)share * 10_000) / 100;
        return language.Number((double)cut, cut == Math.Truncate(cut) ? 0 : 2) + language.Say("\u202F%", "%");
    }
}
