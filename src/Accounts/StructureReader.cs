using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts;

/// <summary>Answers what other modules ask about organisations and people.</summary>
sealed class StructureReader(AccountsDb db) : IStructures
{
    public async Task<IReadOnlyDictionary<Guid, StructureSummary>> Find(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await db.Structures.AsNoTracking()
            .Where(s => ids.Contains(s.Id))
            .Select(s => new { s.Id, s.Name, s.PostCode, s.Type })
            .ToListAsync(ct))
        .ToDictionary(s => s.Id, s => new StructureSummary(s.Id, s.Name, s.PostCode) { Type = s.Type?.Label(), Region = Regions.Of(s.PostCode) });

    public async Task<IReadOnlyDictionary<Guid, string>> People(IReadOnlyCollection<Guid> accountIds, CancellationToken ct) =>
        await db.Users.AsNoTracking()
            .Where(a => accountIds.Contains(a.Id))
            .Select(a => new { a.Id, a.Name })
            .ToDictionaryAsync(a => a.Id, a => a.Name, ct);

    public async Task<IReadOnlyDictionary<Guid, string>> Emails(IReadOnlyCollection<Guid> accountIds, CancellationToken ct) =>
        await db.Users.AsNoTracking()
            .Where(a => accountIds.Contains(a.Id) && a.Email != null)
            .Select(a => new { a.Id, a.Email })
            .ToDictionaryAsync(a => a.Id, a => a.Email!, ct);

    public async Task<(Guid Id, string Name)?> AcceptedPerson(string email, CancellationToken ct)
    {
        var normalized = email.Trim().ToUpperInvariant();
        return await db.Users.AsNoTracking().Accepted().Where(a => a.NormalizedEmail == normalized).Select(a => new { a.Id, a.Name }).SingleOrDefaultAsync(ct) is { } found
            ? (found.Id, found.Name)
            : null;
    }

    public async Task<IReadOnlyList<(Guid Id, string Name)>> Colleagues(Guid structureId, CancellationToken ct) =>
        [.. (await db.Users.AsNoTracking()
            .Where(a => a.StructureId == structureId)
            .Accepted()
            .OrderBy(a => a.Name)
            .Select(a => new { a.Id, a.Name })
            .ToListAsync(ct)).Select(a => (a.Id, a.Name))];
}
