using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Figures;

static class LatestScores
{
    /// <summary>The last score of each of these accounts.</summary>
    public static async Task<Dictionary<Guid, ScorePoint>> Of(BotsDb db, IReadOnlyList<Guid> accounts, CancellationToken ct) =>
        (await db.Scores.AsNoTracking().Where(s => accounts.Contains(s.AccountId) && s.At == db.Scores.Where(o => o.AccountId == s.AccountId).Max(o => o.At)).ToListAsync(ct)).ToDictionary(s => s.AccountId);
}
