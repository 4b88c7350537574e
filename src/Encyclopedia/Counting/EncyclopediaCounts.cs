using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia;

/// <summary>What the encyclopedia counts of itself each month: readings of its entries, and practices that somebody ran to their end. Nobody is counted, so nothing is forgotten.</summary>
public sealed class EncyclopediaCounts(EncyclopediaDb db) : ICountedFigures
{
    const int Kept = 24;
    const string Readings = "encyclopedie_lectures_mois", Uses = "encyclopedie_usages_mois";

    public IReadOnlyList<CountedFigure> Offers { get; } =
    [
        new() { Name = Readings, Label = "Encyclopédie\u00A0: lectures de fiches", Months = Kept },
        new() { Name = Uses, Label = "Encyclopédie\u00A0: pratiques menées à leur fin", Months = Kept },
    ];

    public async Task<IReadOnlyList<Counted>> Read(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var counted = new List<Counted>();
        foreach (var month in Months.Between(first, last))
        {
            var (next, (from, to)) = (month.AddMonths(1), Months.Span(month));
            counted.Add(Counted.Of(Readings, month, await db.Readings.Where(r => r.Day >= month && r.Day < next).SumAsync(r => r.Count, ct)));
            counted.Add(Counted.Of(Uses, month, await db.Uses.CountAsync(u => u.Outcome != null && u.EndedAt >= from && u.EndedAt < to, ct)));
        }

        return counted;
    }
}
