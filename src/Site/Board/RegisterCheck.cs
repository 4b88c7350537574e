using Beffroi.Incubator.Compliance;
using Beffroi.Kit;
using Beffroi.Site.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Site.Board;

/// <summary>Every column is declared in the register of treatments (C14), and nothing stays in the audits past its term (C15).</summary>
sealed class RegisterCheck(IEnumerable<IRegister> registers, IServiceProvider services, TimeProvider clock) : ICheck
{
    /// <summary>Days that a night's round may be late before it is said.</summary>
    const int Grace = 2;

    public IReadOnlyList<int> Criteria => [14, 15];

    public async Task<IReadOnlyList<Finding>> Look(Visit visit, CancellationToken ct)
    {
        var findings = new List<Finding>();
        var before = clock.GetUtcNow().AddMonths(-JournalRound.KeptMonths).AddDays(-Grace);
        foreach (var register in registers)
        {
            var (db, name) = ((DbContext)services.GetRequiredService(register.Database), register.Database.Name);
            var declared = register.Treatments.SelectMany(t => t.Tables).SelectMany(t => t.Columns.Select(c => $"{t.Name}.{c}")).ToHashSet(StringComparer.Ordinal);
            var columns = db.Model.GetEntityTypes().Where(e => !e.IsOwned()).SelectMany(e => e.Registered().Select(c => $"{RegisteredName.Of(e)}.{c.Property.Name}")).ToList();
            var bare = columns.Where(c => !declared.Contains(c)).ToList();
            findings.Add(bare.Count == 0
                ? new(14, null, Verdict.Met, $"{name}\u00A0: {French.Count(columns.Count, "colonne déclarée", "colonnes déclarées")}")
                : new(14, null, Verdict.NotMet, $"{name}\u00A0: {string.Join(", ", bare.Take(5))}"));
            var late = await db.Set<AuditRow>().CountAsync(a => a.At < before, ct);
            findings.Add(late == 0
                ? new(15, null, Verdict.Met, $"{name}\u00A0: aucune ligne du journal de plus de {French.Number(JournalRound.KeptMonths)} mois")
                : new(15, null, Verdict.NotMet, $"{name}\u00A0: {French.Count(late, "ligne du journal", "lignes du journal")} de plus de {French.Number(JournalRound.KeptMonths)} mois"));
        }

        return findings;
    }
}
