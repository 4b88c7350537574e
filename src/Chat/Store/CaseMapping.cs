using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

static class CaseMapping
{
    const int ValueMaxLength = 2200;

    // Two ids.
    const int OriginMaxLength = 65;

    public static void Map(ModelBuilder model)
    {
        model.Entity<CaseRow>(row =>
        {
            row.ToTable(ChatDb.Prefix + "cases");
            row.Property(c => c.Lines).IsConcurrencyToken();
            row.HasOne<Scope>().WithMany().HasForeignKey(c => c.ScopeId);
            row.HasOne<Room>().WithMany().HasForeignKey(c => c.RoomId);
            row.Property(c => c.Origin).HasMaxLength(OriginMaxLength);
            row.HasIndex(c => c.Origin).IsUnique();
            row.HasIndex(c => c.MessageId);
            row.HasIndex(c => c.ChangedAt);
        });
        model.Entity<CaseLine>(line =>
        {
            line.ToTable(ChatDb.Prefix + "case_lines").HasKey(l => new { l.CaseId, l.Number });
            line.HasOne<CaseRow>().WithMany().HasForeignKey(l => l.CaseId);
            line.HasIndex(l => l.EventId).IsUnique();
        });
        model.Entity<CaseMark>(mark =>
        {
            mark.ToTable(ChatDb.Prefix + "case_marks").HasKey(m => new { m.CaseId, m.EventId, m.Kind });
            mark.Property(m => m.Value).HasMaxLength(ValueMaxLength);
            mark.HasOne<CaseRow>().WithMany().HasForeignKey(m => m.CaseId);
            mark.HasIndex(m => new { m.Kind, m.Value });
        });
        model.Entity<CasePerson>().ToTable(ChatDb.Prefix + "case_people").HasKey(p => new { p.CaseId, p.AccountId });
        model.Entity<CaseFace>(face =>
        {
            face.ToTable(ChatDb.Prefix + "case_faces").HasKey(f => new { f.CaseId, f.ReaderId });
            face.HasOne<CaseRow>().WithMany().HasForeignKey(f => f.CaseId);
            face.HasIndex(f => new { f.ReaderId, f.ChangedAt });
        });
        model.Entity<WaitingPoint>(point =>
        {
            point.ToTable(ChatDb.Prefix + "waiting_points").HasKey(p => new { p.CaseId, p.ReaderId, p.Number });
            point.HasOne<CaseRow>().WithMany().HasForeignKey(p => p.CaseId);
            point.HasIndex(p => new { p.ReaderId, p.Since });
        });
        model.Entity<ReadingLine>(reading =>
        {
            reading.ToTable(ChatDb.Prefix + "readings");
            reading.HasIndex(r => new { r.OwnerOrganisationId, r.At });
            reading.HasIndex(r => new { r.CaseId, r.At });
            reading.HasIndex(r => new { r.ItemId, r.AccountId });
        });
    }
}
