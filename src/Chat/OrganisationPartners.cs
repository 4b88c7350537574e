using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>Tells other modules since when organisations are here and whether they speak: dates, nothing of what is said, nor where.</summary>
sealed class OrganisationPartners(ChatDb db) : IPartnerUse
{
    public SitePart Part => SitePart.Chat;

    public string Meaning => "première utilisation : une première personne de l’organisation est entrée ; active : un message écrit depuis moins de 90 jours";

    public async Task<IReadOnlyList<PartnerUse>> Read(CancellationToken ct)
    {
        var entered = await db.Members.GroupBy(m => m.OrganisationId).Select(g => new { g.Key, First = g.Min(m => m.JoinedAt) }).ToDictionaryAsync(g => g.Key, g => g.First, ct);
        var said = await db.Messages.Where(m => m.OrganisationId != null).GroupBy(m => m.OrganisationId!.Value).Select(g => new { g.Key, First = g.Min(m => m.At), Last = g.Max(m => m.At) }).ToDictionaryAsync(g => g.Key, g => (g.First, g.Last), ct);
        var organisations = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.Name, o.Sector, o.ApprovedAt }).ToListAsync(ct);
        return [.. organisations.Select(o => new PartnerUse
        {
            Id = o.Id,
            Name = o.Name,
            Kind = o.Sector.Say(Lang.French),
            RegisteredAt = o.ApprovedAt,
            FirstUse = entered.TryGetValue(o.Id, out var first) ? first : null,
            FirstActive = said.TryGetValue(o.Id, out var words) ? words.First : null,
            LastActive = said.TryGetValue(o.Id, out var last) ? last.Last : null,
        })];
    }
}
