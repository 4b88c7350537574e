using Microsoft.AspNetCore.Identity;

namespace Beffroi.Accounts;

/// <summary>Looks at a password typed, one counted try each.</summary>
sealed class PasswordDoor(UserManager<Account> users, IPasswordHasher<Account> hasher, Tries tries)
{
    public async Task<bool> Opens(Account? account, string? typed, CancellationToken ct)
    {
        var password = typed ?? "";
        if (account is null || await tries.Count(account.Id, ct) is not { } counted)
        {
            // As long to answer as when a password is checked.
            hasher.HashPassword(new(), password);
            return false;
        }

        if (!await users.CheckPasswordAsync(account, password))
        {
            return false;
        }

        await (account.TwoFactorEnabled ? tries.TakeBack(counted, ct) : tries.Forgive(account.Id, ct));
        return true;
    }
}
