using Beffroi.Eva.FollowUp;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.PersonData;

/// <summary>Erases all that is held about a person, when she asks (GDPR, article 17), after asking once. Only the log says that it was done: by whom, when, on which number.</summary>
public static class ErasePerson
{
    public static void Map(IEndpointRouteBuilder people)
    {
        people.MapGet("/{id:guid}/effacer", Ask).For(Role.Superadmin, Role.Admin, Role.Conseiller);
        people.MapPost("/{id:guid}/effacer", Erase).RequireAntiforgery().Does("personne.effacer").For(Role.Superadmin, Role.Admin, Role.Conseiller);
    }

    static async Task<IResult> Ask(Guid id, Visitor visitor, EvaDb db, CancellationToken ct) =>
        await Find(id, visitor, db, ct) is { } person
            ? Html.View<ErasePersonPage, ErasePersonModel>(new(person, await db.Evaluations.CountAsync(e => e.BeneficiaryId == id, ct)))
            : TypedResults.NotFound();

    static async Task<IResult> Erase(Guid id, Visitor visitor, EvaDb db, CancellationToken ct)
    {
        if (await Find(id, visitor, db, ct) is not { } person)
        {
            return TypedResults.NotFound();
        }

        // What hangs on an evaluation, and on a person, goes with it: the database does it row by row (cascade). Hers too, in private campaigns of colleagues: the right is hers, not theirs.
        db.RemoveRange(await db.Evaluations.Where(e => e.BeneficiaryId == id).ToListAsync(ct));
        db.RemoveRange(await Merges(id, db, ct));
        db.Remove(person);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect("~/eva/beneficiaires");
    }

    /// <summary>Those who joined her, and those who had joined them.</summary>
    static async Task<List<PeopleMerge>> Merges(Guid id, EvaDb db, CancellationToken ct)
    {
        var merges = new List<PeopleMerge>();
        for (List<Guid> ids = [id]; ids.Count > 0;)
        {
            var found = await db.PeopleMerges.Where(m => ids.Contains(m.KeptId)).ToListAsync(ct);
            merges.AddRange(found);
            ids = found.ConvertAll(m => m.MergedId);
        }

        return merges;
    }

    static Task<Beneficiary?> Find(Guid id, Visitor visitor, EvaDb db, CancellationToken ct) =>
        db.Beneficiaries.AccompaniedBy(db, visitor.SignedIn).SingleOrDefaultAsync(p => p.Id == id, ct);
}

public sealed record ErasePersonModel(Beneficiary Person, int Evaluations);
