using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beffroi.Chat;

public sealed class ChatDb(DbContextOptions<ChatDb> options) : DbContext(options)
{
    public const string Prefix = "chat_";

    const int EnumMaxLength = 20;
    internal const int HashLength = 64;

    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<OrganisationDomain> Domains => Set<OrganisationDomain>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<GuestPass> GuestPasses => Set<GuestPass>();
    public DbSet<OwnCriteria> OwnCriteria => Set<OwnCriteria>();
    public DbSet<Revocation> Revocations => Set<Revocation>();
    public DbSet<Scope> Scopes => Set<Scope>();
    public DbSet<Room> Rooms => Set<Room>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<Quote> Quotes => Set<Quote>();
    public DbSet<MessageVersion> MessageVersions => Set<MessageVersion>();
    public DbSet<MessageReaction> Reactions => Set<MessageReaction>();
    public DbSet<Mention> Mentions => Set<Mention>();
    public DbSet<ReadMark> ReadMarks => Set<ReadMark>();
    public DbSet<MessageDraft> Drafts => Set<MessageDraft>();
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<Blob> Blobs => Set<Blob>();
    public DbSet<CaseRow> Cases => Set<CaseRow>();
    public DbSet<CaseLine> CaseLines => Set<CaseLine>();
    public DbSet<CaseMark> CaseMarks => Set<CaseMark>();
    public DbSet<CasePerson> CasePeople => Set<CasePerson>();
    public DbSet<CaseFace> CaseFaces => Set<CaseFace>();
    public DbSet<WaitingPoint> WaitingPoints => Set<WaitingPoint>();
    public DbSet<ReadingLine> Readings => Set<ReadingLine>();
    public DbSet<WatchedFeed> Feeds => Set<WatchedFeed>();
    public DbSet<RoomHook> IncomingHooks => Set<RoomHook>();
    public DbSet<OutgoingHook> OutgoingHooks => Set<OutgoingHook>();
    public DbSet<HookDelivery> HookDeliveries => Set<HookDelivery>();
    public DbSet<NoticeRow> Notices => Set<NoticeRow>();
    public DbSet<Following> Followings => Set<Following>();
    public DbSet<AwaitedAnswer> AwaitedAnswers => Set<AwaitedAnswer>();
    public DbSet<UntoldLines> UntoldLines => Set<UntoldLines>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumMaxLength);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        PeopleMapping.Map(modelBuilder);
        RoomMapping.Map(modelBuilder);
        CaseMapping.Map(modelBuilder);
        FlowMapping.Map(modelBuilder);
        modelBuilder.Entity<Scope>(MapScope);
        modelBuilder.Entity<ScopeCircle>(MapCircle);
        modelBuilder.Entity<ScopeName>().ToTable(Prefix + "scope_names").HasKey(n => new { n.CircleId, n.NamedId });
        modelBuilder.AddAudit(Prefix);
        modelBuilder.StoreInstants(Database.ProviderName);
    }

    static void MapScope(EntityTypeBuilder<Scope> scope)
    {
        scope.ToTable(Prefix + "scopes");
        scope.Property(s => s.Hash).HasMaxLength(HashLength);
        scope.HasIndex(s => s.Hash).IsUnique();
        scope.HasMany(s => s.Circles).WithOne().HasForeignKey(c => c.ScopeId);
    }

    static void MapCircle(EntityTypeBuilder<ScopeCircle> circle)
    {
        circle.ToTable(Prefix + "scope_circles");
        circle.HasMany(c => c.Names).WithOne().HasForeignKey(n => n.CircleId);
    }
}
