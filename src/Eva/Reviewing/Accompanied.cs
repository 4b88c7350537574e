using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Reviewing;

/// <summary>The evaluations of those whom this person accompanies: nobody else decides, writes down a disagreement, or reads a text by the grid.</summary>
static class Accompanied
{
    public static IQueryable<Evaluation> By(EvaDb db, CurrentUser user)
    {
        var campaigns = db.Campaigns.AccompaniedBy(user).Select(c => c.Id);
        return db.Evaluations.Where(e => e.CampaignId != null && campaigns.Contains(e.CampaignId.Value));
    }

    /// <summary>One of them, to be read, with its campaign and its person.</summary>
    public static Task<Evaluation?> Find(Guid id, EvaDb db, CurrentUser user, CancellationToken ct) =>
        By(db, user).AsNoTracking().Include(e => e.Campaign).Include(e => e.Beneficiary).SingleOrDefaultAsync(e => e.Id == id, ct);
}
