using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>Members of accepted organisations, for the modules that work with them.</summary>
public sealed class AnalystsHere(Seats seats, ChatDb db) : IAnalysts
{
    public async Task<Analyst?> Of(Guid accountId, CancellationToken ct)
    {
        if (await seats.Behind(accountId, ct) is not { OrganisationId: { } organisation } seat)
        {
            return null;
        }

        var sector = await db.Organisations.Where(o => o.Id == organisation).Select(o => o.Sector).SingleAsync(ct);
        return new() { AccountId = seat.AccountId, Name = seat.Name, OrganisationId = organisation, OrganisationName = seat.OrganisationName!, Sector = sector.ToString(), IsReferent = seat.IsReferent };
    }

    public async Task<IReadOnlyDictionary<Guid, string>> NamesOf(IReadOnlyCollection<Guid> organisations, CancellationToken ct) =>
        await db.Organisations.Where(o => organisations.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);

    public async Task<string?> SectorOf(Guid organisation, CancellationToken ct) =>
        (await db.Organisations.Where(o => o.Id == organisation && o.ClosedAt == null).Select(o => (Cases.Sector?)o.Sector).SingleOrDefaultAsync(ct))?.ToString();
}
