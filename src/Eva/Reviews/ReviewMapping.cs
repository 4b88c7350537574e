using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Reviews;

/// <summary>The tables of what professionals and the person say of a result. All go with the evaluation.</summary>
static class ReviewMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Decision>(decision =>
        {
            decision.ToTable(EvaDb.Prefix + "decisions");
            decision.Property(d => d.About).HasConversion<string>().HasMaxLength(20);
            decision.Property(d => d.Verdict).HasConversion<string>().HasMaxLength(20);
            decision.Property(d => d.Proposed).HasMaxLength(30);
            decision.Property(d => d.Kept).HasConversion<string>().HasMaxLength(20);
            decision.Property(d => d.Reason).HasMaxLength(Decision.ReasonMaxLength);
            decision.HasIndex(d => new { d.EvaluationId, d.At });
            decision.HasOne<Evaluation>().WithMany().HasForeignKey(d => d.EvaluationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Disagreement>(disagreement =>
        {
            disagreement.ToTable(EvaDb.Prefix + "disagreements");
            disagreement.Property(d => d.Text).HasMaxLength(Disagreement.TextMaxLength);
            disagreement.HasIndex(d => new { d.EvaluationId, d.At });
            disagreement.HasOne<Evaluation>().WithMany().HasForeignKey(d => d.EvaluationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<WritingReading>(reading =>
        {
            reading.ToTable(EvaDb.Prefix + "writing_readings");
            reading.Property(r => r.Note).HasMaxLength(WritingReading.NoteMaxLength);
            reading.HasIndex(r => new { r.EvaluationId, r.At });
            reading.HasOne<Evaluation>().WithMany().HasForeignKey(r => r.EvaluationId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
