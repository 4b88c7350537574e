using Beffroi.Eva.FollowUp;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Following;

/// <summary>One person: her evaluations over time, what changed, who follows her and where it stands. Those who accompany her rename her and follow her here.</summary>
public static class ShowPerson
{
    public static void Map(IEndpointRouteBuilder people)
    {
        people.MapGet("/{id:guid}", Show).For();
        people.MapPost("/{id:guid}/suivi", Follow).Does("personne.suivre").For(Role.Superadmin, Role.Admin, Role.Conseiller);
        people.MapPost("/{id:guid}/nom", Rename).Does("personne.renommer").For(Role.Superadmin, Role.Admin, Role.Conseiller);
    }

    static async Task<IResult> Show(Guid id, Visitor visitor, EvaDb db, IStructures structures, CancellationToken ct) =>
        await PersonModel.Of(id, visitor.SignedIn, db, structures, ct) is { } model ? View(model) : TypedResults.NotFound();

    static async Task<IResult> Follow(Guid id, [FromForm] FollowForm? form, Visitor visitor, EvaDb db, IStructures structures, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var user = visitor.SignedIn;
        if (await db.Beneficiaries.AsNoTracking().AccompaniedBy(db, user).SingleOrDefaultAsync(p => p.Id == id, ct) is not { } person)
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        var last = await db.FollowUps.AsNoTracking().Where(f => f.BeneficiaryId == id).OrderByDescending(f => f.At).ThenByDescending(f => f.Id).FirstOrDefaultAsync(ct);
        if (!TechnicalName.TryParse<FollowUpState>(form.State, out var state))
        {
            errors.Add(nameof(form.State), "Choisissez où en est le suivi");
        }

        // A colleague, or whoever has it already and has left since.
        var responsible = string.IsNullOrEmpty(form.Responsible) ? (Guid?)null : Guid.TryParse(form.Responsible, out var typed) ? typed : Guid.Empty;
        if (responsible is { } chosen && chosen != last?.ResponsibleId && (await structures.Colleagues(person.StructureId, ct)).All(c => c.Id != chosen))
        {
            errors.Add(nameof(form.Responsible), "Choisissez une personne de votre structure");
        }

        if (errors.Any)
        {
            return await PersonModel.Of(id, user, db, structures, ct) is { } model ? View(model with { Follow = form, Errors = errors }) : TypedResults.NotFound();
        }

        // The same again, as a second tap sends it, is no change.
        if ((last?.State ?? FollowUpState.ASuivre, last?.ResponsibleId) != (state, responsible))
        {
            var now = clock.GetUtcNow();
            db.Add(new FollowUpEntry { Id = Guid.CreateVersion7(now), BeneficiaryId = id, State = state, ResponsibleId = responsible, At = now, By = user.Id });
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect($"~/eva/beneficiaires/{id}");
    }

    static async Task<IResult> Rename(Guid id, [FromForm] RenameForm? form, Visitor visitor, EvaDb db, IStructures structures, CancellationToken ct)
    {
        var errors = new Errors();
        if (await db.Beneficiaries.AccompaniedBy(db, visitor.SignedIn).SingleOrDefaultAsync(p => p.Id == id, ct) is not { } person)
        {
            return TypedResults.NotFound();
        }

        if (Beneficiary.ReadName(form?.Name, errors, "Écrivez le nom de la personne") is not { } name)
        {
            return await PersonModel.Of(id, visitor.SignedIn, db, structures, ct) is { } model ? View(model with { TypedName = form?.Name, Errors = errors }) : TypedResults.NotFound();
        }

        person.Name = name;
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect($"~/eva/beneficiaires/{id}");
    }

    static IResult View(PersonModel model) => Html.Form<ShowPersonPage, PersonModel>(model, model.Errors);
}

public sealed record FollowForm
{
    public string? State { get; init; }
    public string? Responsible { get; init; }
}

public sealed record RenameForm
{
    public string? Name { get; init; }
}
