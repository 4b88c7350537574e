using Beffroi.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.People;

static class TeamSave
{
    /// <summary>Saves a change to a person, unless somebody changed the same team since it was read: then says so and saves nothing.</summary>
    public static async Task<IResult> Save(Account account, AccountsDb db, CurrentUser user, CancellationToken ct)
    {
        if (await db.Structures.SingleOrDefaultAsync(s => s.Id == account.StructureId, ct) is { } structure)
        {
            structure.TeamChanged();
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return TypedResults.LocalRedirect($"/personnes/{account.Id}");
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            var errors = new Errors();
            errors.Add("", "Une autre personne vient de modifier cette équipe : vérifiez, puis recommencez");
            return await ShowPerson.Find(db, account.Id, user, ct) is { } now
                ? await ShowPerson.View(now, db, user, errors, ct)
                : TypedResults.NotFound();
        }
    }
}
