using Beffroi.Chat.Rules.Domains;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Doors;

/// <summary>The domains of organisations that are open.</summary>
public sealed class OpenDomains(ChatDb db)
{
    /// <summary>The organisation that an address is of; null with why.</summary>
    public async Task<(Guid? Organisation, string? Name, Words? Refusal)> Judge(string? address, CancellationToken ct)
    {
        var rows = await db.Domains.AsNoTracking().Join(db.Organisations.Where(o => o.ClosedAt == null), d => d.OrganisationId, o => o.Id, (d, o) => new { d.Domain, d.WithSubdomains, o.Id, o.Name }).ToListAsync(ct);
        var known = rows.ConvertAll(r => (Approved: new ApprovedDomain(MailDomain.Read(r.Domain)!, r.WithSubdomains), r.Id, r.Name));
        var admission = new DomainList(known.Select(k => k.Approved)).Judge(address);
        return admission is Admission.Admitted { Through: var through } && known.Find(k => k.Approved == through) is var (_, id, name) ? (id, name, null) : (null, null, admission.Refusal);
    }
}
