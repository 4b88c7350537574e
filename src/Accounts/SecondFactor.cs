using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Beffroi.Accounts;

/// <summary>What an account asks for after a password: the code of a telephone, or one kept on paper.</summary>
sealed class SecondFactor(AccountsDb db, IOptions<IdentityOptions> lockout, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Longer than any code with its spaces.</summary>
    public const int CodeMaxLength = 40;

    public Task<bool> IsAsked(Guid accountId, CancellationToken ct) => db.Authenticators.AnyAsync(a => a.AccountId == accountId, ct);

    /// <summary>Uses up a code; wrong ones count as wrong passwords do, and lock the account as they do.</summary>
    public async Task<bool> Takes(Account account, string? typed, CancellationToken ct)
    {
        var code = string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (!await CountATry(account.Id, ct) || code.Length > CodeMaxLength || !await Use(account.Id, code, ct))
        {
            return false;
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same code at the same moment, twice: the other one was first.
            return false;
        }

        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
#pragma warning disable RS0030 // A counter of tries, which only an update with its condition counts right; the audit has the sign-in itself.
        await db.Users.Where(a => a.Id == account.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null), ct);
#pragma warning restore RS0030
        return true;
    }

    // Counted before it is looked at, and by the database: a thousand sent at the same moment are a thousand tries. False for a locked account.
    async Task<bool> CountATry(Guid accountId, CancellationToken ct)
    {
        var (most, now) = (lockout.Value.Lockout.MaxFailedAccessAttempts, clock.GetUtcNow());
        DateTimeOffset? until = now + lockout.Value.Lockout.DefaultLockoutTimeSpan;
#pragma warning disable RS0030 // The same counter.
        return await db.Users.Where(a => a.Id == accountId && (a.LockoutEnd == null || a.LockoutEnd <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(a => a.LockoutEnd, a => a.AccessFailedCount + 1 >= most ? until : null)
                    .SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1 >= most ? 0 : a.AccessFailedCount + 1),
                ct) == 1;
#pragma warning restore RS0030
    }

    async Task<bool> Use(Guid accountId, string code, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (code.Length == TimedCode.Digits)
        {
            return await db.Authenticators.SingleOrDefaultAsync(a => a.AccountId == accountId, ct) is { } authenticator && authenticator.Takes(code, protection, now);
        }

        var hash = SecretToken.HashOf(code);
        if (await db.RecoveryCodes.SingleOrDefaultAsync(c => c.AccountId == accountId && c.Hash == hash && c.UsedAt == null, ct) is not { } paper)
        {
            return false;
        }

        paper.Use(now);
        return true;
    }
}
