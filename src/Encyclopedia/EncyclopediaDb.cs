using Beffroi.Encyclopedia.Checking;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beffroi.Encyclopedia;

public sealed class EncyclopediaDb(DbContextOptions<EncyclopediaDb> options) : DbContext(options)
{
    public const string Prefix = "encyclopedia_";

    const int EnumMaxLength = 20;
    const int HashLength = 64;
    const int FieldMaxLength = 40;

    public DbSet<Entry> Entries => Set<Entry>();
    public DbSet<EntryWords> Words => Set<EntryWords>();
    public DbSet<EntryVersion> Versions => Set<EntryVersion>();
    public DbSet<VersionWithheld> Withheld => Set<VersionWithheld>();
    public DbSet<EntryLink> Links => Set<EntryLink>();
    public DbSet<EntryUrl> Urls => Set<EntryUrl>();
    public DbSet<UrlHealth> UrlHealth => Set<UrlHealth>();
    public DbSet<Proposal> Proposals => Set<Proposal>();
    public DbSet<ProposalDecision> Decisions => Set<ProposalDecision>();
    public DbSet<Appointment> Appointments => Set<Appointment>();
    public DbSet<Discussion> Discussions => Set<Discussion>();
    public DbSet<Remark> Remarks => Set<Remark>();
    public DbSet<Reading> Readings => Set<Reading>();
    public DbSet<PracticeUse> Uses => Set<PracticeUse>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumMaxLength);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Entry>(MapEntry);
        modelBuilder.Entity<EntryWords>(MapWords);
        modelBuilder.Entity<EntryVersion>(MapVersion);
        modelBuilder.Entity<VersionWithheld>(MapWithheld);
        modelBuilder.Entity<EntryLink>(MapLink);
        modelBuilder.Entity<EntryUrl>(MapUrl);
        modelBuilder.Entity<UrlHealth>(MapHealth);
        modelBuilder.Entity<Proposal>(MapProposal);
        modelBuilder.Entity<ProposalDecision>(MapDecision);
        modelBuilder.Entity<Appointment>().ToTable(Prefix + "appointments").HasIndex(a => a.AccountId);
        modelBuilder.Entity<Discussion>(MapDiscussion);
        modelBuilder.Entity<Remark>(MapRemark);
        modelBuilder.Entity<Reading>(MapReading);
        modelBuilder.Entity<PracticeUse>(MapUse);
        modelBuilder.AddAudit(Prefix);
        modelBuilder.StoreInstants(Database.ProviderName);
    }

    static void MapEntry(EntityTypeBuilder<Entry> entry)
    {
        entry.ToTable(Prefix + "entries");
        entry.Property(e => e.Key).HasMaxLength(Encyclopedia.Entry.KeyMaxLength);
        // Two reviewers who accept at once: the second finds it changed.
        entry.Property(e => e.Version).IsConcurrencyToken();
        entry.Property(e => e.OriginName).HasMaxLength(Encyclopedia.Entry.OriginMaxLength);
        entry.HasIndex(e => e.Key).IsUnique();
        entry.Property(e => e.Grades).HasMaxLength(EntryLimits.Notes);
        entry.HasIndex(e => e.ChangedAt);
        entry.HasIndex(e => e.ReviewedOn);
        // A right is a condition of the query: this one is of all of them.
        entry.HasQueryFilter(e => e.HiddenAt == null);
        entry.HasMany(e => e.Words).WithOne().HasForeignKey(w => w.EntryId);
    }

    static void MapWords(EntityTypeBuilder<EntryWords> words)
    {
        words.ToTable(Prefix + "words").HasKey(w => new { w.EntryId, w.Language });
        words.HasIndex(w => new { w.Language, w.Title });
    }

    static void MapVersion(EntityTypeBuilder<EntryVersion> version)
    {
        version.ToTable(Prefix + "versions").HasKey(v => new { v.EntryId, v.Number });
        version.Property(v => v.Comment).HasMaxLength(EntryVersion.CommentMaxLength);
        version.Property(v => v.AuthorName).HasMaxLength(EntryVersion.AuthorMaxLength);
        version.HasOne<Entry>().WithMany().HasForeignKey(v => v.EntryId);
        version.HasIndex(v => v.At);
    }

    static void MapWithheld(EntityTypeBuilder<VersionWithheld> withheld)
    {
        withheld.ToTable(Prefix + "withheld").HasKey(w => new { w.EntryId, w.Number });
        withheld.Property(w => w.Reason).HasMaxLength(VersionWithheld.ReasonMaxLength);
        withheld.HasOne<Entry>().WithMany().HasForeignKey(w => w.EntryId);
    }

    static void MapLink(EntityTypeBuilder<EntryLink> link)
    {
        link.ToTable(Prefix + "links").HasKey(l => new { l.FromId, l.ToKey, l.Relation });
        link.Property(l => l.ToKey).HasMaxLength(Encyclopedia.Entry.KeyMaxLength);
        link.HasOne<Entry>().WithMany().HasForeignKey(l => l.FromId);
        link.HasIndex(l => l.ToKey);
    }

    static void MapUrl(EntityTypeBuilder<EntryUrl> url)
    {
        url.ToTable(Prefix + "urls").HasKey(u => new { u.EntryId, u.Url });
        url.Property(u => u.Url).HasMaxLength(EntryUrl.UrlMaxLength);
        url.HasOne<Entry>().WithMany().HasForeignKey(u => u.EntryId);
        url.HasIndex(u => u.Url);
    }

    static void MapHealth(EntityTypeBuilder<UrlHealth> health)
    {
        health.ToTable(Prefix + "url_health").HasKey(h => h.Url);
        health.Property(h => h.Url).HasMaxLength(EntryUrl.UrlMaxLength);
        health.Property(h => h.Failure).HasMaxLength(EnumMaxLength);
        health.Property(h => h.ETag).HasMaxLength(200);
        health.HasIndex(h => h.NextCheckAt);
    }

    static void MapProposal(EntityTypeBuilder<Proposal> proposal)
    {
        proposal.ToTable(Prefix + "proposals");
        proposal.Property(p => p.Key).HasMaxLength(Encyclopedia.Entry.KeyMaxLength);
        proposal.Property(p => p.AuthorName).HasMaxLength(EntryVersion.AuthorMaxLength);
        proposal.Property(p => p.Comment).HasMaxLength(EntryVersion.CommentMaxLength);
        proposal.Property(p => p.FollowHash).HasMaxLength(HashLength);
        proposal.HasOne<Entry>().WithMany().HasForeignKey(p => p.EntryId);
        proposal.HasOne(p => p.Decision).WithOne().HasForeignKey<ProposalDecision>(d => d.ProposalId);
        proposal.HasIndex(p => p.FollowHash).IsUnique();
        proposal.HasIndex(p => p.At);
    }

    static void MapDecision(EntityTypeBuilder<ProposalDecision> decision)
    {
        decision.ToTable(Prefix + "decisions").HasKey(d => d.ProposalId);
        decision.Property(d => d.Reason).HasMaxLength(ProposalDecision.ReasonMaxLength);
        decision.Property(d => d.Checklist).HasMaxLength(ProposalDecision.ReasonMaxLength);
    }

    static void MapDiscussion(EntityTypeBuilder<Discussion> discussion)
    {
        discussion.ToTable(Prefix + "discussions");
        discussion.Property(d => d.Passage).HasMaxLength(Discussion.PassageMaxLength);
        discussion.Property(d => d.Field).HasMaxLength(FieldMaxLength);
        discussion.HasOne<Entry>().WithMany().HasForeignKey(d => d.EntryId);
        discussion.HasMany(d => d.Remarks).WithOne().HasForeignKey(r => r.DiscussionId);
    }

    static void MapRemark(EntityTypeBuilder<Remark> remark)
    {
        remark.ToTable(Prefix + "remarks");
        remark.Property(r => r.Text).HasMaxLength(Remark.TextMaxLength);
    }

    static void MapReading(EntityTypeBuilder<Reading> reading)
    {
        reading.ToTable(Prefix + "readings").HasKey(r => new { r.EntryId, r.Day, r.Language });
        // Two nodes that add to the same day: the second finds it changed, and adds again.
        reading.Property(r => r.Count).IsConcurrencyToken();
    }

    static void MapUse(EntityTypeBuilder<PracticeUse> use)
    {
        use.ToTable(Prefix + "uses");
        use.Property(u => u.PublicNote).HasMaxLength(ProposalDecision.ReasonMaxLength);
        use.HasOne<Entry>().WithMany().HasForeignKey(u => u.EntryId);
    }
}
