using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Beffroi.Accounts;

/// <summary>
/// Tries at the secrets of an account. Each is counted before it is looked at, and by the database: a thousand sent at the same moment are a thousand tries.
/// </summary>
sealed class Tries(AccountsDb db, IOptions<IdentityOptions> options, TimeProvider clock)
{
    /// <summary>Null for a locked account: the try is not to be looked at.</summary>
    public async Task<CountedTry?> Count(Guid accountId, CancellationToken ct)
    {
        var (most, now) = (options.Value.Lockout.MaxFailedAccessAttempts, clock.GetUtcNow());
        DateTimeOffset? until = now + options.Value.Lockout.DefaultLockoutTimeSpan;
#pragma warning disable RS0030 // A counter of tries, which only an update with its condition counts right; the audit has the sign-in itself.
        return await db.Users.Where(a => a.Id == accountId && (a.LockoutEnd == null || a.LockoutEnd <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(a => a.LockoutEnd, a => a.AccessFailedCount + 1 >= most ? until : null)
                    .SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1 >= most ? 0 : a.AccessFailedCount + 1),
                ct) == 1 ? new(accountId, until.Value) : null;
    }

    /// <summary>The secret was right, and nothing else is asked: the count starts again.</summary>
    public Task Forgive(Guid accountId, CancellationToken ct) =>
        db.Users.Where(a => a.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null), ct);

    /// <summary>The password was right, and a code is still to come: this try alone is taken back. Wiping the count would give as many tries at the code as one likes.</summary>
    public Task TakeBack(CountedTry right, CancellationToken ct)
    {
        var most = options.Value.Lockout.MaxFailedAccessAttempts;
        DateTimeOffset? until = right.Until;
        return db.Users.Where(a => a.Id == right.AccountId)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(a => a.AccessFailedCount, a => a.LockoutEnd == until ? most - 1 : a.AccessFailedCount > 0 ? a.AccessFailedCount - 1 : 0)
                    .SetProperty(a => a.LockoutEnd, a => a.LockoutEnd == until ? null : a.LockoutEnd),
                ct);
#pragma warning restore RS0030
    }
}

/// <param name="Until">Until when this try would have locked the account.</param>
sealed record CountedTry(Guid AccountId, DateTimeOffset Until);
