using Beffroi.Eva.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Beffroi.Eva.FollowUp;

/// <summary>The tables of what happens after an evaluation. All that hangs on a person or an evaluation goes with it.</summary>
static class FollowUpMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Beneficiary>(person =>
        {
            person.HasMany(p => p.FormerCodes).WithOne().HasForeignKey(c => c.BeneficiaryId).OnDelete(DeleteBehavior.Cascade);
            person.HasOne(p => p.Anonymised).WithOne().HasForeignKey<Anonymisation>(a => a.BeneficiaryId).OnDelete(DeleteBehavior.Cascade);
            person.HasIndex(p => new { p.StructureId, p.Name });
        });
        model.Entity<FormerCode>(code =>
        {
            code.ToTable(EvaDb.Prefix + "former_codes");
            code.HasIndex(c => c.Code).IsUnique();
            code.Property(c => c.Code).HasMaxLength(20);
        });
        model.Entity<Anonymisation>(anonymisation =>
        {
            anonymisation.ToTable(EvaDb.Prefix + "anonymisations").HasKey(a => a.BeneficiaryId);
            anonymisation.Ignore(a => a.Name);
            // Two nodes at once: the same number is given once.
            anonymisation.HasIndex(a => new { a.StructureId, a.Number }).IsUnique();
        });
        model.Entity<FollowUpEntry>(entry =>
        {
            entry.ToTable(EvaDb.Prefix + "follow_ups");
            entry.Property(e => e.State).HasMaxLength(40).HasConversion(new NameConverter<FollowUpState>());
            entry.HasIndex(e => new { e.BeneficiaryId, e.At });
            entry.HasOne<Beneficiary>().WithMany().HasForeignKey(e => e.BeneficiaryId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<PeopleMerge>(merge =>
        {
            merge.ToTable(EvaDb.Prefix + "people_merges");
            merge.HasIndex(m => m.KeptId);
        });
        model.Entity<MiseEnAction>(action =>
        {
            action.ToTable(EvaDb.Prefix + "mises_en_action");
            action.Ignore(a => a.Words);
            action.Property(a => a.Remediation).HasMaxLength(40).HasConversion(new NameConverter<Remediation>());
            action.Property(a => a.Difficulte).HasMaxLength(40).HasConversion(new NameConverter<Difficulte>());
            action.HasIndex(a => new { a.EvaluationId, a.At });
            action.HasOne<Evaluation>().WithMany().HasForeignKey(a => a.EvaluationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<RetentionRule>(rule => rule.ToTable(EvaDb.Prefix + "retention_rules").HasIndex(r => new { r.StructureId, r.At }));
        model.Entity<Evaluation>(evaluation =>
        {
            evaluation.Property(e => e.Synthesis).HasMaxLength(30);
            evaluation.HasIndex(e => e.Synthesis);
        });
    }
}

/// <summary>Keeps an enum by its technical name.</summary>
sealed class NameConverter<T>() : ValueConverter<T, string>(value => TechnicalName.Of(value), name => Parse(name))
    where T : struct, Enum
{
    static T Parse(string name) => TechnicalName.TryParse<T>(name, out var value) ? value : throw new InvalidOperationException($"The database holds « {name} », which is no {typeof(T).Name}.");
}
