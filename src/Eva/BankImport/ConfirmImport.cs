using Beffroi.Eva.Bank;
using Beffroi.Eva.BankVersions;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.BankImport;

/// <summary>Shows what a file would change, and makes it the current bank when its sender says so.</summary>
public static class ConfirmImport
{
    public static void Map(IEndpointRouteBuilder banks)
    {
        banks.MapGet("/{situation}/importer/{id:guid}", Show).For(Role.Superadmin);
        banks.MapPost("/{situation}/importer/{id:guid}", Confirm).RequireAntiforgery().Does("banque.importer").For(Role.Superadmin);
    }

    static async Task<IResult> Show(string situation, Guid id, Visitor visitor, EvaDb db, TimeProvider clock, CancellationToken ct) =>
        await Find(situation, id, visitor, db, clock, ct) is { } draft ? await View(draft, new(), null, db, ct) : TypedResults.NotFound();

    static async Task<IResult> Confirm(string situation, Guid id, [FromForm] ConfirmForm form, Visitor visitor, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await Find(situation, id, visitor, db, clock, ct) is not { } draft)
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        if (Deciding.ReadNote(form.Note, errors) is not { } note)
        {
            return await View(draft, errors, form.Note, db, ct);
        }

        db.Remove(draft);
        if (await Deciding.Replace(BankText.Read(draft.Content), form.Read, note, null, visitor.SignedIn, db, clock, ct) is null)
        {
            db.ChangeTracker.Clear();
            errors.Add("Read", "La banque a changé depuis votre lecture : relisez les changements, puis confirmez");
            return await View(draft, errors, form.Note, db, ct);
        }

        return TypedResults.LocalRedirect($"~/eva/banque/{situation}");
    }

    static Task<BankDraft?> Find(string situation, Guid id, Visitor visitor, EvaDb db, TimeProvider clock, CancellationToken ct) =>
        db.BankDrafts.Of(visitor.SignedIn, clock.GetUtcNow()).SingleOrDefaultAsync(d => d.Id == id && d.Situation == situation, ct);

    static async Task<IResult> View(BankDraft draft, Errors errors, string? note, EvaDb db, CancellationToken ct)
    {
        var (current, wanted) = (await BankShelf.Current(db, draft.Situation, ct), BankText.Read(draft.Content));
        return Html.Form<ConfirmImportPage, ConfirmImportModel>(new(BankOutline.Find(draft.Situation)!, draft, current, wanted, BankChanges.Between(current, wanted), note, errors), errors);
    }
}

/// <param name="Read">The version of the bank that the person saw as the current one.</param>
public sealed record ConfirmForm(string? Note, string? Read);

public sealed record ConfirmImportModel(BankOutline Outline, BankDraft Draft, SituationBank Current, SituationBank Wanted, BankChanges Changes, string? Note, Errors Errors);
