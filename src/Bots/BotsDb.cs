using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots;

public sealed class BotsDb(DbContextOptions<BotsDb> options) : DbContext(options)
{
    public const string Prefix = "bots_";

    internal const int EnumMaxLength = 20;
    internal const int HashLength = 64;
    internal const int KeyMaxLength = 100;

    public DbSet<Mandate> Mandates => Set<Mandate>();
    public DbSet<Watch> Watches => Set<Watch>();
    public DbSet<WatchTerm> Terms => Set<WatchTerm>();
    public DbSet<Source> Sources => Set<Source>();
    public DbSet<CollectedPost> Posts => Set<CollectedPost>();
    public DbSet<LocalName> LocalNames => Set<LocalName>();
    public DbSet<Reread> Rereads => Set<Reread>();
    public DbSet<PostMatch> Matches => Set<PostMatch>();
    public DbSet<WatchedAccount> Accounts => Set<WatchedAccount>();
    public DbSet<AccountMatch> AccountMatches => Set<AccountMatch>();
    public DbSet<AccountSnapshot> Snapshots => Set<AccountSnapshot>();
    public DbSet<ScorePoint> Scores => Set<ScorePoint>();
    public DbSet<TypologySign> Signs => Set<TypologySign>();
    public DbSet<WatchVolume> Volumes => Set<WatchVolume>();
    public DbSet<AccountTie> Ties => Set<AccountTie>();
    public DbSet<Cluster> Clusters => Set<Cluster>();
    public DbSet<ClusterMember> Members => Set<ClusterMember>();
    public DbSet<Finding> Findings => Set<Finding>();
    public DbSet<WatchTurn> Turns => Set<WatchTurn>();
    public DbSet<CountReading> Readings => Set<CountReading>();
    public DbSet<GrainRow> Grains => Set<GrainRow>();
    public DbSet<Exploration> Explorations => Set<Exploration>();
    public DbSet<FrontierEntry> Frontier => Set<FrontierEntry>();
    public DbSet<AccountReview> Reviews => Set<AccountReview>();
    public DbSet<Contest> Contests => Set<Contest>();
    public DbSet<ApiKey> Keys => Set<ApiKey>();
    public DbSet<ReuseDay> Reuses => Set<ReuseDay>();
    public DbSet<ScoreBatch> Batches => Set<ScoreBatch>();
    public DbSet<PostMark> Marks => Set<PostMark>();
    public DbSet<SavedNarrative> SavedNarratives => Set<SavedNarrative>();
    public DbSet<BatchPart> BatchParts => Set<BatchPart>();
    public DbSet<UploadPart> Uploads => Set<UploadPart>();
    public DbSet<ExploredAccount> Explored => Set<ExploredAccount>();
    public DbSet<ExploredTie> ExploredTies => Set<ExploredTie>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumMaxLength);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        BotsMapping.Map(modelBuilder);
        NarrativeMapping.Map(modelBuilder);
        MarkMapping.Map(modelBuilder);
        modelBuilder.AddAudit(Prefix);
        modelBuilder.StoreInstants(Database.ProviderName);
    }
}
