using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Impact;

static class ImpactMapping
{
    const string Prefix = IncubatorDb.Prefix;

    /// <summary>As long as the names of figures that modules count.</summary>
    const int CountedMaxLength = 80;

    public static void Map(ModelBuilder model)
    {
        model.Entity<Indicator>(indicator =>
        {
            indicator.ToTable(Prefix + "indicators");
            indicator.Property(i => i.Name).HasMaxLength(Indicator.NameMaxLength);
            indicator.HasIndex(i => new { i.StartupId, i.Name }).IsUnique();
            indicator.HasOne<Startup>().WithMany().HasForeignKey(i => i.StartupId);
        });
        model.Entity<Definition>(definition =>
        {
            definition.ToTable(Prefix + "definitions");
            definition.Property(d => d.Label).HasMaxLength(Definition.LabelMaxLength);
            definition.Property(d => d.Formula).HasMaxLength(Definition.TextMaxLength);
            definition.Property(d => d.Source).HasMaxLength(Definition.TextMaxLength);
            definition.Property(d => d.Unit).HasMaxLength(Definition.UnitMaxLength);
            definition.Property(d => d.Counted).HasMaxLength(CountedMaxLength);
            // Two who write a meaning at once: the second is told, and reads the first.
            definition.HasIndex(d => new { d.IndicatorId, d.Version }).IsUnique();
            definition.HasOne<Indicator>().WithMany().HasForeignKey(d => d.IndicatorId);
        });
        model.Entity<Wording>(wording =>
        {
            wording.ToTable(Prefix + "wordings");
            wording.Property(w => w.Label).HasMaxLength(Definition.LabelMaxLength);
            wording.Property(w => w.Formula).HasMaxLength(Definition.TextMaxLength);
            wording.Property(w => w.Source).HasMaxLength(Definition.TextMaxLength);
            wording.Property(w => w.Reason).HasMaxLength(Wording.ReasonMaxLength);
            wording.HasOne<Indicator>().WithMany().HasForeignKey(w => w.IndicatorId);
            wording.HasOne<Definition>().WithMany().HasForeignKey(w => w.DefinitionId);
        });
        model.Entity<Measure>(measure =>
        {
            measure.ToTable(Prefix + "measures");
            measure.Property(m => m.Source).HasMaxLength(Measure.TextMaxLength);
            measure.Property(m => m.Comment).HasMaxLength(Measure.TextMaxLength);
            measure.Ignore(m => m.Interval).Ignore(m => m.IsMasked);
            measure.HasIndex(m => new { m.IndicatorId, m.Month });
            measure.HasOne<Indicator>().WithMany().HasForeignKey(m => m.IndicatorId);
            measure.HasOne<Definition>().WithMany().HasForeignKey(m => m.DefinitionId);
        });
        model.Entity<Goal>(goal =>
        {
            goal.ToTable(Prefix + "goals");
            goal.HasIndex(g => g.IndicatorId);
            goal.HasOne<Indicator>().WithMany().HasForeignKey(g => g.IndicatorId);
            goal.HasOne<Definition>().WithMany().HasForeignKey(g => g.DefinitionId);
        });
    }
}
