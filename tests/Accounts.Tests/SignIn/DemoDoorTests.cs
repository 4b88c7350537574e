using System.Net;
using Beffroi.Testing;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Accounts.Tests.SignIn;

public sealed class DemoDoorTests
{
    [Fact]
    public async Task On_a_developers_machine_one_click_enters()
    {
        await using var site = await SiteUnderTest.InDevelopment();
        var visitor = await site.Visit("http").Open("/connexion");
        await visitor.Press($"{Crew.Hugo} (Conseillère ou conseiller)");
        Assert.Contains(Crew.Hugo, (await visitor.Open("/compte")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_in_waiting_have_no_door()
    {
        await using var site = await SiteUnderTest.InDevelopment();
        var visitor = await site.Visit("http").Open("/connexion");
        Assert.DoesNotContain(Crew.Pending, visitor.Text, StringComparison.Ordinal);
        await visitor.Post("/connexion/demo", ("Account", site.IdOf(Crew.Pending).ToString()));
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    [Fact]
    public async Task Elsewhere_there_is_neither_door_nor_route()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/connexion");
        Assert.DoesNotContain("démonstration", visitor.Text, StringComparison.Ordinal);
        await visitor.Post("/connexion/demo", ("Account", site.IdOf(Crew.Hugo).ToString()));
        Assert.NotEqual(HttpStatusCode.OK, visitor.Status);
        Assert.DoesNotContain(site.Endpoints.OfType<RouteEndpoint>(), e => e.RoutePattern.RawText == "/connexion/demo");
        Assert.Equal("Se connecter", (await visitor.Open("/compte")).Heading);
    }
}
