using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Reuse;

/// <summary>What the detector counts of itself each month: groups of accounts that a later computation found again, and questions that partners asked. No account, no watch.</summary>
public sealed class BotsCounts(BotsDb db) : ICountedFigures
{
    // A group goes with the posts of its watch, when the mandate ends.
    const int KeptClusters = 3;

    // As far back as /stats tells them.
    const int KeptReuses = 12;
    const string Clusters = "robots_groupes_confirmes", Questions = "robots_questions";

    public IReadOnlyList<CountedFigure> Offers { get; } =
    [
        new() { Name = Clusters, Label = "Détecteur\u00A0: groupes coordonnés trouvés, et retrouvés par un calcul suivant", Months = KeptClusters },
        new() { Name = Questions, Label = "Détecteur\u00A0: questions posées par les partenaires", Months = KeptReuses },
    ];

    public async Task<IReadOnlyList<Counted>> Read(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var counted = new List<Counted>();
        foreach (var month in Months.Between(first, last))
        {
            var (next, (from, to)) = (month.AddMonths(1), Months.Span(month));
            counted.Add(Counted.Of(Clusters, month, await db.Clusters.CountAsync(c => c.FoundAt >= from && c.FoundAt < to && c.SeenAt > c.FoundAt, ct)));
            counted.Add(Counted.Of(Questions, month, await db.Reuses.Where(r => r.Day >= month && r.Day < next).SumAsync(r => r.Questions, ct)));
        }

        return counted;
    }
}
