using Beffroi.Kit;

namespace Beffroi.Eva.Norming;

/// <summary>One stratum of the plan, and what came of it.</summary>
/// <param name="Begun">Evaluations begun in the period.</param>
/// <param name="Read">Those in the cohort: finished, with effort, and kept by the filter.</param>
public sealed record StratumCoverage(Stratum Stratum, int Begun, int Finished, int Read)
{
    public double Coverage => (double)Read / Stratum.Target;

    /// <summary>Share of those invited (of those who began, where nobody knows) who did not finish; null when there is nobody.</summary>
    public double? NonResponse => (Stratum.Invited ?? Begun) is > 0 and var asked ? Math.Max(0, 1 - ((double)Finished / asked)) : null;

    public bool IsReached => Read >= Stratum.Target;
}

/// <summary>A plan against a cohort. A structure counts in the first stratum that holds it.</summary>
public sealed record SampleCoverage(IReadOnlyList<StratumCoverage> Strata, int Outside)
{
    public bool IsReached => Strata.All(s => s.IsReached);

    /// <summary>Of all strata together; null when there is nobody.</summary>
    public double? NonResponse => Strata.Sum(s => s.Stratum.Invited ?? s.Begun) is > 0 and var asked ? Math.Max(0, 1 - ((double)Strata.Sum(s => s.Finished) / asked)) : null;

    public static SampleCoverage Of(IReadOnlyList<Stratum> strata, Cohort cohort, IReadOnlyDictionary<Guid, StructureSummary> structures)
    {
        ArgumentNullException.ThrowIfNull(strata);
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentNullException.ThrowIfNull(structures);
        var placed = cohort.Attendances.ToLookup(a => a.Structure is { } id && structures.GetValueOrDefault(id) is { } structure
            ? strata.Index().Where(s => s.Item.Holds(structure, SamplingPlan.SizeOf(a.Begun))).Select(s => s.Index).FirstOrDefault(-1)
            : -1);
        return new(
            [.. strata.Index().Select(s => new StratumCoverage(s.Item, placed[s.Index].Sum(a => a.Begun), placed[s.Index].Sum(a => a.Finished), placed[s.Index].Sum(a => a.Read)))],
            placed[-1].Sum(a => a.Read));
    }
}
