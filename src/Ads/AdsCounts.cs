using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads;

/// <summary>What ads count of themselves each month: ads that came in. Nothing of the answers, which are not told while a country votes.</summary>
public sealed class AdsCounts(AdsDb db) : ICountedFigures
{
    const int Kept = 12;
    const string New = "annonces_lues_mois";

    public IReadOnlyList<CountedFigure> Offers { get; } = [new() { Name = New, Label = "Annonces\u00A0: annonces publiques lues pour la première fois", Months = Kept }];

    public async Task<IReadOnlyList<Counted>> Read(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var counted = new List<Counted>();
        foreach (var month in Months.Between(first, last))
        {
            var (from, to) = Months.Span(month);
            counted.Add(Counted.Of(New, month, await db.Ads.Public().CountAsync(a => a.ImportedAt >= from && a.ImportedAt < to, ct)));
        }

        return counted;
    }
}
