using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts;

/// <summary>An account keeps one way in at least: a password, a provider or a passkey.</summary>
static class WaysIn
{
    public static async Task<bool> Remain(AccountsDb db, Account account, byte[] without, CancellationToken ct) =>
        account.PasswordHash is not null
        || await db.UserLogins.AnyAsync(l => l.UserId == account.Id, ct)
        || await Passkeys(db).AnyAsync(p => p.UserId == account.Id && p.CredentialId != without, ct);

    public static async Task<bool> Remain(AccountsDb db, Account account, IdentityUserLogin<Guid> without, CancellationToken ct) =>
        account.PasswordHash is not null
        || await db.UserLogins.AnyAsync(l => l.UserId == account.Id && !(l.LoginProvider == without.LoginProvider && l.ProviderKey == without.ProviderKey), ct)
        || await Passkeys(db).AnyAsync(p => p.UserId == account.Id, ct);

    static DbSet<IdentityUserPasskey<Guid>> Passkeys(AccountsDb db) => db.Set<IdentityUserPasskey<Guid>>();
}
