using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts;

static class PrivacyMapping
{
    const int WordMaxLength = 40;

    public static void AddPrivacy(this ModelBuilder model)
    {
        model.Entity<Closure>(closure =>
        {
            closure.ToTable(AccountsDb.Prefix + "closures");
            closure.Property(c => c.Id).ValueGeneratedNever();
            closure.Property(c => c.Obstacle).HasConversion<string>().HasMaxLength(WordMaxLength);

            // A change of mind and the round, at the same moment: the second one finds the row changed.
            closure.Property(c => c.CancelledAt).IsConcurrencyToken();
            closure.Property(c => c.StartedAt).IsConcurrencyToken();
            closure.HasIndex(c => c.AccountId);
            closure.HasIndex(c => new { c.DoneAt, c.CancelledAt, c.DueAt });
            closure.HasMany(c => c.Answers).WithOne().HasForeignKey(a => a.ClosureId);
        });
        model.Entity<ClosureAnswer>(answer =>
        {
            answer.ToTable(AccountsDb.Prefix + "closure_answers").HasKey(a => new { a.ClosureId, a.Module });
            answer.Property(a => a.Module).HasMaxLength(WordMaxLength);
        });
        model.Entity<TreatmentRecord>(record =>
        {
            record.ToTable(AccountsDb.Prefix + "treatment_records");
            record.Property(r => r.Id).ValueGeneratedNever();
            record.Property(r => r.Service).HasMaxLength(WordMaxLength);
            record.Property(r => r.Controller).HasMaxLength(TreatmentRecord.LineMaxLength);
            record.Property(r => r.Basis).HasConversion<string>().HasMaxLength(WordMaxLength);
            record.Property(r => r.BasisDetail).HasMaxLength(TreatmentRecord.TextMaxLength);
            record.Property(r => r.DpoOpinion).HasMaxLength(TreatmentRecord.TextMaxLength);
            record.Property(r => r.PeopleOpinion).HasMaxLength(TreatmentRecord.TextMaxLength);
            record.Property(r => r.Decision).HasConversion<string>().HasMaxLength(WordMaxLength);
            record.Property(r => r.DecidedBy).HasMaxLength(TreatmentRecord.LineMaxLength);
            record.HasIndex(r => new { r.Service, r.Number }).IsUnique();
        });
    }
}
