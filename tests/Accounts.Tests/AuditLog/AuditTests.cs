using System.Reflection;
using Beffroi.Kit;
using Beffroi.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Accounts.Tests.AuditLog;

public sealed class AuditTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_decision_leaves_who_when_and_what_but_no_personal_data(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        site.Clock.Advance(TimeSpan.FromHours(1));
        var admin = await site.SignIn(Crew.Admin);
        await admin.Open($"/personnes/{site.IdOf(Crew.Pending)}");
        await admin.Press("Accepter");

        var rows = site.ReadAccounts(db => db.Audit.Where(a => a.Act == "compte.accepter").ToList());
        Assert.Equal(["AccountDecision", "OutboxLetter×1", "Structure"], rows.Select(r => r.Subject.Split(':')[0]).Order(StringComparer.Ordinal));
        Assert.All(rows, r => Assert.Equal(($"compte:{site.IdOf(Crew.Admin)}", site.Clock.GetUtcNow()), (r.Who, r.At)));
        Assert.DoesNotContain(rows, r => $"{r.Subject} {r.Fields} {r.Who}".Contains("Alex", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_is_refused_leaves_no_row()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var before = site.ReadAccounts(db => db.Audit.Count());
        var above = await site.SignIn(Crew.RegionAdmin);
        await above.Open($"/personnes/{site.IdOf(Crew.Admin)}");
        await above.Press("Désactiver le compte");
        Assert.Equal(before, site.ReadAccounts(db => db.Audit.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_superadmin_reads_the_log_by_act(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/compte/nom");
        await hugo.Press("Enregistrer", ("Name", "Hugo Le Maire"));

        var visitor = await site.SignIn(Crew.Superadmin);
        await visitor.Open("/admin/journal");
        await visitor.Press("Filtrer", ("acte", "compte.nom"));
        var cells = Assert.Single(visitor.Page.QuerySelectorAll("tbody tr")).QuerySelectorAll("td");
        Assert.Equal(["Hugo Le Maire", "compte.nom"], [cells[1].TextContent, cells[2].TextContent]);
        Assert.Contains("Name", cells[4].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_route_of_the_module_says_whom_it_is_for_and_every_write_names_its_act()
    {
        await using var site = await SiteUnderTest.Empty();
        var routes = AccountsRoutes(site);
        Assert.True(routes.Count > 30);
        Assert.All(routes, r => Assert.True(r.Metadata.GetMetadata<IAuthorizeData>() is not null || r.Metadata.GetMetadata<IAllowAnonymous>() is not null, r.DisplayName));
        Assert.All(
            routes.Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("POST")),
            r => Assert.NotNull(r.Metadata.GetMetadata<ActName>()));
    }

    internal static IReadOnlyList<RouteEndpoint> AccountsRoutes(SiteUnderTest site) =>
        [.. site.Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<MethodInfo>()?.DeclaringType?.Assembly == typeof(AccountsModule).Assembly)];
}
