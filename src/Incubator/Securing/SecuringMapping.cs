using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Securing;

/// <summary>Tables of risk workshops and homologations.</summary>
static class SecuringMapping
{
    const string Prefix = IncubatorDb.Prefix;

    public static void Workshops(ModelBuilder model)
    {
        model.Entity<Workshop>(workshop =>
        {
            workshop.ToTable(Prefix + "workshops");
            workshop.Property(w => w.Scope).HasMaxLength(Workshop.TextMaxLength);
            workshop.Property(w => w.OutOfScope).HasMaxLength(Workshop.TextMaxLength);
            workshop.Property(w => w.Figure).HasMaxLength(FigureReading.FigureMaxLength);
            workshop.HasOne<Startup>().WithMany().HasForeignKey(w => w.StartupId);
        });
        model.Entity<Trigger>(trigger =>
        {
            trigger.ToTable(Prefix + "triggers");
            trigger.Property(t => t.What).HasMaxLength(Trigger.TextMaxLength);
            trigger.HasOne<Workshop>().WithMany().HasForeignKey(t => t.WorkshopId);
        });
        model.Entity<Note>(note =>
        {
            note.ToTable(Prefix + "notes");
            note.Property(n => n.Text).HasMaxLength(Note.TextMaxLength);
            note.Property(n => n.Detail).HasMaxLength(Note.TextMaxLength);
            note.Ignore(n => n.Needs);
            note.HasOne<Workshop>().WithMany().HasForeignKey(n => n.WorkshopId);
        });
    }

    public static void Risks(ModelBuilder model)
    {
        model.Entity<Risk>(risk =>
        {
            risk.ToTable(Prefix + "risks");
            risk.Property(r => r.MeasuresText).HasMaxLength(Risk.ListMaxLength);
            risk.Property(r => r.TestsText).HasMaxLength(Risk.ListMaxLength);
            risk.Ignore(r => r.Measures);
            risk.Ignore(r => r.TestNames);
            risk.HasOne<Workshop>().WithMany().HasForeignKey(r => r.WorkshopId);
            // A note that a risk is made of does not go without it.
            risk.HasOne<Note>().WithMany().HasForeignKey(r => r.SourceId).OnDelete(DeleteBehavior.Restrict);
            risk.HasOne<Note>().WithMany().HasForeignKey(r => r.ComponentId).OnDelete(DeleteBehavior.Restrict);
            risk.HasOne<Note>().WithMany().HasForeignKey(r => r.EventId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Acceptance>(acceptance =>
        {
            acceptance.ToTable(Prefix + "acceptances");
            acceptance.Property(a => a.ToTake).HasMaxLength(Acceptance.TextMaxLength);
            acceptance.HasOne<Risk>().WithMany().HasForeignKey(a => a.RiskId);
        });
    }

    public static void Homologations(ModelBuilder model)
    {
        model.Entity<Homologation>(homologation =>
        {
            homologation.ToTable(Prefix + "homologations");
            homologation.Property(h => h.Authority).HasMaxLength(Homologation.AuthorityMaxLength);
            homologation.Property(h => h.Criteria).HasMaxLength(Homologation.CriteriaMaxLength);
            homologation.Property(h => h.Figure).HasMaxLength(FigureReading.FigureMaxLength);
            homologation.Ignore(h => h.CriteriaLines);
            homologation.HasOne<Startup>().WithMany().HasForeignKey(h => h.StartupId);
        });
        model.Entity<Alarm>(alarm =>
        {
            alarm.ToTable(Prefix + "alarms");
            alarm.HasIndex(a => new { a.HomologationId, a.Kind }).IsUnique();
            alarm.HasOne<Homologation>().WithMany().HasForeignKey(a => a.HomologationId);
        });
        model.Entity<FigureReading>(reading =>
        {
            reading.ToTable(Prefix + "figure_readings");
            reading.HasKey(r => new { r.StartupId, r.Figure, r.On });
            reading.Property(r => r.Figure).HasMaxLength(FigureReading.FigureMaxLength);
            reading.HasOne<Startup>().WithMany().HasForeignKey(r => r.StartupId);
        });
    }
}
