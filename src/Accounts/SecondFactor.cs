using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts;

/// <summary>What an account asks for after a password: the code of a telephone, or one kept on paper.</summary>
sealed class SecondFactor(AccountsDb db, Tries tries, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Longer than any code with its spaces.</summary>
    public const int CodeMaxLength = 40;

    public Task<bool> IsAsked(Guid accountId, CancellationToken ct) => db.Authenticators.AnyAsync(a => a.AccountId == accountId, ct);

    /// <summary>Uses up a code; wrong ones count as wrong passwords do, and lock the account as they do.</summary>
    public async Task<bool> Takes(Account account, string? typed, CancellationToken ct)
    {
        var code = string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (await tries.Count(account.Id, ct) is null || code.Length > CodeMaxLength || !await Use(account.Id, code, ct))
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
        await tries.Forgive(account.Id, ct);
        return true;
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
