using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.BankVersions;

static class BankMapping
{
    const int NameLength = 50;

    public static void Map(ModelBuilder model)
    {
        model.Entity<StoredBank>(bank =>
        {
            bank.ToTable(EvaDb.Prefix + "banks").HasKey(b => new { b.Situation, b.Version });
            bank.Property(b => b.Situation).HasMaxLength(NameLength);
            bank.Property(b => b.Version).HasMaxLength(NameLength);
        });
        model.Entity<BankVersion>(version =>
        {
            version.ToTable(EvaDb.Prefix + "bank_versions");
            version.Property(v => v.Situation).HasMaxLength(NameLength);
            version.Property(v => v.Bank).HasMaxLength(NameLength);
            version.Property(v => v.Note).HasMaxLength(BankVersion.NoteMaxLength);
            // Two people who confirm at once: the second finds the number taken.
            version.HasIndex(v => new { v.Situation, v.Number }).IsUnique();
            version.HasOne<StoredBank>().WithMany().HasForeignKey(v => new { v.Situation, v.Bank }).OnDelete(DeleteBehavior.Restrict);
        });
        // The newest plays of a situation: statistics of an item.
        model.Entity<Run>().HasIndex(r => new { r.Situation, r.StartedAt });
        model.Entity<BankDraft>(draft =>
        {
            draft.ToTable(EvaDb.Prefix + "bank_drafts");
            draft.Property(d => d.Situation).HasMaxLength(NameLength);
            draft.Property(d => d.FileName).HasMaxLength(BankDraft.FileNameMaxLength);
            draft.HasIndex(d => d.At);
        });
    }
}
