using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts;

public static class OfficeHolders
{
    /// <summary>What keeps this account open; null when nothing does. Those who are leaving too hold no office any more.</summary>
    public static async Task<Obstacle?> ObstacleTo(this AccountsDb db, Guid accountId, CancellationToken ct)
    {
        if (await db.Users.AsNoTracking().Accepted().SingleOrDefaultAsync(a => a.Id == accountId, ct) is not { } account)
        {
            return null;
        }

        var staying = db.Users.Accepted().Where(a => a.Id != accountId && a.Role == account.Role && !db.Closures.Any(c => c.AccountId == a.Id && c.CancelledAt == null && c.DoneAt == null));
        return account.Role switch
        {
            Role.Superadmin when !await staying.AnyAsync(ct) => Obstacle.LastSuperadmin,
            Role.Admin when account.StructureId is { } structure && !await staying.AnyAsync(a => a.StructureId == structure, ct) => Obstacle.LastAdmin,
            _ => null,
        };
    }
}
