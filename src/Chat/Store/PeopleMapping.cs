using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

static class PeopleMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Organisation>(organisation =>
        {
            organisation.ToTable(ChatDb.Prefix + "organisations");
            organisation.Property(o => o.Name).HasMaxLength(Organisation.NameMaxLength);
            organisation.Property(o => o.Country).HasMaxLength(2);
            organisation.HasMany(o => o.Domains).WithOne().HasForeignKey(d => d.OrganisationId);
        });
        model.Entity<OrganisationDomain>(domain =>
        {
            domain.ToTable(ChatDb.Prefix + "domains");
            domain.Property(d => d.Domain).HasMaxLength(OrganisationDomain.DomainMaxLength);
            domain.HasIndex(d => d.Domain).IsUnique();
        });
        model.Entity<Member>(member =>
        {
            member.ToTable(ChatDb.Prefix + "members");
            member.Property(m => m.Name).HasMaxLength(Organisation.NameMaxLength);
            member.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId);
            member.HasIndex(m => new { m.AccountId, m.LeftAt });
            member.HasIndex(m => m.LoginId);
        });
        model.Entity<GuestPass>(pass =>
        {
            pass.ToTable(ChatDb.Prefix + "guest_passes");
            pass.Property(p => p.SecretHash).HasMaxLength(ChatDb.HashLength);
            pass.Property(p => p.ForWhom).HasMaxLength(Organisation.NameMaxLength);
            pass.Property(p => p.Name).HasMaxLength(Organisation.NameMaxLength);
            // Of two who open the same link at once, one comes in.
            pass.Property(p => p.AccountId).IsConcurrencyToken();
            pass.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId);
            pass.HasIndex(p => p.SecretHash).IsUnique();
            pass.HasIndex(p => p.CaseId);
            pass.HasIndex(p => p.AccountId);
            pass.HasIndex(p => p.LoginId);
        });
        model.Entity<OwnCriteria>().ToTable(ChatDb.Prefix + "criteria").HasKey(c => new { c.OrganisationId, c.Version });
        model.Entity<Revocation>().ToTable(ChatDb.Prefix + "revocations").HasIndex(r => r.At);
    }
}
