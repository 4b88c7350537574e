using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Certifying;

/// <summary>Writes that a service was done, by somebody who did not order it and asks no hierarchy.</summary>
public static class CertifyService
{
    const string Route = "/incubateur/commandes/{id:guid}/service-fait";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Certify).Does("incubateur.constater").For();
    }

    static async Task<IResult> Show(Guid id, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct) =>
        await Find(id, db, visitor, ct) is { } order ? await View(order, new() { DeliveredOn = clock.Today().ToString("yyyy-MM-dd", French.Culture) }, new(), db, ct) : TypedResults.NotFound();

    static async Task<IResult> Certify(Guid id, [FromForm] ServiceForm? form, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await Find(id, db, visitor, ct) is not { } order)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed) = (new Errors(), form ?? new());
        var amount = Money.Read(typed.Amount, nameof(typed.Amount), errors);
        var day = Typed.Day(typed.DeliveredOn, nameof(typed.DeliveredOn), "Écrivez la date de livraison", errors);
        var label = Typed.Text(typed.Label, nameof(typed.Label), LedgerEntry.LabelMaxLength, "Écrivez ce qui a été livré", errors);
        var deliverables = Typed.Text(typed.Deliverables, nameof(typed.Deliverables), ServiceRecord.TextMaxLength, "Écrivez les livrables, avec leur adresse", errors);
        if (day > clock.Today())
        {
            errors.Add(nameof(typed.DeliveredOn), "La livraison a déjà eu lieu : choisissez un jour passé");
        }

        if (!errors.Any)
        {
            var author = new Author(visitor.SignedIn.Id, clock.GetUtcNow());
            await using var turn = (await LedgerTurn.Take(db, order.ConventionId, ct))!;
            var before = Balance.OfOrder(turn.Ledger.Entries, id).Certified;
            var written = turn.Ledger.Certify(order, amount!.Value, day!.Value, label, author);
            if (written.Entry is { } entry)
            {
                turn.Write(author, "incubateur.constater", entry);
                db.Add(new ServiceRecord { Id = Guid.CreateVersion7(author.At), ConventionId = order.ConventionId, OrderId = id, EntryId = entry.Id, DeliveredOn = day.Value, Label = label, Deliverables = deliverables, Amount = amount.Value, Before = before, By = author.Id, At = author.At });
                await turn.Keep(ct);
                return TypedResults.LocalRedirect(Addresses.Order(id));
            }

            errors.Add(nameof(typed.Amount), written.Refusal!);
        }

        return await View(order, typed, errors, db, ct);
    }

    static Task<Order?> Find(Guid id, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        (from o in db.Orders.AsNoTracking() join c in db.Conventions.HeldBy(db, visitor.SignedIn, Rights.Certifies) on o.ConventionId equals c.Id where o.Id == id select o).SingleOrDefaultAsync(ct);

    static async Task<IResult> View(Order order, ServiceForm typed, Errors errors, IncubatorDb db, CancellationToken ct)
    {
        var balance = Balance.Of(await db.Entries.AsNoTracking().Where(e => e.OrderId == order.Id).ToListAsync(ct));
        return Html.Form<CertifyServicePage, CertifyServiceModel>(new(order, balance.Engaged - balance.Certified, typed, errors), errors);
    }
}

public sealed record ServiceForm
{
    public string? Amount { get; init; }
    public string? DeliveredOn { get; init; }
    public string? Label { get; init; }
    public string? Deliverables { get; init; }
}

public sealed record CertifyServiceModel(Order Order, Money Left, ServiceForm Typed, Errors Errors);
