using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva;

/// <summary>The tables of people who play alone. All that belongs to an evaluation goes with it.</summary>
static class AloneMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Evaluation>(evaluation =>
        {
            evaluation.HasOne(e => e.Alone).WithOne().HasForeignKey<AlonePlay>(a => a.EvaluationId).OnDelete(DeleteBehavior.Cascade);
            // What an evaluation plays is asked everywhere: it always comes with it.
            evaluation.Navigation(e => e.Alone).AutoInclude();
        });
        model.Entity<AlonePlay>(alone =>
        {
            alone.ToTable(EvaDb.Prefix + "alone_plays").HasKey(a => a.EvaluationId);
            alone.Property(a => a.Parcours).HasConversion<string>().HasMaxLength(50);
            alone.Property(a => a.CodeHash).HasMaxLength(32);
            alone.Ignore(a => a.Programme);
            alone.HasIndex(a => a.CodeHash).IsUnique();
            alone.HasIndex(a => a.LastActiveOn);
            alone.HasOne(a => a.HandOver).WithOne().HasForeignKey<HandOver>(h => h.EvaluationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<HandOver>(handOver =>
        {
            // One for each evaluation: given twice at once, it is received once.
            handOver.ToTable(EvaDb.Prefix + "hand_overs").HasKey(h => h.EvaluationId);
            handOver.Property(h => h.CodeHash).HasMaxLength(32);
            handOver.HasIndex(h => h.CodeHash);
        });
        model.Entity<HandOverCode>(code =>
        {
            code.ToTable(EvaDb.Prefix + "hand_over_codes").HasKey(c => c.EvaluationId);
            code.Property(c => c.Hash).HasMaxLength(32);
            code.HasIndex(c => c.Hash).IsUnique();
            code.HasIndex(c => c.ExpiresAt);
            code.HasOne<AlonePlay>().WithOne().HasForeignKey<HandOverCode>(c => c.EvaluationId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<WrongHandOverCode>(wrong => wrong.ToTable(EvaDb.Prefix + "wrong_hand_over_codes").HasIndex(w => new { w.By, w.At }));
        model.Entity<ForgottenPlay>(forgotten =>
        {
            forgotten.ToTable(EvaDb.Prefix + "forgotten_plays");
            forgotten.Property(f => f.Parcours).HasConversion<string>().HasMaxLength(50);
            forgotten.Property(f => f.Reason).HasConversion<string>().HasMaxLength(20);
        });
    }
}
