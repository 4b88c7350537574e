using Beffroi.Eva.FollowUp;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Merging;

/// <summary>Two people of a structure are one: whoever accompanies both names the other, reads what will happen, and says yes.</summary>
public static class MergePeople
{
    /// <summary>People of the same name that the page proposes, at most: beyond, the code tells better.</summary>
    const int MostNamesakes = 10;

    public static void Map(IEndpointRouteBuilder people)
    {
        people.MapGet("/{id:guid}/fusionner", Show).For(Role.Superadmin, Role.Admin, Role.Conseiller);
        people.MapPost("/{id:guid}/fusionner", Submit).Does("personne.fusionner").For(Role.Superadmin, Role.Admin, Role.Conseiller);
    }

    static async Task<IResult> Show(Guid id, Visitor visitor, EvaDb db, CancellationToken ct, string? avec = null)
    {
        if (await Find(id, visitor, db, ct) is not { } person)
        {
            return TypedResults.NotFound();
        }

        if (string.IsNullOrWhiteSpace(avec))
        {
            return await View(person, null, avec, new(), visitor, db, ct);
        }

        var errors = new Errors();
        var other = await db.Behind(CampaignCode.Normalise(avec), ct) is { } otherId ? await Other(person, otherId, visitor, db, ct) : null;
        if (other is null)
        {
            errors.Add("avec", "Aucune autre personne que vous accompagnez dans cette structure n’a ce code");
        }

        return await View(person, other, avec, errors, visitor, db, ct);
    }

    static async Task<IResult> Submit(Guid id, [FromForm] MergeForm? form, Visitor visitor, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await Find(id, visitor, db, ct) is not { } kept
            || !Guid.TryParse(form?.Other, out var otherId)
            || await Other(kept, otherId, visitor, db, ct) is not { } other)
        {
            return TypedResults.NotFound();
        }

        try
        {
            await Joining.Join(kept, other, visitor.SignedIn.Id, db, clock, ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // She began something under the other code at this very moment: what is there now is read again.
            db.ChangeTracker.Clear();
            var errors = new Errors();
            errors.Add("avec", "Quelque chose a changé entre-temps : relisez, puis recommencez");
            return await View(kept, await Other(kept, otherId, visitor, db, ct), null, errors, visitor, db, ct);
        }

        return TypedResults.LocalRedirect($"~/eva/beneficiaires/{id}");
    }

    static Task<Beneficiary?> Find(Guid id, Visitor visitor, EvaDb db, CancellationToken ct) =>
        db.Beneficiaries.AccompaniedBy(db, visitor.SignedIn).SingleOrDefaultAsync(p => p.Id == id, ct);

    static Task<Beneficiary?> Other(Beneficiary person, Guid other, Visitor visitor, EvaDb db, CancellationToken ct)
    {
        var (id, structure) = (person.Id, person.StructureId);
        return db.Beneficiaries.AccompaniedBy(db, visitor.SignedIn).SingleOrDefaultAsync(p => p.Id == other && p.Id != id && p.StructureId == structure, ct);
    }

    static async Task<IResult> View(Beneficiary person, Beneficiary? other, string? typed, Errors errors, Visitor visitor, EvaDb db, CancellationToken ct)
    {
        var (id, name, structure, otherId) = (person.Id, person.Name, person.StructureId, other?.Id);
        return Html.Form<MergePeoplePage, MergePeopleModel>(new()
        {
            Person = person,
            Other = other,
            Typed = typed,
            Errors = errors,
            Evaluations = await db.Evaluations.CountAsync(e => e.BeneficiaryId == id, ct),
            OtherEvaluations = otherId is null ? 0 : await db.Evaluations.CountAsync(e => e.BeneficiaryId == otherId, ct),
            Namesakes = await db.Beneficiaries.AsNoTracking().AccompaniedBy(db, visitor.SignedIn).Where(p => p.StructureId == structure && p.Id != id && p.Name == name)
                .OrderByDescending(p => p.CreatedAt).ThenBy(p => p.Id).Take(MostNamesakes).ToListAsync(ct),
        }, errors);
    }
}

public sealed record MergeForm
{
    /// <summary>Id of the one who joins.</summary>
    public string? Other { get; init; }
}

public sealed record MergePeopleModel
{
    public required Beneficiary Person { get; init; }

    /// <summary>Null until she is found.</summary>
    public required Beneficiary? Other { get; init; }

    public required string? Typed { get; init; }
    public required Errors Errors { get; init; }
    public required int Evaluations { get; init; }
    public required int OtherEvaluations { get; init; }
    public required IReadOnlyList<Beneficiary> Namesakes { get; init; }
}
