using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Paying;

/// <summary>Records that an invoice was paid, by a third person.</summary>
public static class PayOrder
{
    const string Route = "/incubateur/commandes/{id:guid}/payer";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Pay).Does("incubateur.payer").For();
    }

    static async Task<IResult> Show(Guid id, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct) =>
        await Find(id, db, visitor, ct) is { } order ? await View(order, new() { PaidOn = clock.Today().ToString("yyyy-MM-dd", French.Culture) }, new(), db, clock, ct) : TypedResults.NotFound();

    static async Task<IResult> Pay(Guid id, [FromForm] PaymentForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await Find(id, db, visitor, ct) is not { } order)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed) = (new Errors(), form ?? new());
        var amount = Money.Read(typed.Amount, nameof(typed.Amount), errors);
        var day = Typed.Day(typed.PaidOn, nameof(typed.PaidOn), "Écrivez la date du paiement", errors);
        var invoice = Typed.Text(typed.Invoice, nameof(typed.Invoice), LedgerEntry.ReferenceMaxLength, "Écrivez le numéro de la facture", errors);
        if (day > clock.Today())
        {
            errors.Add(nameof(typed.PaidOn), "Le paiement a déjà eu lieu : choisissez un jour passé");
        }

        if (!errors.Any)
        {
            var author = new Author(visitor.SignedIn.Id, clock.GetUtcNow());
            await using var turn = (await LedgerTurn.Take(db, order.ConventionId, ct))!;
            var written = turn.Ledger.Pay(order, amount!.Value, day!.Value, invoice, author);
            if (written.Entry is { } entry)
            {
                turn.Write(author, "incubateur.payer", entry);
                await turn.Keep(ct);
                return TypedResults.LocalRedirect(Addresses.Order(id));
            }

            errors.Add(nameof(typed.Amount), written.Refusal!);
        }

        return await View(order, typed, errors, db, clock, ct);
    }

    static Task<Order?> Find(Guid id, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        (from o in db.Orders.AsNoTracking() join c in db.Conventions.HeldBy(db, visitor.SignedIn, Rights.Pays) on o.ConventionId equals c.Id where o.Id == id select o).SingleOrDefaultAsync(ct);

    static async Task<IResult> View(Order order, PaymentForm typed, Errors errors, IncubatorDb db, TimeProvider clock, CancellationToken ct)
    {
        var balance = Balance.Of(await db.Entries.AsNoTracking().Where(e => e.OrderId == order.Id).ToListAsync(ct));
        return Html.Form<PayOrderPage, PayOrderModel>(new(order, balance.Certified - balance.Paid, YearEnd.Warning(clock.Today()), typed, errors), errors);
    }
}

public sealed record PaymentForm
{
    public string? Amount { get; init; }
    public string? PaidOn { get; init; }
    public string? Invoice { get; init; }
}

public sealed record PayOrderModel(Order Order, Money Left, string? Warning, PaymentForm Typed, Errors Errors);
