using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beffroi.Accounts.Post;

static class PostMapping
{
    const int KindMaxLength = 40;

    public static void AddPost(this ModelBuilder model)
    {
        model.Entity<OutboxLetter>(MapLetter);
        model.Entity<MailLink>(MapLink);
        model.Entity<ReminderRefusal>(refusal =>
        {
            refusal.ToTable(AccountsDb.Prefix + "reminder_refusals").HasKey(r => r.AccountId);
            refusal.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId);
        });
    }

    static void MapLetter(EntityTypeBuilder<OutboxLetter> letter)
    {
        letter.ToTable(AccountsDb.Prefix + "outbox");
        letter.Property(l => l.Id).ValueGeneratedNever();
        letter.Property(l => l.Kind).HasMaxLength(KindMaxLength);
        letter.Property(l => l.To).HasMaxLength(Account.EmailMaxLength);
        letter.Property(l => l.Subject).HasMaxLength(OutboxLetter.SubjectMaxLength);
        letter.Property(l => l.Body).HasMaxLength(OutboxLetter.BodyMaxLength);
        letter.Property(l => l.Secret).HasMaxLength(1000);
        letter.Property(l => l.Key).HasMaxLength(OutboxLetter.KeyMaxLength);
        letter.Property(l => l.Problem).HasMaxLength(200);
        letter.Ignore(l => l.State);
        letter.HasIndex(l => l.Key).IsUnique();
        letter.HasIndex(l => new { l.SentAt, l.GivenUpAt, l.NotBefore });
        letter.HasIndex(l => l.WrittenAt);
        letter.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    static void MapLink(EntityTypeBuilder<MailLink> link)
    {
        link.ToTable(AccountsDb.Prefix + "mail_links");
        link.Property(l => l.Id).ValueGeneratedNever();
        link.Property(l => l.Purpose).HasConversion<string>().HasMaxLength(KindMaxLength);
        link.Property(l => l.TokenHash).HasMaxLength(SecretToken.HashLength);
        link.Property(l => l.Stamp).HasMaxLength(100);

        // A second click at the same moment finds the row changed and is refused.
        link.Property(l => l.UsedAt).IsConcurrencyToken();
        link.HasIndex(l => l.TokenHash).IsUnique();
        link.HasIndex(l => new { l.AccountId, l.CreatedAt });
        link.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId);
    }
}
