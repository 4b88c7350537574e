using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Portrait;

/// <summary>How far people have looked at an account. What a single one said is not shown: whoever looks next must not know.</summary>
/// <param name="Confirmed">What two at least agree on; null until then.</param>
public sealed record ReviewState(int Reviews, ReviewLabel? Confirmed)
{
    public static async Task<ReviewState> Of(Guid account, BotsDb db, CancellationToken ct)
    {
        var labels = await db.Reviews.AsNoTracking().Where(r => r.AccountId == account && r.EndedAt == null).Select(r => r.Label).ToListAsync(ct);
        var agreed = labels.GroupBy(l => l).Where(g => g.Count() > 1 && g.Count() > labels.Count - g.Count()).Select(g => (ReviewLabel?)g.Key).SingleOrDefault();
        return new(labels.Count, agreed);
    }
}
