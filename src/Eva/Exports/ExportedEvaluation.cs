using System.Runtime.CompilerServices;
using Beffroi.Eva.Results;
using Beffroi.Eva.Reviews;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Exports;

/// <summary>One evaluation on its way out, with what is kept of it. What the person said of herself, of her health or in her own words is not even read.</summary>
/// <param name="Screening">The last word of a professional on the screening; null while nobody has decided.</param>
public sealed record ExportedEvaluation(Evaluation Evaluation, string Structure, KeptReading Kept, Verdict? Screening)
{
    /// <summary>Evaluations in memory at once, whatever the number asked for.</summary>
    public const int AtOnce = 200;

    /// <summary>In the order of their ids, which is that in which they began: each page is found by the key alone.</summary>
    /// <param name="wanted">Those that this reader may see.</param>
    public static async IAsyncEnumerable<ExportedEvaluation> All(IQueryable<Evaluation> wanted, EvaDb db, IStructures structures, [EnumeratorCancellation] CancellationToken ct)
    {
        var names = new Dictionary<Guid, string>();
        Guid? last = null;
        while (await Page(last is { } id ? wanted.Where(e => e.Id > id) : wanted, ct) is { Count: > 0 } page)
        {
            await Name(page, names, structures, ct);
            var verdicts = await Verdicts(page, db, ct);
            foreach (var evaluation in page)
            {
                yield return new(evaluation, names[evaluation.Campaign!.StructureId], KeptReading.Of(evaluation.Results), verdicts.TryGetValue(evaluation.Id, out var verdict) ? verdict : null);
            }

            if (page.Count < AtOnce)
            {
                yield break;
            }

            last = page[^1].Id;
        }
    }

    static Task<List<Evaluation>> Page(IQueryable<Evaluation> wanted, CancellationToken ct) =>
        wanted.AsNoTracking().OrderBy(e => e.Id).Take(AtOnce)
            .Include(e => e.Campaign).Include(e => e.Beneficiary).Include(e => e.Alone).Include(e => e.Runs).Include(e => e.Results)
            .AsSplitQuery().ToListAsync(ct);

    static async Task Name(List<Evaluation> page, Dictionary<Guid, string> names, IStructures structures, CancellationToken ct)
    {
        var unknown = page.Select(e => e.Campaign!.StructureId).Where(s => !names.ContainsKey(s)).Distinct().ToList();
        if (unknown.Count == 0)
        {
            return;
        }

        var found = await structures.Find(unknown, ct);
        unknown.ForEach(id => names[id] = found.GetValueOrDefault(id)?.Name ?? "");
    }

    static async Task<Dictionary<Guid, Verdict>> Verdicts(List<Evaluation> page, EvaDb db, CancellationToken ct)
    {
        var ids = page.ConvertAll(e => e.Id);
        return (await db.Set<Decision>().Where(d => ids.Contains(d.EvaluationId) && d.About == DecisionSubject.Screening).OrderBy(d => d.At).ThenBy(d => d.Id)
            .Select(d => new { d.EvaluationId, d.Verdict }).ToListAsync(ct)).GroupBy(d => d.EvaluationId).ToDictionary(d => d.Key, d => d.Last().Verdict);
    }
}
