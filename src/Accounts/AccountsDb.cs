using Beffroi.Accounts.Counting;
using Beffroi.Accounts.Post;
using Beffroi.Accounts.Prospects;
using Beffroi.Accounts.Support;
using Beffroi.Kit;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beffroi.Accounts;

/// <summary>People, structures, invitations. Outside sign-ins and passkeys are Identity's own tables.</summary>
public sealed class AccountsDb(DbContextOptions<AccountsDb> options) : IdentityUserContext<Account, Guid>(options)
{
    public const string Prefix = "accounts_";

    const int EnumMaxLength = 40;

    /// <summary>Web Authentication, level 2, section 5.1.3: a credential id has at most 1,023 bytes.</summary>
    const int CredentialIdMaxLength = 1024;

    public DbSet<Structure> Structures => Set<Structure>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<AccountDecision> AccountDecisions => Set<AccountDecision>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();
    public DbSet<OutboxLetter> Outbox => Set<OutboxLetter>();
    public DbSet<MailLink> MailLinks => Set<MailLink>();
    public DbSet<NewsItem> News => Set<NewsItem>();
    public DbSet<HelpSource> HelpSources => Set<HelpSource>();
    public DbSet<Banner> Banners => Set<Banner>();
    public DbSet<Opinion> Opinions => Set<Opinion>();
    public DbSet<SupportRequest> Requests => Set<SupportRequest>();
    public DbSet<RequestStep> RequestSteps => Set<RequestStep>();
    public DbSet<Prospect> Prospects => Set<Prospect>();
    public DbSet<StepCount> StepCounts => Set<StepCount>();
    public DbSet<ReminderRefusal> ReminderRefusals => Set<ReminderRefusal>();
    public DbSet<Authenticator> Authenticators => Set<Authenticator>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<Closure> Closures => Set<Closure>();
    public DbSet<ClosureAnswer> ClosureAnswers => Set<ClosureAnswer>();
    public DbSet<TreatmentRecord> TreatmentRecords => Set<TreatmentRecord>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        NameIdentityTables(builder);
        builder.Entity<IdentityUserPasskey<Guid>>(MapPasskey);
        builder.Entity<Account>(MapAccount);
        builder.Entity<AccountDecision>(MapDecision);
        builder.Entity<Structure>(MapStructure);
        builder.Entity<Invitation>(MapInvitation);
        builder.AddPost();
        builder.AddNews();
        builder.AddSupport();
        builder.AddSignIn();
        builder.AddPrivacy();
        builder.AddAudit(Prefix);
        builder.StoreInstants(Database.ProviderName);
    }

    static void NameIdentityTables(ModelBuilder builder)
    {
        builder.Entity<Account>().ToTable(Prefix + "people");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable(Prefix + "claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable(Prefix + "logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable(Prefix + "tokens");
    }

    // Version 3 of Identity's schema, written here: Identity adds it only where its options are around, which they are not when a
    // migration is made, and the two models would differ.
    static void MapPasskey(EntityTypeBuilder<IdentityUserPasskey<Guid>> passkey)
    {
        passkey.ToTable(Prefix + "passkeys").HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(CredentialIdMaxLength);
        passkey.OwnsOne(p => p.Data).ToJson();
        passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId);
    }

    static void MapAccount(EntityTypeBuilder<Account> account)
    {
        account.Property(a => a.Id).ValueGeneratedNever();
        account.Property(a => a.Name).HasMaxLength(Account.NameMaxLength);
        account.Property(a => a.Role).HasConversion<string>().HasMaxLength(EnumMaxLength);
        account.Property(a => a.TermsVersion).HasMaxLength(20);
        account.Ignore(a => a.Verdict);
        account.HasIndex(a => a.NormalizedEmail).HasDatabaseName("EmailIndex").IsUnique();
        account.HasIndex(a => new { a.StructureId, a.Name });
        account.HasOne<Structure>().WithMany().HasForeignKey(a => a.StructureId).OnDelete(DeleteBehavior.Restrict);
        account.HasMany(a => a.Decisions).WithOne().HasForeignKey(d => d.AccountId);
    }

    static void MapDecision(EntityTypeBuilder<AccountDecision> decision)
    {
        decision.ToTable(Prefix + "decisions");
        decision.Property(d => d.Id).ValueGeneratedNever();
        decision.Property(d => d.Verdict).HasConversion<string>().HasMaxLength(EnumMaxLength);
        decision.HasIndex(d => new { d.AccountId, d.Number }).IsUnique();
    }

    static void MapStructure(EntityTypeBuilder<Structure> structure)
    {
        structure.ToTable(Prefix + "structures");
        structure.Property(s => s.Id).ValueGeneratedNever();
        structure.Property(s => s.Name).HasMaxLength(StructureDetails.NameMaxLength);
        structure.Property(s => s.SearchText).HasMaxLength(StructureDetails.NameMaxLength * 2);
        structure.Property(s => s.Kind).HasConversion<string>().HasMaxLength(EnumMaxLength);
        structure.Property(s => s.Type).HasConversion<string>().HasMaxLength(EnumMaxLength);
        structure.Property(s => s.PostCode).HasMaxLength(Accounts.PostCode.Length);
        structure.Property(s => s.Siret).HasMaxLength(Accounts.Siret.Length);
        structure.Property(s => s.Path).HasMaxLength(Structure.PathMaxLength);
        structure.Property(s => s.TeamRevision).IsConcurrencyToken();
        structure.HasIndex(s => s.Siret).IsUnique();
        structure.HasIndex(s => s.Path).IsUnique();
        structure.HasOne<Structure>().WithMany().HasForeignKey(s => s.ParentId).OnDelete(DeleteBehavior.Restrict);
    }

    static void MapInvitation(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable(Prefix + "invitations");
        invitation.Property(i => i.Id).ValueGeneratedNever();
        invitation.Property(i => i.Email).HasMaxLength(Account.EmailMaxLength);
        invitation.Property(i => i.Role).HasConversion<string>().HasMaxLength(EnumMaxLength);
        invitation.Property(i => i.TokenHash).HasMaxLength(64);

        // A second click on the link, or a cancellation at the same moment, finds the row changed and is refused.
        invitation.Property(i => i.AcceptedAt).IsConcurrencyToken();
        invitation.Property(i => i.CancelledAt).IsConcurrencyToken();
        invitation.HasIndex(i => i.TokenHash).IsUnique();
        invitation.HasIndex(i => new { i.StructureId, i.CreatedAt });
        invitation.HasOne<Structure>().WithMany().HasForeignKey(i => i.StructureId).OnDelete(DeleteBehavior.Restrict);
    }
}
