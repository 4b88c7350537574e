using Beffroi.Kit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts;

static class SignInMapping
{
    public static void AddSignIn(this ModelBuilder model)
    {
        model.Entity<IdentityUserLogin<Guid>>().Property(l => l.ProviderKey).KeptOutOfAudit();
        model.Entity<IdentityUserPasskey<Guid>>().Property(p => p.CredentialId).KeptOutOfAudit();
        model.Entity<Authenticator>(authenticator =>
        {
            authenticator.ToTable(AccountsDb.Prefix + "authenticators").HasKey(a => a.AccountId);
            authenticator.Property(a => a.AccountId).ValueGeneratedNever();
            authenticator.Property(a => a.SealedKey).HasMaxLength(1000);

            // The same code sent twice at the same moment opens once.
            authenticator.Property(a => a.LastStep).IsConcurrencyToken();
            authenticator.HasOne<Account>().WithOne().HasForeignKey<Authenticator>(a => a.AccountId);
        });
        model.Entity<RecoveryCode>(code =>
        {
            code.ToTable(AccountsDb.Prefix + "recovery_codes");
            code.Property(c => c.Id).ValueGeneratedNever();
            code.Property(c => c.Hash).HasMaxLength(SecretToken.HashLength);
            code.Property(c => c.UsedAt).IsConcurrencyToken();
            code.HasIndex(c => new { c.AccountId, c.Hash }).IsUnique();
            code.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        });
    }
}
