using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Prospects;

/// <summary>Local structures as users of Eva: those that registered, with the dates that Eva tells.</summary>
sealed class StructurePartners(AccountsDb db, IStructureActivity activity) : IPartnerUse
{
    public SitePart Part => SitePart.Eva;

    public string Meaning => "première utilisation : une première campagne ouverte ; active : une évaluation commencée depuis moins de 90 jours";

    public async Task<IReadOnlyList<PartnerUse>> Read(CancellationToken ct)
    {
        var structures = await db.Structures.AsNoTracking().Where(s => s.Kind == StructureKind.Locale).Select(s => new { s.Id, s.Name, s.Type, s.CreatedAt }).ToListAsync(ct);
        var used = await activity.Of(null, ct);
        return [.. structures.Select(s => (Structure: s, Use: used.GetValueOrDefault(s.Id, Activity.None))).Select(s => new PartnerUse
        {
            Id = s.Structure.Id, Name = s.Structure.Name, Kind = s.Structure.Type?.Label(), RegisteredAt = s.Structure.CreatedAt,
            FirstUse = s.Use.FirstCampaign, FirstActive = s.Use.FirstEvaluation, LastActive = s.Use.LastEvaluation,
        })];
    }
}
