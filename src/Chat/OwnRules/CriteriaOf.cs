using Beffroi.Chat.Cases;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.OwnRules;

/// <summary>The criteria by which an organisation qualifies: the last version of its own, or those of the convention.</summary>
static class CriteriaOf
{
    public static async Task<CriteriaSet> Now(ChatDb db, Guid organisation, CancellationToken ct) =>
        await db.OwnCriteria.AsNoTracking().Where(c => c.OrganisationId == organisation).OrderByDescending(c => c.Version).Select(c => c.Content).FirstOrDefaultAsync(ct) is { } content
            ? CaseJson.Read<CriteriaSet>(content)
            : Convention.Five;
}
