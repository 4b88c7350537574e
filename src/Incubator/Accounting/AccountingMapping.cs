using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beffroi.Incubator.Accounting;

/// <summary>Tables of the ledger and of what is told from it.</summary>
static class AccountingMapping
{
    const string Prefix = IncubatorDb.Prefix;

    public static void Ledger(ModelBuilder model)
    {
        model.Entity<LedgerEntry>(entry =>
        {
            entry.ToTable(Prefix + "entries");
            entry.Ignore(e => e.Canonical);
            entry.Property(e => e.Label).HasMaxLength(LedgerEntry.LabelMaxLength);
            entry.Property(e => e.Reference).HasMaxLength(LedgerEntry.ReferenceMaxLength);
            entry.Property(e => e.Hash).HasMaxLength(Chain.HashLength);
            entry.Property(e => e.PreviousHash).HasMaxLength(Chain.HashLength);
            entry.ComplexProperty(e => e.Imputation, Codes);
            // Should the turn ever fail, two lines cannot be the same one.
            entry.HasIndex(e => new { e.ConventionId, e.Number }).IsUnique();
            entry.HasIndex(e => e.ReversesId).IsUnique();
            entry.HasOne<Convention>().WithMany().HasForeignKey(e => e.ConventionId);
            entry.HasOne<Order>().WithMany().HasForeignKey(e => e.OrderId);
        });
        model.Entity<Order>(order =>
        {
            order.ToTable(Prefix + "orders");
            order.Ignore(o => o.Vat);
            order.Property(o => o.Number).HasMaxLength(Order.NumberMaxLength);
            order.Property(o => o.Supplier).HasMaxLength(Order.TextMaxLength);
            order.Property(o => o.Contract).HasMaxLength(Order.TextMaxLength);
            order.Property(o => o.Label).HasMaxLength(Order.TextMaxLength);
            order.HasIndex(o => new { o.ConventionId, o.Number }).IsUnique();
            order.HasOne<Convention>().WithMany().HasForeignKey(o => o.ConventionId);
            order.HasOne<Expert>().WithMany().HasForeignKey(o => o.ExpertId);
        });
        model.Entity<ServiceRecord>(service =>
        {
            service.ToTable(Prefix + "services");
            service.Property(s => s.Label).HasMaxLength(LedgerEntry.LabelMaxLength);
            service.Property(s => s.Deliverables).HasMaxLength(ServiceRecord.TextMaxLength);
            service.HasOne<Order>().WithMany().HasForeignKey(s => s.OrderId);
            service.HasOne<LedgerEntry>().WithMany().HasForeignKey(s => s.EntryId);
        });
        model.Entity<JournalLine>(line =>
        {
            Acts(line.ToTable(Prefix + "journal"));
            line.HasIndex(l => new { l.ConventionId, l.Number }).IsUnique();
            line.HasOne<Convention>().WithMany().HasForeignKey(l => l.ConventionId);
        });
        model.Entity<StartupLine>(line =>
        {
            Acts(line.ToTable(Prefix + "startup_journal"));
            line.HasIndex(l => new { l.StartupId, l.Number }).IsUnique();
            line.HasOne<Startup>().WithMany().HasForeignKey(l => l.StartupId);
        });
    }

    static void Acts<TLine>(EntityTypeBuilder<TLine> line) where TLine : ActLine
    {
        line.Ignore(l => l.Canonical);
        line.Property(l => l.Act).HasMaxLength(ActLine.ActMaxLength);
        line.Property(l => l.Before).HasMaxLength(ActLine.TextMaxLength);
        line.Property(l => l.After).HasMaxLength(ActLine.TextMaxLength);
        line.Property(l => l.Reason).HasMaxLength(ActLine.TextMaxLength);
        line.Property(l => l.Hash).HasMaxLength(Chain.HashLength);
        line.Property(l => l.PreviousHash).HasMaxLength(Chain.HashLength);
    }

    public static void Statements(ModelBuilder model)
    {
        model.Entity<Forecast>(forecast =>
        {
            forecast.ToTable(Prefix + "forecasts").HasIndex(f => new { f.ConventionId, f.Month });
            forecast.HasOne<Convention>().WithMany().HasForeignKey(f => f.ConventionId);
        });
        model.Entity<Notice>(notice =>
        {
            notice.ToTable(Prefix + "notices");
            notice.Ignore(n => n.Said);
            notice.HasOne<Convention>().WithMany().HasForeignKey(n => n.ConventionId);
        });
        model.Entity<Statement>(statement =>
        {
            statement.ToTable(Prefix + "statements").HasIndex(s => new { s.ConventionId, s.Month }).IsUnique();
            statement.Ignore(s => s.Figures).Ignore(s => s.IsIntact);
            statement.Property(s => s.Progress).HasMaxLength(Statement.ProgressMaxLength);
            statement.Property(s => s.Hash).HasMaxLength(Chain.HashLength);
            statement.HasOne<Convention>().WithMany().HasForeignKey(s => s.ConventionId);
        });
        model.Entity<ChorusReading>(reading =>
        {
            reading.ToTable(Prefix + "chorus_readings");
            reading.HasOne<Convention>().WithMany().HasForeignKey(r => r.ConventionId);
        });
        model.Entity<ChorusRecord>(record =>
        {
            record.ToTable(Prefix + "chorus_records").HasKey(r => r.EntryId);
            record.Property(r => r.Reference).HasMaxLength(ChorusRecord.ReferenceMaxLength);
            record.HasOne<LedgerEntry>().WithMany().HasForeignKey(r => r.EntryId);
        });
        model.Entity<RegisterTask>(task =>
        {
            task.ToTable(Prefix + "tasks");
            task.Property(t => t.About).HasMaxLength(RegisterTask.AboutMaxLength);
            task.Property(t => t.Evidence).HasMaxLength(RegisterTask.EvidenceMaxLength);
            task.HasOne<Convention>().WithMany().HasForeignKey(t => t.ConventionId);
        });
    }

    public static void Codes(ComplexPropertyBuilder<Imputation> codes)
    {
        codes.Ignore(i => i.Programme);
        codes.Property(i => i.MinisterialAxis).HasMaxLength(Imputation.MaxLength);
        codes.Property(i => i.FunctionalDomain).HasMaxLength(Imputation.MaxLength);
        codes.Property(i => i.FinancialCentre).HasMaxLength(Imputation.MaxLength);
        codes.Property(i => i.Activity).HasMaxLength(Imputation.MaxLength);
        codes.Property(i => i.CostCentre).HasMaxLength(Imputation.MaxLength);
    }
}
