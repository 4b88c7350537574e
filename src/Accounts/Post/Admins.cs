using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Post;

static class Admins
{
    /// <summary>Who decides on the accounts of a structure: its own admins, else those of the nearest structure above that has some, else the superadmins.</summary>
    public static async Task<IReadOnlyList<Addressee>> Deciding(AccountsDb db, Structure structure, CancellationToken ct)
    {
        var above = structure.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse).Reverse().ToList();
        var admins = await db.Users.Where(a => a.Role == Role.Admin && a.StructureId != null && above.Contains(a.StructureId.Value)).Accepted()
            .OrderBy(a => a.Name).ThenBy(a => a.Id).Select(a => new { a.Id, a.Name, a.Email, a.StructureId }).ToListAsync(ct);
        return above.Select(id => admins.Where(a => a.StructureId == id).Select(a => new Addressee(a.Id, a.Name, a.Email!)).ToList()).FirstOrDefault(found => found.Count > 0)
            ?? await db.Users.Where(a => a.Role == Role.Superadmin).Accepted().OrderBy(a => a.Name).ThenBy(a => a.Id).Select(a => new Addressee(a.Id, a.Name, a.Email!)).ToListAsync(ct);
    }
}
