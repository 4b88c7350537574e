using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Reuse;

/// <summary>What the detector tells everybody on /stats: how much partners use its answers, by kind of partner; nothing of accounts or watches.</summary>
public sealed class BotsFigures(BotsDb db, TimeProvider clock) : IPublicFigures
{
    static readonly IReadOnlyList<(string Sector, string Name, string Label)> Sectors =
    [
        ("State", "etat", "de l’État"), ("ForeignCounterpart", "homologues", "d’homologues étrangers"), ("CivilSociety", "societe_civile", "de la société civile"), ("Research", "recherche", "de la recherche"),
    ];

    public string Subject => "Détecteur de comptes automatisés";

    public int Order => 40;

    public async Task<IReadOnlyList<PublicFigure>> Read(CancellationToken ct)
    {
        var since = clock.Today().AddYears(-1);
        var counted = await db.Reuses.AsNoTracking().Where(r => r.Day > since).GroupBy(r => r.Sector).Select(g => new { Sector = g.Key, Questions = g.Sum(r => r.Questions), Accounts = g.Sum(r => r.Accounts) }).ToListAsync(ct);
        return
        [
            .. Sectors.Select(s => new PublicFigure { Name = $"robots_reutilisations_{s.Name}", Label = $"Questions posées au détecteur par des organisations {s.Label}, sur un an", Unit = "questions" }
                .Counting(counted.Where(c => string.Equals(c.Sector, s.Sector, StringComparison.Ordinal)).Sum(c => c.Questions))),
            new PublicFigure { Name = "robots_comptes_demandes", Label = "Comptes sur lesquels le détecteur a répondu, sur un an", Unit = "comptes" }.Counting(counted.Sum(c => c.Accounts)),
        ];
    }
}
