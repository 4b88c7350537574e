using Beffroi.Eva.FollowUp;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Acting;

/// <summary>After an evaluation that shows a potential illettrisme, whoever accompanies the person says what was done, or what was in the way.</summary>
public static class KeepAction
{
    public static void Map(IEndpointRouteBuilder evaluations)
    {
        evaluations.MapGet("/{id:guid}/mise-en-action", Show).For(Role.Superadmin, Role.Admin, Role.Conseiller);
        evaluations.MapPost("/{id:guid}/mise-en-action", Submit).Does("action.dire").For(Role.Superadmin, Role.Admin, Role.Conseiller);
    }

    static async Task<IResult> Show(Guid id, Visitor visitor, EvaDb db, CancellationToken ct) =>
        await Find(id, visitor, db, ct) is { } found ? View(found, found.Current is null ? null : ActionChoices.Value(found.Current), new()) : TypedResults.NotFound();

    static async Task<IResult> Submit(Guid id, [FromForm] ActionForm? form, Visitor visitor, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await Find(id, visitor, db, ct) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        if (ActionChoices.Read(form?.Answer, errors) is not { } answer)
        {
            return View(found, form?.Answer, errors);
        }

        // The same again, as a second tap sends it, is no change.
        if (found.Current?.Says(answer) != true)
        {
            db.Add(MiseEnAction.Of(answer, id, visitor.SignedIn.Id, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.LocalRedirect($"~/eva/evaluations/{id}");
    }

    static async Task<Found?> Find(Guid id, Visitor visitor, EvaDb db, CancellationToken ct)
    {
        var asked = db.Evaluations.AsNoTracking().AccompaniedBy(db.Campaigns, visitor.SignedIn).Where(e => e.Synthesis == ActionState.Asked && e.Beneficiary!.Anonymised == null);
        return await asked.Where(e => e.Id == id).Select(e => e.Beneficiary!.Name).SingleOrDefaultAsync(ct) is { } name
            ? new(id, name, await db.MisesEnAction.AsNoTracking().Where(a => a.EvaluationId == id).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).FirstOrDefaultAsync(ct))
            : null;
    }

    static IResult View(Found found, string? value, Errors errors) => Html.Form<KeepActionPage, KeepActionModel>(new(found.Id, found.Name, value, errors), errors);

    sealed record Found(Guid Id, string Name, MiseEnAction? Current);
}

public sealed record ActionForm
{
    public string? Answer { get; init; }
}

public sealed record KeepActionModel(Guid Evaluation, string Name, string? Value, Errors Errors);
