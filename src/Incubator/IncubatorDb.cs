using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator;

public sealed class IncubatorDb(DbContextOptions<IncubatorDb> options) : DbContext(options)
{
    public const string Prefix = "incubator_";

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddAudit(Prefix);
        modelBuilder.StoreInstants(Database.ProviderName);
    }
}
