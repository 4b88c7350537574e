using Beffroi.Eva.BankVersions;
using Beffroi.Eva.FollowUp;
using Beffroi.Eva.OrientationFiles;
using Beffroi.Eva.Plans;
using Beffroi.Eva.Norming;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva;

public sealed class EvaDb(DbContextOptions<EvaDb> options) : DbContext(options)
{
    public const string Prefix = "eva_";

    public DbSet<Campaign> Campaigns => Set<Campaign>();
    public DbSet<CampaignCodeTaken> CampaignCodes => Set<CampaignCodeTaken>();
    public DbSet<Beneficiary> Beneficiaries => Set<Beneficiary>();
    public DbSet<Evaluation> Evaluations => Set<Evaluation>();
    public DbSet<SelfAnswer> SelfAnswers => Set<SelfAnswer>();
    public DbSet<HealthAnswer> HealthAnswers => Set<HealthAnswer>();
    public DbSet<Run> Runs => Set<Run>();
    public DbSet<EventLine> Events => Set<EventLine>();
    public DbSet<Result> Results => Set<Result>();
    public DbSet<HandOver> HandOvers => Set<HandOver>();
    public DbSet<HandOverCode> HandOverCodes => Set<HandOverCode>();
    public DbSet<WrongHandOverCode> WrongHandOverCodes => Set<WrongHandOverCode>();
    public DbSet<ForgottenPlay> ForgottenPlays => Set<ForgottenPlay>();
    public DbSet<StoredBank> Banks => Set<StoredBank>();
    public DbSet<BankVersion> BankVersions => Set<BankVersion>();
    public DbSet<BankDraft> BankDrafts => Set<BankDraft>();
    public DbSet<FormerCode> FormerCodes => Set<FormerCode>();
    public DbSet<FollowUpEntry> FollowUps => Set<FollowUpEntry>();
    public DbSet<PeopleMerge> PeopleMerges => Set<PeopleMerge>();
    public DbSet<MiseEnAction> MisesEnAction => Set<MiseEnAction>();
    public DbSet<Anonymisation> Anonymisations => Set<Anonymisation>();
    public DbSet<RetentionRule> RetentionRules => Set<RetentionRule>();
    public DbSet<OrientationFile> OrientationFiles => Set<OrientationFile>();
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<AgreedAction> AgreedActions => Set<AgreedAction>();
    public DbSet<NormVersion> NormVersions => Set<NormVersion>();
    public DbSet<SamplingPlan> SamplingPlans => Set<SamplingPlan>();
    public DbSet<ScientificReview> ScientificReviews => Set<ScientificReview>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Campaign>(campaign =>
        {
            campaign.ToTable(Prefix + "campaigns");
            campaign.Property(c => c.Label).HasMaxLength(Campaign.LabelMaxLength);
            campaign.Property(c => c.Code).HasMaxLength(20);
            campaign.Property(c => c.Parcours).HasConversion<string>().HasMaxLength(50);
            campaign.Property(c => c.Route).HasConversion<string>().HasMaxLength(20);
            campaign.Ignore(c => c.Options).Ignore(c => c.Programme);
            campaign.HasIndex(c => c.Code).IsUnique();
            campaign.HasIndex(c => new { c.StructureId, c.Label }).IsUnique();
            campaign.HasIndex(c => c.AuthorId);
            campaign.HasMany(c => c.Guests).WithOne().HasForeignKey(g => g.CampaignId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<CampaignGuest>().ToTable(Prefix + "campaign_guests").HasKey(g => new { g.CampaignId, g.AccountId });
        modelBuilder.Entity<CampaignCodeTaken>(code =>
        {
            code.ToTable(Prefix + "campaign_codes").HasKey(c => c.Code);
            code.Property(c => c.Code).HasMaxLength(20);
        });
        modelBuilder.Entity<Beneficiary>(beneficiary =>
        {
            beneficiary.ToTable(Prefix + "beneficiaries");
            beneficiary.Property(b => b.Name).HasMaxLength(Beneficiary.NameMaxLength);
            beneficiary.Property(b => b.Code).HasMaxLength(20);
            beneficiary.HasIndex(b => b.Code).IsUnique();
        });
        MapEvaluations(modelBuilder);
        AloneMapping.Map(modelBuilder);
        BankMapping.Map(modelBuilder);
        FollowUpMapping.Map(modelBuilder);
        OrientationMapping.Map(modelBuilder);
        NormingMapping.Map(modelBuilder);
        Reviews.ReviewMapping.Map(modelBuilder);
        modelBuilder.AddAudit(Prefix);
        modelBuilder.StoreInstants(Database.ProviderName);
    }

    static void MapEvaluations(ModelBuilder model)
    {
        model.Entity<Evaluation>(evaluation =>
        {
            evaluation.ToTable(Prefix + "evaluations");
            evaluation.Property(e => e.ConsentVersion).HasMaxLength(20);
            evaluation.HasOne(e => e.Campaign).WithMany().HasForeignKey(e => e.CampaignId).OnDelete(DeleteBehavior.Restrict);
            evaluation.HasOne(e => e.Beneficiary).WithMany().HasForeignKey(e => e.BeneficiaryId).OnDelete(DeleteBehavior.Restrict);
            // Handed over by one, erased by the other, or handed over twice at once: the second finds it changed.
            evaluation.Property(e => e.CampaignId).IsConcurrencyToken();
            evaluation.Ignore(e => e.Programme);
            evaluation.HasOne(e => e.Background).WithOne().HasForeignKey<Background>(b => b.EvaluationId);
            evaluation.HasMany(e => e.SelfAnswers).WithOne().HasForeignKey(a => a.EvaluationId);
            evaluation.HasMany(e => e.HealthAnswers).WithOne().HasForeignKey(a => a.EvaluationId);
            evaluation.HasMany(e => e.Runs).WithOne().HasForeignKey(r => r.EvaluationId);
            evaluation.HasMany(e => e.Results).WithOne().HasForeignKey(r => r.EvaluationId);
            evaluation.HasIndex(e => new { e.CampaignId, e.StartedAt });
        });
        model.Entity<Background>(background =>
        {
            background.ToTable(Prefix + "backgrounds").HasKey(b => b.EvaluationId);
            foreach (var column in Background.Answers)
            {
                background.Property(column).HasMaxLength(30);
            }
        });
        MapOwn<SelfAnswer>(model, "self_answers");
        MapOwn<HealthAnswer>(model, "health_answers");
        model.Entity<Run>(run =>
        {
            run.ToTable(Prefix + "runs");
            run.Property(r => r.Situation).HasMaxLength(50);
            run.Property(r => r.Route).HasConversion<string>().HasMaxLength(20);
            run.Property(r => r.BankVersion).HasMaxLength(50);
            // Two tabs that start the same situation at once must end with one run.
            run.HasIndex(r => new { r.EvaluationId, r.Situation }).IsUnique();
            run.HasMany(r => r.Events).WithOne().HasForeignKey(e => e.RunId);
        });
        model.Entity<EventLine>(line =>
        {
            line.ToTable(Prefix + "events").HasKey(e => new { e.RunId, e.Position });
            line.Property(e => e.Name).HasMaxLength(50);
        });
        model.Entity<Result>(result =>
        {
            result.ToTable(Prefix + "results");
            result.Property(r => r.Engine).HasMaxLength(30);
            result.Property(r => r.EngineVersion).HasMaxLength(30);
            result.Property(r => r.NormsVersion).HasMaxLength(50);
            result.HasIndex(r => new { r.EvaluationId, r.Engine, r.EngineVersion, r.NormsVersion }).IsUnique();
        });
    }

    static void MapOwn<T>(ModelBuilder model, string table)
        where T : OwnAnswer =>
        model.Entity<T>(answer =>
        {
            answer.ToTable(Prefix + table).HasKey(a => new { a.EvaluationId, a.Question });
            answer.Property(a => a.Question).HasMaxLength(OwnAnswer.QuestionMaxLength);
            answer.Property(a => a.Value).HasMaxLength(OwnAnswer.ValueMaxLength);
        });
}
