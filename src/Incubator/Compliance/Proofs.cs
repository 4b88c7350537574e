using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Compliance;

/// <summary>The results of tests that were loaded last.</summary>
public sealed class Proofs(TestLoad? load, IReadOnlyList<TestOutcome> outcomes)
{
    public TestLoad? Load => load;

    public static async Task<Proofs> Read(IncubatorDb db, CancellationToken ct)
    {
        var last = await db.TestLoads.AsNoTracking().OrderByDescending(l => l.LoadedAt).ThenByDescending(l => l.Id).FirstOrDefaultAsync(ct);
        return new(last, last is null ? [] : await db.TestOutcomes.AsNoTracking().Where(o => o.LoadId == last.Id).ToListAsync(ct));
    }

    /// <summary>Met when tests of that name are there and all of them passed: a test that was skipped proves nothing.</summary>
    /// <param name="name">« Class », « Class.Method »; with or without what comes before.</param>
    public Verdict Of(string name)
    {
        var named = outcomes.Where(o => IsNamed(o.Name, name)).ToList();
        return named.Count == 0 ? Verdict.Unknown
            : named.Exists(o => o.Result == TestResult.Failed) ? Verdict.NotMet
            : named.Exists(o => o.Result == TestResult.Passed) ? Verdict.Met
            : Verdict.Unknown;
    }

    /// <summary>How many tests of that name passed, failed, were skipped.</summary>
    public (int Passed, int Failed, int Skipped) Count(string name)
    {
        var named = outcomes.Where(o => IsNamed(o.Name, name)).ToLookup(o => o.Result);
        return (named[TestResult.Passed].Count(), named[TestResult.Failed].Count(), named[TestResult.Skipped].Count());
    }

    // Whole words: « OrderTests » is not « ReorderTests », nor « A.Test_1 » part of « A.Test_12 ».
    static bool IsNamed(string full, string name)
    {
        var at = full.IndexOf(name, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || full[at - 1] == '.') && (at + name.Length == full.Length || full[at + name.Length] is '.' or '(');
    }
}
