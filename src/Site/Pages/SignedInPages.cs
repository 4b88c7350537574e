using Beffroi.Accounts;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Site.Pages;

/// <summary>What home and help show besides to those who are signed in; the cache serves others only.</summary>
static class SignedInPages
{
    public static async Task<IResult> Home(IEnumerable<ServiceCard> cards, Visitor visitor, AccountsDb db, IStructureActivity activity, CancellationToken ct) =>
        Html.View<HomePage, HomeModel>(new([.. cards.OrderBy(c => c.Order)], visitor.User is { } user ? await FirstSteps.Of(db, activity, user, ct) : null));

    public static async Task<IResult> Help(SiteIdentity site, Visitor visitor, AccountsDb db, CancellationToken ct) =>
        Html.View<HelpPage, HelpModel>(new(site, visitor.User?.Accepted == true ? await db.HelpSources.AsNoTracking().OrderBy(h => h.Title).ThenBy(h => h.Id).ToListAsync(ct) : []));
}

/// <param name="Steps">Of somebody signed in who has some left.</param>
public sealed record HomeModel(IReadOnlyList<ServiceCard> Cards, FirstSteps? Steps);

/// <param name="Sources">For those who accompany people.</param>
public sealed record HelpModel(SiteIdentity Site, IReadOnlyList<HelpSource> Sources);
