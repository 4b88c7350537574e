using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Drafting;

/// <summary>Corrects a draft: what was typed wrong changes, and the journal keeps what it was before and why. Once it is signed, an avenant alone changes a convention.</summary>
public static class CorrectConvention
{
    const string Route = "/incubateur/conventions/{slug}/corriger";
    const string Signed = "La convention est signée : seul un avenant la change";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For(Role.Superadmin);
        app.MapPost(Route, Correct).Does("incubateur.corriger-convention").For(Role.Superadmin);
    }

    static async Task<IResult> Show(string slug, IncubatorDb db, CancellationToken ct) =>
        await db.Conventions.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug && c.SignedOn == null, ct) is { } draft
            ? View(draft, ConventionForm.Of(draft, ""), ClausesForm.Of(draft.Clauses), ImputationForm.Of(draft.Imputation), null, new())
            : TypedResults.NotFound();

    static async Task<IResult> Correct(string slug, [FromForm] ConventionForm? form, [FromForm] ClausesForm? clauses, [FromForm] ImputationForm? codes, HttpRequest request, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Conventions.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var author = new Author(visitor.SignedIn.Id, clock.GetUtcNow());
        var (errors, typed, asked) = (new Errors(), (form ?? new()) with { Slug = slug }, (clauses ?? new()) with { Prestations = [.. request.Form["Prestations"].OfType<string>()] });
        var why = request.Form["Reason"].ToString();
        var reason = Typed.Text(why, "Reason", 300, "Écrivez ce que vous corrigez", errors);
        var (imputation, terms) = (Imputation.Read(codes ?? new(), errors), asked.Read(errors));
        await using var turn = (await LedgerTurn.Take(db, found.Id, ct))!;
        var draft = turn.Convention;
        if (draft.SignedOn is not null)
        {
            errors.Add(nameof(typed.Title), Signed);
        }

        var startup = await db.Startups.AsNoTracking().SingleAsync(s => s.Id == draft.StartupId, ct);
        if (typed.Read(startup, imputation, terms, author.At, errors, draft) is { } corrected)
        {
            var (before, after) = DraftChanges.Between(draft, corrected);
            if (before.Length > 0)
            {
                db.Entry(draft).State = EntityState.Detached;
                db.Update(corrected);
                turn.Note(author, "incubateur.corriger-convention", before, after, reason);
                await turn.Keep(ct);
            }

            return TypedResults.LocalRedirect(Addresses.Convention(slug));
        }

        return View(draft, typed, asked, codes ?? new(), why, errors);
    }

    static IResult View(Convention draft, ConventionForm typed, ClausesForm clauses, ImputationForm codes, string? reason, Errors errors) =>
        Html.Form<WriteConventionPage, WriteConventionModel>(new() { Startups = [], Typed = typed, Clauses = clauses, Codes = codes, Reason = reason, Draft = draft, Errors = errors }, errors);
}
