using System.Net;
using Beffroi.Accounts.OpenId;
using Beffroi.Testing;
using Beffroi.Testing.Providers;
using Microsoft.AspNetCore.WebUtilities;

namespace Beffroi.Accounts.Tests.Outside;

/// <summary>Leaving the site leaves the provider too, and the way back is known by its state.</summary>
public sealed class LeavingTests
{
    [Theory]
    [InlineData(Provider.FranceConnect)]
    [InlineData(Provider.ProConnect)]
    public async Task C6_leaving_ends_both_sessions_and_comes_back_with_its_state(Provider provider)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(provider);
        var visitor = await FranceConnectTests.Newcomer(site, server);
        Assert.Equal(1, server.Sessions);
        await visitor.Press("Se déconnecter");
        await visitor.Follow($"Se déconnecter de {provider.Label()}");

        var asked = QueryHelpers.ParseQuery(visitor.Led[^1].Query);
        Assert.Equal(["id_token_hint", "post_logout_redirect_uri", "state"], asked.Keys.Order(StringComparer.Ordinal));
        Assert.Null(server.Refused);
        Assert.Equal((0, HttpStatusCode.OK, "Vous êtes déconnecté"), (server.Sessions, visitor.Status, visitor.Heading));
        Assert.Equal("Se connecter", (await visitor.Open("/compte")).Heading);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?state=un-etat-que-personne-n-a-donne")]
    public async Task C6_a_way_back_with_another_state_is_not_believed(string query)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        var visitor = await FranceConnectTests.Newcomer(site, server);
        await visitor.Press("Se déconnecter");
        await visitor.Open("/deconnexion/franceconnect/retour" + query);
        Assert.Equal((HttpStatusCode.BadRequest, "Déconnexion non confirmée"), (visitor.Status, visitor.Heading));
    }

    [Fact]
    public async Task Whoever_came_in_by_a_password_leaves_no_provider()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Press("Se déconnecter");
        Assert.Equal("/", hugo.Address);
    }

    [Fact]
    public async Task A_provider_that_is_away_keeps_nobody_in()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var server = await site.OpenTo(Provider.FranceConnect);
        var visitor = await FranceConnectTests.Newcomer(site, server);
        await server.DisposeAsync();
        site.Clock.Advance(TimeSpan.FromHours(2));
        await visitor.Open("/compte");
        await visitor.Press("Se déconnecter");
        Assert.Equal(("/", "Se connecter"), (visitor.Address, (await visitor.Open("/compte")).Heading));
    }
}
