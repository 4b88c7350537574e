using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts;

/// <summary>Conditions that several rooms put in their queries.</summary>
static class AccountQueries
{
    /// <summary>Those whose last decision is an acceptance.</summary>
    public static IQueryable<Account> Accepted(this IQueryable<Account> accounts) =>
        accounts.Where(a => a.Decisions.OrderByDescending(d => d.Number).Select(d => (Verdict?)d.Verdict).FirstOrDefault() == Verdict.Accepted);

    /// <summary>Those whom this person may see: all, or the people of the structures of an admin.</summary>
    public static IQueryable<Account> SeenBy(this IQueryable<Account> accounts, CurrentUser user)
    {
        var structures = user.Structures;
        return user.ReadsAll ? accounts : accounts.Where(a => a.StructureId != null && structures.Contains(a.StructureId.Value));
    }

    public static IQueryable<Structure> SeenBy(this IQueryable<Structure> all, CurrentUser user)
    {
        var structures = user.Structures;
        return user.ReadsAll ? all : all.Where(s => structures.Contains(s.Id));
    }

    public static IQueryable<Invitation> SeenBy(this IQueryable<Invitation> all, CurrentUser user)
    {
        var structures = user.Structures;
        return user.ReadsAll ? all : all.Where(i => i.StructureId != null && structures.Contains(i.StructureId.Value));
    }

    /// <summary>How many accepted admins the structure has, this account aside.</summary>
    public static Task<int> OtherAdmins(this AccountsDb db, Guid structureId, Guid except, CancellationToken ct) =>
        db.Users.Where(a => a.StructureId == structureId && a.Id != except && a.Role == Role.Admin).Accepted().CountAsync(ct);
}
