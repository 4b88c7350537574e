using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Reversing;

/// <summary>Undoes an entry by its opposite, with a reason: nothing is erased.</summary>
public static class ReverseEntry
{
    const string Route = "/incubateur/commandes/{id:guid}/ecritures/{number:int}/annuler";
    const int ReasonMaxLength = LedgerEntry.LabelMaxLength;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Reverse).Does("incubateur.annuler").For();
    }

    static async Task<IResult> Show(Guid id, int number, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        await Find(id, number, db, visitor, ct) is { } entry ? View(entry, null, new()) : TypedResults.NotFound();

    static async Task<IResult> Reverse(Guid id, int number, [FromForm] ReversalForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await Find(id, number, db, visitor, ct) is not { } entry)
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        var reason = Typed.Text(form?.Reason, "Reason", ReasonMaxLength, "Écrivez pourquoi cette écriture est annulée", errors);
        if (!errors.Any)
        {
            var author = new Author(visitor.SignedIn.Id, clock.GetUtcNow());
            await using var turn = (await LedgerTurn.Take(db, entry.ConventionId, ct))!;
            var written = turn.Ledger.Reverse(entry.Id, clock.Today(), reason, author);
            if (written.Entry is { } reversal)
            {
                turn.Write(author, "incubateur.annuler", reversal, reason);
                await turn.Keep(ct);
                return TypedResults.LocalRedirect(Addresses.Order(id));
            }

            errors.Add("Reason", written.Refusal!);
        }

        return View(entry, form?.Reason, errors);
    }

    static Task<LedgerEntry?> Find(Guid id, int number, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        (from e in db.Entries.AsNoTracking() join c in db.Conventions.HeldBy(db, visitor.SignedIn, Rights.Keeps) on e.ConventionId equals c.Id where e.OrderId == id && e.Number == number select e).SingleOrDefaultAsync(ct);

    static IResult View(LedgerEntry entry, string? typed, Errors errors) => Html.Form<ReverseEntryPage, ReverseEntryModel>(new(entry, typed, errors), errors);
}

public sealed record ReversalForm
{
    public string? Reason { get; init; }
}

public sealed record ReverseEntryModel(LedgerEntry Entry, string? Typed, Errors Errors);
