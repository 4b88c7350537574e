using Beffroi.Incubator.Accounting;
using Beffroi.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.OneOrder;

/// <summary>An order, what was delivered, what was paid, and what this person may do next.</summary>
public static class ShowOrder
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/incubateur/commandes/{id:guid}", Show).For();

    static async Task<IResult> Show(Guid id, IncubatorDb db, Visitor visitor, IStructures people, CancellationToken ct)
    {
        var user = visitor.SignedIn;
        var found = await (from o in db.Orders.AsNoTracking() join c in db.Conventions.ReadBy(db, user) on o.ConventionId equals c.Id where o.Id == id select new { Order = o, c.Slug, c.Title }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return TypedResults.NotFound();
        }

        var order = found.Order;
        var entries = await db.Entries.AsNoTracking().Where(e => e.OrderId == id).OrderBy(e => e.Number).ToListAsync(ct);
        var services = await db.Services.AsNoTracking().Where(s => s.OrderId == id).OrderBy(s => s.At).ToListAsync(ct);
        var names = await people.People([.. entries.Select(e => e.By).Append(order.PlacedBy).Distinct()], ct);
        var duties = await db.DutiesOf(user, order.ConventionId, ct);
        var balance = Balance.Of(entries);
        bool Wrote(EntryKind kind) => entries.Any(e => e.Kind == kind && e.By == user.Id);
        return Html.View<ShowOrderPage, ShowOrderModel>(new()
        {
            Slug = found.Slug, Title = found.Title, Order = order, Balance = balance,
            Lines = [.. entries.Select(e => new OrderLine(e, names.GetValueOrDefault(e.By, "Compte supprimé"), e.ReversesId is null && !entries.Any(r => r.ReversesId == e.Id) && duties.Any(d => d.Keeps())))],
            Services = services,
            MayCertify = duties.Any(d => d.Certifies()) && user.Id != order.PlacedBy && !Wrote(EntryKind.Payment) && balance.Certified < balance.Engaged,
            MayPay = duties.Any(d => d.Pays()) && user.Id != order.PlacedBy && !Wrote(EntryKind.Service) && balance.Paid < balance.Certified,
        });
    }
}

public sealed record OrderLine(LedgerEntry Entry, string By, bool MayReverse);

public sealed record ShowOrderModel
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required Order Order { get; init; }
    public required Balance Balance { get; init; }
    public required IReadOnlyList<OrderLine> Lines { get; init; }
    public required IReadOnlyList<ServiceRecord> Services { get; init; }
    public required bool MayCertify { get; init; }
    public required bool MayPay { get; init; }
}
