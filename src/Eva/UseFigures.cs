using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva;

/// <summary>How much the structures use Eva, over the last twelve whole months in Paris.</summary>
/// <remarks>
/// Whole months, so that what is read today and tomorrow is the same until the month turns: nobody learns from two readings that one person came in between.
/// Who plays alone is left out: what she did is forgotten after three months, and twelve of them would not be the same thing each month.
/// A median is the count of one structure, or between two; which one is not told, and there are <see cref="PublicFigure.Least"/> of them at least.
/// </remarks>
static class UseFigures
{
    const int Months = 12;

    public static async Task<IReadOnlyList<PublicFigure>> Read(EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        var (from, to) = Window(clock.GetUtcNow());
        var counts = await db.Evaluations.Where(e => e.CampaignId != null && e.FinishedAt >= from && e.FinishedAt < to)
            .GroupBy(e => e.Campaign!.StructureId).Select(g => g.Count()).ToListAsync(ct);
        return
        [
            new PublicFigure { Name = "eva_structures_actives_12_mois", Label = "Structures actives : au moins une évaluation terminée sur les 12 derniers mois entiers", Unit = "structures" }.Counting(counts.Count),
            new PublicFigure { Name = "eva_evaluations_12_mois", Label = "Évaluations terminées dans les structures sur les 12 derniers mois entiers", Unit = "évaluations" }.Counting(counts.Sum()),
            new PublicFigure { Name = "eva_evaluations_par_structure_12_mois", Label = "Évaluations terminées par structure active sur ces 12 mois : médiane", Unit = "évaluations" }.Halving(counts.Count, Median(counts)),
        ];
    }

    static (DateTimeOffset From, DateTimeOffset To) Window(DateTimeOffset now)
    {
        var today = DateOnly.ParseExact(French.IsoDay(now), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var month = new DateOnly(today.Year, today.Month, 1);
        return (French.Begins(month.AddMonths(-Months)), French.Begins(month));
    }

    static double Median(List<int> counts)
    {
        counts.Sort();
        return counts.Count == 0 ? 0 : (counts[(counts.Count - 1) / 2] + counts[counts.Count / 2]) / 2.0;
    }
}
