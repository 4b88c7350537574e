using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Cards;
using Beffroi.Incubator.Steering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beffroi.Incubator;

/// <summary>Tables of startups, conventions, and of those who steer them.</summary>
static class IncubatorMapping
{
    const string Prefix = IncubatorDb.Prefix;

    public static void Startups(ModelBuilder model)
    {
        model.Entity<Startup>(startup =>
        {
            startup.ToTable(Prefix + "startups");
            startup.Property(s => s.Slug).HasMaxLength(Startup.SlugMaxLength);
            startup.Property(s => s.Title).HasMaxLength(Startup.NameMaxLength);
            startup.Property(s => s.Mission).HasMaxLength(Startup.TextMaxLength);
            startup.Property(s => s.Contact).HasMaxLength(Startup.NameMaxLength);
            startup.Property(s => s.Incubator).HasMaxLength(Startup.NameMaxLength);
            startup.Property(s => s.Sponsors).HasMaxLength(Startup.TextMaxLength);
            startup.Ignore(s => s.Current);
            startup.HasIndex(s => s.Slug).IsUnique();
            startup.HasMany(s => s.Phases).WithOne().HasForeignKey(p => p.StartupId);
        });
        model.Entity<Card>(CardMapping.Cards);
        model.Entity<CardEvent>(CardMapping.Events);
        model.Entity<Phase>(phase =>
        {
            phase.ToTable(Prefix + "phases");
            phase.Property(p => p.Comment).HasMaxLength(Phase.CommentMaxLength);
            phase.Property(p => p.Lessons).HasMaxLength(Committee.TextMaxLength);
            phase.HasIndex(p => new { p.StartupId, p.Name }).IsUnique();
        });
    }

    public static void Conventions(ModelBuilder model)
    {
        model.Entity<Convention>(MapConvention);
        model.Entity<Avenant>(avenant =>
        {
            avenant.ToTable(Prefix + "avenants");
            avenant.Property(a => a.Reason).HasMaxLength(Avenant.ReasonMaxLength);
            avenant.HasIndex(a => new { a.ConventionId, a.Number }).IsUnique();
        });
        model.Entity<Mandate>(mandate =>
        {
            mandate.ToTable(Prefix + "mandates");
            mandate.Property(m => m.MissionLetter).HasMaxLength(Mandate.LetterMaxLength);
            mandate.HasIndex(m => m.AccountId);
            mandate.HasOne<Convention>().WithMany().HasForeignKey(m => m.ConventionId);
        });
        model.Entity<MissionLetter>(letter =>
        {
            letter.ToTable(Prefix + "mission_letters").HasKey(l => l.MandateId);
            letter.Property(l => l.Name).HasMaxLength(MissionLetter.NameMaxLength);
            letter.Property(l => l.Sha256).HasMaxLength(Chain.HashLength);
            letter.HasOne<Mandate>().WithOne().HasForeignKey<MissionLetter>(l => l.MandateId);
        });
        model.Entity<Expert>(expert =>
        {
            expert.ToTable(Prefix + "experts");
            expert.Property(e => e.Name).HasMaxLength(Expert.NameMaxLength);
            expert.Property(e => e.Employer).HasMaxLength(Expert.EmployerMaxLength);
            expert.HasOne<Convention>().WithMany().HasForeignKey(e => e.ConventionId);
        });
    }

    public static void Steering(ModelBuilder model)
    {
        model.Entity<Committee>(committee =>
        {
            committee.ToTable(Prefix + "committees");
            committee.Property(c => c.Attendees).HasMaxLength(Committee.TextMaxLength);
            committee.Property(c => c.AbsenceReason).HasMaxLength(Committee.TextMaxLength);
            committee.Property(c => c.Minutes).HasMaxLength(Committee.TextMaxLength);
            committee.Property(c => c.EvidenceAsked).HasMaxLength(Committee.TextMaxLength);
            committee.HasOne<Convention>().WithMany().HasForeignKey(c => c.ConventionId);
        });
        model.Entity<Ask>(ask =>
        {
            ask.ToTable(Prefix + "asks");
            ask.Property(a => a.Team).HasMaxLength(Ask.TextMaxLength);
            ask.Property(a => a.Hypotheses).HasMaxLength(Ask.TextMaxLength);
            ask.Property(a => a.Criteria).HasMaxLength(Ask.TextMaxLength);
            ask.HasOne<Convention>().WithMany().HasForeignKey(a => a.ConventionId);
            ask.HasOne<Committee>().WithMany().HasForeignKey(a => a.CommitteeId);
        });
        model.Entity<Engagement>(engagement =>
        {
            engagement.ToTable(Prefix + "engagements");
            engagement.Property(e => e.Version).HasMaxLength(20);
            engagement.Property(e => e.Name).HasMaxLength(Engagement.NameMaxLength);
            engagement.Property(e => e.Position).HasMaxLength(Engagement.NameMaxLength);
            engagement.HasIndex(e => new { e.ConventionId, e.Number }).IsUnique();
            engagement.HasOne<Convention>().WithMany().HasForeignKey(e => e.ConventionId);
        });
        model.Entity<Breach>(breach =>
        {
            breach.ToTable(Prefix + "breaches");
            breach.Property(b => b.Facts).HasMaxLength(Breach.TextMaxLength);
            breach.HasOne<Convention>().WithMany().HasForeignKey(b => b.ConventionId);
        });
        model.Entity<Suspension>(suspension =>
        {
            suspension.ToTable(Prefix + "suspensions");
            suspension.Property(s => s.Withdrawn).HasMaxLength(Suspension.TextMaxLength);
            suspension.Property(s => s.LiftReason).HasMaxLength(Suspension.TextMaxLength);
            suspension.HasOne<Convention>().WithMany().HasForeignKey(s => s.ConventionId);
            suspension.HasOne<Breach>().WithMany().HasForeignKey(s => s.BreachId);
        });
    }

    static void MapConvention(EntityTypeBuilder<Convention> convention)
    {
        convention.ToTable(Prefix + "conventions");
        convention.Property(c => c.Slug).HasMaxLength(Convention.SlugMaxLength);
        convention.Property(c => c.Title).HasMaxLength(Convention.NameMaxLength);
        convention.Property(c => c.Delegator).HasMaxLength(Convention.NameMaxLength);
        convention.Property(c => c.Delegate).HasMaxLength(Convention.NameMaxLength);
        convention.Property(c => c.ManifestoVersion).HasMaxLength(20);
        convention.Property(c => c.RequiredAttendeesText).HasMaxLength(Committee.TextMaxLength);
        convention.Ignore(c => c.RequiredAttendees);
        convention.Ignore(c => c.Dates);
        convention.HasIndex(c => c.Slug).IsUnique();
        convention.HasOne<Startup>().WithMany().HasForeignKey(c => c.StartupId);
        convention.HasMany(c => c.Avenants).WithOne().HasForeignKey(a => a.ConventionId);
        convention.ComplexProperty(c => c.Imputation, AccountingMapping.Codes);
        convention.ComplexProperty(c => c.Clauses, clauses =>
        {
            clauses.Ignore(c => c.Prestations);
            clauses.Property(c => c.PrestationNames).HasMaxLength(200);
        });
    }
}
