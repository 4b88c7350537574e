using Beffroi.Dsfr;
using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Ordering;

/// <summary>Places an order and engages its money, at once or not at all.</summary>
public static class PlaceOrder
{
    const string Route = "/incubateur/conventions/{slug}/commander";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Show).For();
        app.MapPost(Route, Place).Does("incubateur.commander").For();
    }

    static async Task<IResult> Show(string slug, IncubatorDb db, Visitor visitor, TimeProvider clock, CancellationToken ct) =>
        await Find(slug, db, visitor, ct) is { } convention ? await View(convention, new() { PlacedOn = clock.Today().ToString("yyyy-MM-dd", French.Culture) }, new(), db, clock, ct) : TypedResults.NotFound();

    static async Task<IResult> Place(string slug, [FromForm] OrderForm? form, IncubatorDb db, DelegatorNotices notices, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (await Find(slug, db, visitor, ct) is not { } convention)
        {
            return TypedResults.NotFound();
        }

        var (errors, typed) = (new Errors(), form ?? new());
        var author = new Author(visitor.SignedIn.Id, clock.GetUtcNow());
        await using var turn = (await LedgerTurn.Take(db, convention.Id, ct))!;
        if (typed.Read(convention.Id, author, errors) is { } order)
        {
            var expert = await db.Experts.SingleOrDefaultAsync(e => e.Id == order.ExpertId && e.ConventionId == convention.Id, ct);
            if (order.ExpertId is not null && expert is null)
            {
                errors.Add(nameof(typed.ExpertId), "Choisissez une personne de la liste");
            }

            if (order.PlacedOn > clock.Today())
            {
                errors.Add(nameof(typed.PlacedOn), "Une commande est écrite le jour où elle est passée, ou après");
            }

            order.Check(turn.Convention, expert, errors);
            if (await db.Orders.AnyAsync(o => o.ConventionId == convention.Id && o.Number == order.Number, ct))
            {
                errors.Add(nameof(typed.Number), "Une commande porte déjà ce numéro");
            }

            if (!errors.Any && turn.Ledger.Commit(order, author) is var written)
            {
                if (written.Entry is { } entry)
                {
                    db.Add(order);
                    turn.Write(author, "incubateur.commander", entry);
                    await notices.Tell(turn, ct);
                    await turn.Keep(ct);
                    await notices.Write(turn.Convention, ct);
                    return TypedResults.LocalRedirect(Addresses.Order(order.Id));
                }

                errors.Add(nameof(typed.InclTax), written.Refusal!);
            }
        }

        return await View(convention, typed, errors, db, clock, ct);
    }

    static Task<Convention?> Find(string slug, IncubatorDb db, Visitor visitor, CancellationToken ct) =>
        db.Conventions.AsNoTracking().Include(c => c.Avenants).HeldBy(db, visitor.SignedIn, Rights.Orders).SingleOrDefaultAsync(c => c.Slug == slug, ct);

    static async Task<IResult> View(Convention convention, OrderForm typed, Errors errors, IncubatorDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = clock.Today();
        var entries = await db.Entries.AsNoTracking().Where(e => e.ConventionId == convention.Id).ToListAsync(ct);
        var experts = await db.Experts.AsNoTracking().Where(e => e.ConventionId == convention.Id).OrderBy(e => e.Name).ToListAsync(ct);
        return Html.Form<PlaceOrderPage, PlaceOrderModel>(
            new()
            {
                Slug = convention.Slug, Title = convention.Title, Left = Balance.OfYear(entries, today.Year).AvailableAe, LastDay = convention.Dates?.LastCommitment, Warning = YearEnd.Warning(today), Typed = typed, Errors = errors,
                Prestations = [.. convention.Clauses.Prestations.Select(p => new Option(p.ToString(), p.Label()))],
                Experts = convention.Clauses.ChecksConflicts ? [.. experts.Select(e => new Option(e.Id.ToString(), e.DeclaredOn is { } day ? $"{e.Name} (déclaration du {French.Day(day)})" : $"{e.Name} (pas de déclaration)"))] : [],
            },
            errors);
    }
}

public sealed record OrderForm
{
    public string? Number { get; init; }
    public string? Supplier { get; init; }
    public string? Contract { get; init; }
    public string? ContractEnd { get; init; }
    public string? Prestation { get; init; }
    public string? Label { get; init; }
    public string? ExclTax { get; init; }
    public string? InclTax { get; init; }
    public string? PlacedOn { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public string? ExpertId { get; init; }

    public Order? Read(Guid conventionId, Author author, Errors errors)
    {
        var number = Typed.Text(Number, nameof(Number), Order.NumberMaxLength, "Écrivez le numéro de la commande", errors);
        var supplier = Typed.Text(Supplier, nameof(Supplier), Order.TextMaxLength, "Écrivez le nom du titulaire", errors);
        var contract = Typed.Text(Contract, nameof(Contract), Order.TextMaxLength, "Écrivez le marché", errors);
        var contractEnd = Typed.Day(ContractEnd, nameof(ContractEnd), "Écrivez le dernier jour du marché", errors);
        var prestation = Typed.Choice<Prestation>(Prestation, nameof(Prestation), "Choisissez un type de prestation", errors);
        var label = Typed.Text(Label, nameof(Label), Order.TextMaxLength, "Écrivez l’objet de la commande", errors);
        var (exclTax, inclTax) = (Money.Read(ExclTax, nameof(ExclTax), errors), Money.Read(InclTax, nameof(InclTax), errors));
        var placedOn = Typed.Day(PlacedOn, nameof(PlacedOn), "Écrivez la date de la commande", errors);
        var from = Typed.Day(From, nameof(From), "Écrivez le premier jour de la prestation", errors);
        var to = Typed.Day(To, nameof(To), "Écrivez le dernier jour de la prestation", errors);
        return errors.Any ? null : new()
        {
            Id = Guid.CreateVersion7(author.At), ConventionId = conventionId, Number = number, Supplier = supplier, Contract = contract, ContractEnd = contractEnd!.Value, Prestation = prestation!.Value, Label = label,
            ExclTax = exclTax!.Value, InclTax = inclTax!.Value, PlacedOn = placedOn!.Value, From = from!.Value, To = to!.Value, ExpertId = Guid.TryParse(ExpertId, out var id) ? id : null, PlacedBy = author.Id, At = author.At,
        };
    }
}

public sealed record PlaceOrderModel
{
    public required string Slug { get; init; }
    public required string Title { get; init; }

    /// <summary>AE of this year that may still be engaged.</summary>
    public required Money Left { get; init; }
    public required DateOnly? LastDay { get; init; }
    public required string? Warning { get; init; }
    public required IReadOnlyList<Option> Prestations { get; init; }

    /// <summary>Empty where the convention checks no conflict of interest.</summary>
    public required IReadOnlyList<Option> Experts { get; init; }
    public required OrderForm Typed { get; init; }
    public required Errors Errors { get; init; }
}
