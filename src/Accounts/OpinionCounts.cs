using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts;

/// <summary>Satisfaction, month by month: at the end of the games, and elsewhere on the site.</summary>
sealed class OpinionCounts(AccountsDb db) : ICountedFigures
{
    const int Kept = 12;
    const string AfterPlaying = "avis_apres_jeux", Elsewhere = "avis_ailleurs";

    public IReadOnlyList<CountedFigure> Offers { get; } =
    [
        new() { Name = AfterPlaying, Label = "Avis\u00A0: part des avis «\u00A0Bien\u00A0» à la fin des jeux", Months = Kept },
        new() { Name = Elsewhere, Label = "Avis\u00A0: part des avis «\u00A0Bien\u00A0» ailleurs sur le site", Months = Kept },
    ];

    public async Task<IReadOnlyList<Counted>> Read(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var end = last.AddMonths(1);
        var days = await db.Opinions.Where(o => o.Day >= first && o.Day < end).GroupBy(o => new { o.Day, o.AfterPlaying }).Select(g => new { g.Key.Day, g.Key.AfterPlaying, All = g.Count(), Good = g.Count(o => o.Rating == OpinionRating.Good) }).ToListAsync(ct);
        return
        [
            .. from month in Months.Between(first, last)
               from name in new[] { AfterPlaying, Elsewhere }
               let those = days.Where(d => Months.Of(d.Day) == month && d.AfterPlaying == string.Equals(name, AfterPlaying, StringComparison.Ordinal)).ToList()
               where those.Count > 0
               select Counted.Share(name, month, those.Sum(d => d.Good), those.Sum(d => d.All))!,
        ];
    }
}
