using Beffroi.Incubator.Accessibility;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Impact;
using Beffroi.Incubator.Cards;
using Beffroi.Incubator.Compliance;
using Beffroi.Incubator.Securing;
using Beffroi.Incubator.Steering;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator;

public sealed class IncubatorDb(DbContextOptions<IncubatorDb> options) : DbContext(options)
{
    public const string Prefix = "incubator_";

    const int EnumMaxLength = 30;
    const int Digits = 14;
    const int Decimals = 2;

    public DbSet<Startup> Startups => Set<Startup>();
    public DbSet<Convention> Conventions => Set<Convention>();
    public DbSet<Avenant> Avenants => Set<Avenant>();
    public DbSet<Mandate> Mandates => Set<Mandate>();
    public DbSet<MissionLetter> MissionLetters => Set<MissionLetter>();
    public DbSet<Expert> Experts => Set<Expert>();
    public DbSet<LedgerEntry> Entries => Set<LedgerEntry>();
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<ServiceRecord> Services => Set<ServiceRecord>();
    public DbSet<JournalLine> Journal => Set<JournalLine>();
    public DbSet<StartupLine> StartupJournal => Set<StartupLine>();
    public DbSet<Forecast> Forecasts => Set<Forecast>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<Statement> Statements => Set<Statement>();
    public DbSet<ChorusReading> ChorusReadings => Set<ChorusReading>();
    public DbSet<ChorusRecord> ChorusRecords => Set<ChorusRecord>();
    public DbSet<RegisterTask> Tasks => Set<RegisterTask>();
    public DbSet<Committee> Committees => Set<Committee>();
    public DbSet<Ask> Asks => Set<Ask>();
    public DbSet<Engagement> Engagements => Set<Engagement>();
    public DbSet<Breach> Breaches => Set<Breach>();
    public DbSet<Suspension> Suspensions => Set<Suspension>();
    public DbSet<Workshop> Workshops => Set<Workshop>();
    public DbSet<Trigger> Triggers => Set<Trigger>();
    public DbSet<Note> Notes => Set<Note>();
    public DbSet<Risk> Risks => Set<Risk>();
    public DbSet<Indicator> Indicators => Set<Indicator>();
    public DbSet<Definition> Definitions => Set<Definition>();
    public DbSet<Wording> Wordings => Set<Wording>();
    public DbSet<Measure> Measures => Set<Measure>();
    public DbSet<Goal> Goals => Set<Goal>();
    public DbSet<Acceptance> Acceptances => Set<Acceptance>();
    public DbSet<Homologation> Homologations => Set<Homologation>();
    public DbSet<Alarm> Alarms => Set<Alarm>();
    public DbSet<FigureReading> FigureReadings => Set<FigureReading>();
    public DbSet<Card> Cards => Set<Card>();
    public DbSet<CardEvent> CardEvents => Set<CardEvent>();
    public DbSet<CheckRun> CheckRuns => Set<CheckRun>();
    public DbSet<CheckResult> CheckResults => Set<CheckResult>();
    public DbSet<GradeRow> CheckGrades => Set<GradeRow>();
    public DbSet<TestLoad> TestLoads => Set<TestLoad>();
    public DbSet<TestOutcome> TestOutcomes => Set<TestOutcome>();
    public DbSet<AccessibilityAudit> Audits => Set<AccessibilityAudit>();
    public DbSet<AuditedPage> AuditedPages => Set<AuditedPage>();
    public DbSet<AccessibilityPlan> AccessibilityPlans => Set<AccessibilityPlan>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        KeepWhatIsWritten();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        KeepWhatIsWritten();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumMaxLength);
        configurationBuilder.Properties<Money>().HaveConversion<MoneyConverter>().HavePrecision(Digits, Decimals);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        IncubatorMapping.Startups(modelBuilder);
        IncubatorMapping.Conventions(modelBuilder);
        AccountingMapping.Ledger(modelBuilder);
        AccountingMapping.Statements(modelBuilder);
        IncubatorMapping.Steering(modelBuilder);
        ImpactMapping.Map(modelBuilder);
        SecuringMapping.Workshops(modelBuilder);
        SecuringMapping.Risks(modelBuilder);
        SecuringMapping.Homologations(modelBuilder);
        ComplianceMapping.Board(modelBuilder);
        ComplianceMapping.Accessibility(modelBuilder);
        modelBuilder.AddAudit(Prefix);
        modelBuilder.StoreInstants(Database.ProviderName);
    }

    void KeepWhatIsWritten()
    {
        ChangeTracker.DetectChanges();
        if (ChangeTracker.Entries().FirstOrDefault(e => e is { Entity: IWrittenOnce, State: EntityState.Modified or EntityState.Deleted }) is { } changed)
        {
            throw new InvalidOperationException($"{changed.Metadata.ClrType.Name} is written once: write a new row that undoes it.");
        }
    }
}
