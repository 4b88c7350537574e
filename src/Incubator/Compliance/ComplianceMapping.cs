using Beffroi.Incubator.Accessibility;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Compliance;

/// <summary>Tables of controls, of results of tests, and of audits of accessibility.</summary>
static class ComplianceMapping
{
    const string Prefix = IncubatorDb.Prefix;

    public static void Board(ModelBuilder model)
    {
        model.Entity<CheckRun>(run =>
        {
            run.ToTable(Prefix + "check_runs");
            run.Property(r => r.Version).HasMaxLength(CheckRun.VersionMaxLength);
            // Of two nodes that see the same one waiting, one begins it.
            run.Property(r => r.BegunAt).IsConcurrencyToken();
            run.HasIndex(r => r.DoneAt);
        });
        model.Entity<CheckResult>(result =>
        {
            result.ToTable(Prefix + "check_results");
            result.Property(r => r.Evidence).HasMaxLength(CheckResult.EvidenceMaxLength);
            result.HasIndex(r => new { r.RunId, r.Service, r.Criterion }).IsUnique();
            result.HasOne<CheckRun>().WithMany().HasForeignKey(r => r.RunId);
        });
        model.Entity<GradeRow>(grade =>
        {
            grade.ToTable(Prefix + "check_grades");
            grade.Property(g => g.Name).HasMaxLength(GradeRow.NameMaxLength);
            grade.Property(g => g.Letter).HasMaxLength(GradeRow.LetterMaxLength);
            grade.Property(g => g.Evidence).HasMaxLength(CheckResult.EvidenceMaxLength);
            grade.HasIndex(g => new { g.RunId, g.Service, g.Name }).IsUnique();
            grade.HasOne<CheckRun>().WithMany().HasForeignKey(g => g.RunId);
        });
        model.Entity<TestLoad>(load =>
        {
            load.ToTable(Prefix + "test_loads");
            load.Property(l => l.Commit).HasMaxLength(TestLoad.CommitMaxLength);
        });
        model.Entity<TestOutcome>(outcome =>
        {
            outcome.ToTable(Prefix + "test_outcomes");
            outcome.Property(o => o.Name).HasMaxLength(TestOutcome.NameMaxLength);
            outcome.HasOne<TestLoad>().WithMany().HasForeignKey(o => o.LoadId);
        });
    }

    public static void Accessibility(ModelBuilder model)
    {
        model.Entity<AccessibilityAudit>(audit =>
        {
            audit.ToTable(Prefix + "audits");
            audit.Ignore(a => a.Rate);
            audit.Property(a => a.Organisation).HasMaxLength(AccessibilityAudit.NameMaxLength);
            audit.Property(a => a.Version).HasMaxLength(AccessibilityAudit.VersionMaxLength);
            audit.Property(a => a.Technologies).HasMaxLength(AccessibilityAudit.TextMaxLength);
            audit.Property(a => a.Environments).HasMaxLength(AccessibilityAudit.TextMaxLength);
            audit.Property(a => a.Tools).HasMaxLength(AccessibilityAudit.TextMaxLength);
            audit.Property(a => a.Derogations).HasMaxLength(AccessibilityAudit.TextMaxLength);
            audit.HasMany(a => a.Pages).WithOne().HasForeignKey(p => p.AuditId);
        });
        model.Entity<AuditedPage>(page =>
        {
            page.ToTable(Prefix + "audit_pages");
            page.Property(p => p.Title).HasMaxLength(AuditedPage.TitleMaxLength);
            page.Property(p => p.Address).HasMaxLength(AuditedPage.AddressMaxLength);
            page.HasIndex(p => new { p.AuditId, p.Number }).IsUnique();
            page.HasMany(p => p.Results).WithOne().HasForeignKey(r => r.PageId);
        });
        model.Entity<AuditedCriterion>(result =>
        {
            result.ToTable(Prefix + "audit_results");
            result.Property(r => r.Criterion).HasMaxLength(AuditedCriterion.CriterionMaxLength);
            result.Property(r => r.Comment).HasMaxLength(AuditedCriterion.CommentMaxLength);
            result.HasIndex(r => new { r.PageId, r.Criterion }).IsUnique();
        });
        model.Entity<AccessibilityPlan>(plan =>
        {
            plan.ToTable(Prefix + "accessibility_plans");
            plan.Property(p => p.Text).HasMaxLength(AccessibilityPlan.TextMaxLength);
        });
    }
}
