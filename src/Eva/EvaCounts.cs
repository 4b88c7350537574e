using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva;

/// <summary>What Eva counts of itself each month: how intensely structures use it, and how diagnoses turn into actions (the metrics of its convention, committee of 26 March 2020).</summary>
/// <remarks>Who plays alone is left out, as in <see cref="UseFigures"/>: what she did is forgotten after three months.</remarks>
sealed class EvaCounts(EvaDb db) : ICountedFigures
{
    // What is erased at somebody's request makes an old month smaller: a year back, as on /stats.
    const int Kept = 12;
    const string Finished = "eva_terminees", Structures = "eva_structures", Intensity = "eva_intensite", People = "eva_personnes", Directed = "eva_orientees", ShareDirected = "eva_part_orientee";

    public IReadOnlyList<CountedFigure> Offers { get; } =
    [
        new() { Name = Finished, Label = "Eva\u00A0: évaluations terminées dans les structures", Months = Kept },
        new() { Name = Structures, Label = "Eva\u00A0: structures avec au moins une évaluation terminée", Months = Kept },
        new() { Name = Intensity, Label = "Eva\u00A0: évaluations terminées par structure active, médiane", Months = Kept },
        new() { Name = People, Label = "Eva\u00A0: personnes qui ont commencé une évaluation", Months = Kept },
        new() { Name = Directed, Label = "Eva\u00A0: repérages suivis pour la première fois d’une orientation", Months = Kept },
        new() { Name = ShareDirected, Label = "Eva\u00A0: part orientée, parmi les repérages dont la suite est dite", Months = Kept },
    ];

    public async Task<IReadOnlyList<Counted>> Read(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var counted = new List<Counted?>();
        foreach (var month in Months.Between(first, last))
        {
            var (from, to) = Months.Span(month);
            var structures = await db.Evaluations.Where(e => e.CampaignId != null && e.FinishedAt >= from && e.FinishedAt < to).GroupBy(e => e.Campaign!.StructureId).Select(g => g.Count()).ToListAsync(ct);
            var people = await db.Evaluations.Where(e => e.CampaignId != null && e.BeneficiaryId != null && e.StartedAt >= from && e.StartedAt < to).Select(e => e.BeneficiaryId).Distinct().CountAsync(ct);
            // The first time that somebody was directed counts; what is said again of them later is the same action.
            var directed = await db.MisesEnAction.Where(a => a.Remediation != null).GroupBy(a => a.EvaluationId).Select(g => g.Min(a => a.At)).CountAsync(at => at >= from && at < to, ct);
            var told = db.MisesEnAction.Where(a => a.At >= from && a.At < to).Select(a => a.EvaluationId).Distinct();
            var followed = await told.CountAsync(ct);
            var reached = await db.MisesEnAction.Where(a => a.At >= from && a.At < to && a.Remediation != null).Select(a => a.EvaluationId).Distinct().CountAsync(ct);
            counted.AddRange([Counted.Of(Finished, month, structures.Sum()), Counted.Of(Structures, month, structures.Count), OfIntensity(month, structures), Counted.Of(People, month, people), Counted.Of(Directed, month, directed), Counted.Share(ShareDirected, month, reached, followed)]);
        }

        return [.. counted.OfType<Counted>()];
    }

    static Counted? OfIntensity(DateOnly month, List<int> structures)
    {
        structures.Sort();
        return structures.Count == 0 ? null : new() { Name = Intensity, Month = month, Value = (structures[(structures.Count - 1) / 2] + structures[structures.Count / 2]) / 2.0, N = structures.Count };
    }
}
