using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots;

/// <summary>Tables of the turns that look for clusters, signs and rises.</summary>
static class FindingsMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<WatchTurn>(e =>
        {
            e.ToTable(BotsDb.Prefix + "turns").HasKey(t => t.WatchId);
            e.Property(t => t.LeaseOwner).HasMaxLength(BotsDb.KeyMaxLength);
            e.Property(t => t.Version).IsConcurrencyToken();
            e.HasOne<Watch>().WithMany().HasForeignKey(t => t.WatchId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<CountReading>(e =>
        {
            e.ToTable(BotsDb.Prefix + "readings").HasKey(r => new { r.WatchId, r.Subject });
            e.Property(r => r.Subject).HasMaxLength(Finding.SubjectMaxLength);
            e.HasOne<Watch>().WithMany().HasForeignKey(r => r.WatchId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
