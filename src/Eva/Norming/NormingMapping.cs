using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Norming;

static class NormingMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<NormVersion>(norm =>
        {
            norm.ToTable(EvaDb.Prefix + "norm_versions");
            norm.Property(n => n.Scope).HasMaxLength(NormVersion.ScopeMaxLength);
            norm.Property(n => n.Note).HasMaxLength(NormVersion.NoteMaxLength);
            norm.Property(n => n.RestsOn).HasMaxLength(300);
            norm.Property(n => n.GatesMissed).HasMaxLength(200);
            norm.Ignore(n => n.Filter).Ignore(n => n.Statistics).Ignore(n => n.Serves);
            // Two people who publish at once: the second finds the number taken.
            norm.HasIndex(n => new { n.Scope, n.Number }).IsUnique();
        });
        model.Entity<SamplingPlan>(plan =>
        {
            plan.ToTable(EvaDb.Prefix + "sampling_plans");
            plan.Property(p => p.Note).HasMaxLength(SamplingPlan.NoteMaxLength);
            plan.Ignore(p => p.Strata);
            plan.HasIndex(p => p.Number).IsUnique();
        });
        model.Entity<ScientificReview>(review =>
        {
            review.ToTable(EvaDb.Prefix + "reviews");
            review.Property(r => r.Subject).HasMaxLength(ScientificReview.SubjectMaxLength);
            review.Property(r => r.Reviewer).HasMaxLength(ScientificReview.ReviewerMaxLength);
            review.Property(r => r.Proved).HasMaxLength(ScientificReview.TextMaxLength);
            review.Property(r => r.Remains).HasMaxLength(ScientificReview.TextMaxLength);
            review.Property(r => r.Verdict).HasConversion<string>().HasMaxLength(20);
            review.HasIndex(r => r.Subject);
        });
        model.Entity<Result>().Property(r => r.CohortNorms).HasMaxLength(CohortNorms.MaxLength);
    }
}
