using Beffroi.Ads.Grouping;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beffroi.Ads;

public sealed class AdsDb(DbContextOptions<AdsDb> options) : DbContext(options)
{
    public const string Prefix = "ads_";

    internal const int EnumMaxLength = 20;
    internal const int HashLength = 64;
    internal const int CodeMaxLength = 16;
    internal const int KeyMaxLength = 60;
    internal const int NoteMaxLength = 2000;

    public DbSet<Ad> Ads => Set<Ad>();
    public DbSet<Sponsor> Sponsors => Set<Sponsor>();
    public DbSet<AdImport> Imports => Set<AdImport>();
    public DbSet<AdPicture> Pictures => Set<AdPicture>();
    public DbSet<Submission> Submissions => Set<Submission>();
    public DbSet<AdGroup> Groups => Set<AdGroup>();
    public DbSet<GroupBand> Bands => Set<GroupBand>();
    public DbSet<Answer> Answers => Set<Answer>();
    public DbSet<Hold> Holds => Set<Hold>();
    public DbSet<DayKey> DayKeys => Set<DayKey>();
    public DbSet<NetworkKey> NetworkKeys => Set<NetworkKey>();
    public DbSet<Verdict> Verdicts => Set<Verdict>();
    public DbSet<GoldAnswer> Gold => Set<GoldAnswer>();
    public DbSet<AnswerRemoval> Removals => Set<AnswerRemoval>();
    public DbSet<Juror> Jurors => Set<Juror>();
    public DbSet<Review> Reviews => Set<Review>();
    public DbSet<EstablishedFact> Established => Set<EstablishedFact>();
    public DbSet<ReplyInvitation> Invitations => Set<ReplyInvitation>();
    public DbSet<SponsorReply> Replies => Set<SponsorReply>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<CaseTie> CaseTies => Set<CaseTie>();
    public DbSet<Dump> Dumps => Set<Dump>();
    public DbSet<DumpLine> DumpLines => Set<DumpLine>();
    public DbSet<AnnouncedTotal> Announced => Set<AnnouncedTotal>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumMaxLength);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 2);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Ad>(MapAd);
        modelBuilder.Entity<Sponsor>(MapSponsor);
        modelBuilder.Entity<AdImport>(MapImport);
        modelBuilder.Entity<AdPicture>(MapPicture);
        modelBuilder.Entity<Submission>(MapSubmission);
        modelBuilder.Entity<AdGroup>(MapGroup);
        modelBuilder.Entity<GroupBand>(MapBand);
        modelBuilder.Entity<Answer>(MapAnswer);
        modelBuilder.Entity<Hold>(MapHold);
        modelBuilder.Entity<DayKey>().ToTable(Prefix + "day_keys").HasKey(k => k.Day);
        modelBuilder.Entity<NetworkKey>().ToTable(Prefix + "network_keys").HasKey(k => k.Day);
        modelBuilder.Entity<Verdict>(MapVerdict);
        modelBuilder.Entity<GoldAnswer>(MapGold);
        modelBuilder.Entity<AnswerRemoval>(MapRemoval);
        modelBuilder.Entity<Juror>(ReviewMapping.MapJuror);
        modelBuilder.Entity<Review>(ReviewMapping.MapReview);
        modelBuilder.Entity<EstablishedFact>(ReviewMapping.MapFact);
        modelBuilder.Entity<ReplyInvitation>(ReviewMapping.MapInvitation);
        modelBuilder.Entity<SponsorReply>(ReviewMapping.MapReply);
        modelBuilder.Entity<Notice>(ReviewMapping.MapNotice);
        modelBuilder.Entity<CaseTie>(ReviewMapping.MapTie);
        modelBuilder.Entity<Dump>(MapDump);
        modelBuilder.Entity<DumpLine>(MapDumpLine);
        modelBuilder.Entity<AnnouncedTotal>(MapAnnounced);
        modelBuilder.AddAudit(Prefix);
        modelBuilder.StoreInstants(Database.ProviderName);
    }

    static void MapAd(EntityTypeBuilder<Ad> ad)
    {
        ad.ToTable(Prefix + "ads");
        ad.Property(a => a.SourceId).HasMaxLength(Ad.SourceIdMaxLength);
        ad.Property(a => a.Country).HasMaxLength(2);
        ad.Property(a => a.Language).HasMaxLength(CodeMaxLength);
        ad.Property(a => a.PageName).HasMaxLength(Ad.NameMaxLength);
        ad.Property(a => a.Payer).HasMaxLength(Ad.NameMaxLength);
        ad.Property(a => a.Beneficiary).HasMaxLength(Ad.NameMaxLength);
        ad.Property(a => a.LinkTitle).HasMaxLength(Ad.LineMaxLength);
        ad.Property(a => a.LinkDetail).HasMaxLength(Ad.LineMaxLength);
        ad.Property(a => a.LinkCaption).HasMaxLength(Ad.LineMaxLength);
        ad.Property(a => a.LinkUrl).HasMaxLength(Ad.UrlMaxLength);
        ad.Property(a => a.LibraryUrl).HasMaxLength(Ad.UrlMaxLength);
        ad.Property(a => a.CallToAction).HasMaxLength(Ad.NameMaxLength);
        ad.Property(a => a.PictureText).HasMaxLength(Ad.PictureTextMaxLength);
        ad.Property(a => a.Platforms).HasMaxLength(Ad.PlatformsMaxLength);
        ad.Property(a => a.Currency).HasMaxLength(CodeMaxLength);
        ad.Property(a => a.ContentHash).HasMaxLength(HashLength);
        ad.Property(a => a.LastingHash).HasMaxLength(HashLength);
        ad.Property(a => a.HiddenReason).HasMaxLength(NoteMaxLength);
        ad.HasIndex(a => new { a.Source, a.SourceId }).IsUnique();
        ad.HasIndex(a => a.GroupId);
        ad.HasIndex(a => a.SponsorId);
        ad.HasIndex(a => a.FirstShownAt);
        // Reviewers read the newest first.
        ad.HasIndex(a => new { a.ImportedAt, a.Id });
        ad.HasOne<Sponsor>().WithMany().HasForeignKey(a => a.SponsorId);
        ad.HasOne<AdGroup>().WithMany().HasForeignKey(a => a.GroupId);
        ad.HasOne<AdPicture>().WithMany().HasForeignKey(a => a.PictureId);
    }

    static void MapSponsor(EntityTypeBuilder<Sponsor> sponsor)
    {
        sponsor.ToTable(Prefix + "sponsors");
        sponsor.Property(s => s.Key).HasMaxLength(Ad.NameMaxLength);
        sponsor.Property(s => s.Name).HasMaxLength(Ad.NameMaxLength);
        sponsor.Property(s => s.Country).HasMaxLength(2);
        sponsor.HasIndex(s => new { s.Source, s.Key }).IsUnique();
    }

    static void MapImport(EntityTypeBuilder<AdImport> import)
    {
        import.ToTable(Prefix + "imports");
        import.Property(i => i.Name).HasMaxLength(AdImport.NameMaxLength);
        import.Property(i => i.Sha256).HasMaxLength(HashLength);
        import.Property(i => i.Report).HasMaxLength(AdImport.ReportMaxLength);
        import.HasIndex(i => i.At);
    }

    static void MapPicture(EntityTypeBuilder<AdPicture> picture)
    {
        picture.ToTable(Prefix + "pictures");
        picture.Property(p => p.MediaType).HasMaxLength(KeyMaxLength);
        picture.Property(p => p.Sha256).HasMaxLength(HashLength);
        picture.HasIndex(p => p.Sha256);
    }

    static void MapSubmission(EntityTypeBuilder<Submission> submission)
    {
        submission.ToTable(Prefix + "submissions");
        submission.Property(s => s.LibraryUrl).HasMaxLength(Ad.UrlMaxLength);
        submission.Property(s => s.PageName).HasMaxLength(Ad.NameMaxLength);
        submission.Property(s => s.Payer).HasMaxLength(Ad.NameMaxLength);
        submission.Property(s => s.Text).HasMaxLength(Submission.TextMaxLength);
        submission.Property(s => s.Why).HasMaxLength(Submission.WhyMaxLength);
        submission.Property(s => s.Network).HasMaxLength(Answer.VoterLength);
        submission.Property(s => s.RefusedBecause).HasMaxLength(NoteMaxLength);
        // Two reviewers at once: one decides, the other is told.
        submission.Property(s => s.DecidedAt).IsConcurrencyToken();
        submission.HasIndex(s => s.DecidedAt);
        submission.HasOne<AdPicture>().WithMany().HasForeignKey(s => s.PictureId);
    }

    static void MapGroup(EntityTypeBuilder<AdGroup> group)
    {
        group.ToTable(Prefix + "groups");
        group.Property(g => g.Country).HasMaxLength(2);
        group.Property(g => g.Language).HasMaxLength(CodeMaxLength);
        // What is asked next is read in this order.
        group.HasIndex(g => new { g.Country, g.State, g.Rank, g.Answers, g.Shuffle });
    }

    static void MapBand(EntityTypeBuilder<GroupBand> band)
    {
        band.ToTable(Prefix + "group_bands").HasKey(b => new { b.GroupId, b.Band });
        band.HasIndex(b => new { b.Hash, b.GroupId });
        band.HasOne<AdGroup>().WithMany().HasForeignKey(b => b.GroupId);
    }

    static void MapAnswer(EntityTypeBuilder<Answer> answer)
    {
        answer.ToTable(Prefix + "answers");
        answer.Property(a => a.Voter).HasMaxLength(Answer.VoterLength);
        answer.Property(a => a.Network).HasMaxLength(Answer.VoterLength);
        answer.Property(a => a.Election).HasMaxLength(KeyMaxLength);
        // One person, one answer.
        answer.HasIndex(a => new { a.GroupId, a.Voter }).IsUnique();
        answer.HasIndex(a => new { a.Voter, a.At });
        answer.HasIndex(a => a.At);
        answer.HasIndex(a => a.Network);
        answer.HasOne<AdGroup>().WithMany().HasForeignKey(a => a.GroupId);
        answer.HasOne<AnswerRemoval>().WithMany().HasForeignKey(a => a.RemovalId);
    }

    static void MapHold(EntityTypeBuilder<Hold> hold)
    {
        hold.ToTable(Prefix + "holds").HasKey(h => new { h.GroupId, h.Voter });
        hold.Property(h => h.Voter).HasMaxLength(Answer.VoterLength);
        hold.HasIndex(h => h.Until);
        hold.HasIndex(h => h.Voter);
        hold.Property(h => h.Network).HasMaxLength(Answer.VoterLength);
        hold.HasIndex(h => h.Network);
    }

    static void MapVerdict(EntityTypeBuilder<Verdict> verdict)
    {
        verdict.ToTable(Prefix + "verdicts").HasKey(v => new { v.GroupId, v.Question });
        verdict.Property(v => v.Leading).HasMaxLength(EnumMaxLength);
        verdict.Property(v => v.Majority).HasMaxLength(EnumMaxLength);
        verdict.Property(v => v.Posterior).HasMaxLength(NoteMaxLength);
        verdict.Property(v => v.Counts).HasMaxLength(NoteMaxLength);
        verdict.HasOne<AdGroup>().WithMany().HasForeignKey(v => v.GroupId);
    }

    static void MapGold(EntityTypeBuilder<GoldAnswer> gold)
    {
        gold.ToTable(Prefix + "gold").HasKey(g => g.GroupId);
        gold.Property(g => g.Because).HasMaxLength(NoteMaxLength);
        gold.HasOne<AdGroup>().WithMany().HasForeignKey(g => g.GroupId);
    }

    static void MapRemoval(EntityTypeBuilder<AnswerRemoval> removal)
    {
        removal.ToTable(Prefix + "removals");
        removal.Property(r => r.Voter).HasMaxLength(Answer.VoterLength);
        removal.Property(r => r.Reason).HasMaxLength(AnswerRemoval.ReasonMaxLength);
        removal.HasIndex(r => r.Voter);
    }

    static void MapDump(EntityTypeBuilder<Dump> dump)
    {
        dump.ToTable(Prefix + "dumps");
        dump.Property(d => d.Country).HasMaxLength(2);
        dump.Property(d => d.Name).HasMaxLength(AdImport.NameMaxLength);
        dump.Property(d => d.Sha256).HasMaxLength(HashLength);
        dump.HasIndex(d => new { d.Source, d.Country, d.TakenAt });
    }

    static void MapDumpLine(EntityTypeBuilder<DumpLine> line)
    {
        line.ToTable(Prefix + "dump_lines").HasKey(l => new { l.DumpId, l.SourceId });
        line.Property(l => l.SourceId).HasMaxLength(Ad.SourceIdMaxLength);
        line.Property(l => l.ContentHash).HasMaxLength(HashLength);
        line.Property(l => l.Fields).HasMaxLength(DumpLine.FieldsMaxLength);
        line.Property(l => l.Payer).HasMaxLength(Ad.NameMaxLength);
        line.Property(l => l.Advertiser).HasMaxLength(Ad.NameMaxLength);
        line.HasOne<Dump>().WithMany().HasForeignKey(l => l.DumpId);
    }

    static void MapAnnounced(EntityTypeBuilder<AnnouncedTotal> total)
    {
        total.ToTable(Prefix + "announced_totals");
        total.Property(t => t.Country).HasMaxLength(2);
        total.Property(t => t.Name).HasMaxLength(AdImport.NameMaxLength);
        total.Property(t => t.Sha256).HasMaxLength(HashLength);
        total.HasIndex(t => new { t.Source, t.Country, t.Day }).IsUnique();
    }
}
