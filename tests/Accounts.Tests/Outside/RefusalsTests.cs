using System.Net;
using Beffroi.Accounts.OpenId;
using Beffroi.Testing;
using Beffroi.Testing.Providers;

namespace Beffroi.Accounts.Tests.Outside;

/// <summary>C6 and C7, what is refused: each slip is of an answer that would else be right.</summary>
public sealed class RefusalsTests
{
    public static readonly TheoryData<Provider, Slip> Slips = new(
        from provider in new[] { Provider.FranceConnect, Provider.ProConnect }
        from slip in Enum.GetValues<Slip>()
        where slip != Slip.None && (provider == Provider.FranceConnect || slip is not (Slip.WeakAcr or Slip.NoAcr))
        select (provider, slip));

    [Theory, MemberData(nameof(Slips))]
    public async Task C6_an_answer_that_is_not_right_lets_nobody_in(Provider provider, Slip slip)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(provider);

        // The same person, rightly answered, has an account: nothing else than the slip stands in the way.
        await FranceConnectTests.Newcomer(site, server);
        server.Slip = slip;
        var visitor = site.Visit().Through(server);
        await visitor.Open(provider == Provider.FranceConnect ? "/connexion/franceconnect" : "/connexion/proconnect");

        Assert.Equal(HttpStatusCode.BadGateway, visitor.Status);
        Assert.Contains("ne répond pas comme prévu", visitor.Heading, StringComparison.Ordinal);
        Assert.Equal("Se connecter", (await visitor.Open("/compte")).Heading);
        server.Slip = Slip.None;
        Assert.Equal("/", (await FranceConnectTests.Arrive(visitor, server)).Address);
    }

    [Fact]
    public async Task C6_who_stops_at_the_provider_is_told_so_and_may_go_on_otherwise()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        server.Error = "access_denied";
        var visitor = await FranceConnectTests.Arrive(site, server);

        Assert.Equal((HttpStatusCode.Forbidden, "Connexion avec FranceConnect arrêtée"), (visitor.Status, visitor.Heading));
        Assert.NotNull(visitor.Page.QuerySelector("main a[href='/connexion/franceconnect']"));
        Assert.NotNull(visitor.Page.QuerySelector("main a[href='/connexion']"));
    }

    [Fact]
    public async Task C6_any_other_error_of_the_provider_is_not_the_persons()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        server.Error = "server_error";
        Assert.Equal(HttpStatusCode.BadGateway, (await FranceConnectTests.Arrive(site, server)).Status);
    }

    [Fact]
    public async Task C6_a_code_serves_once_and_so_does_the_way_back()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        await FranceConnectTests.Newcomer(site, server);
        var visitor = site.Visit().Through(server);
        var back = await StopBefore(visitor, server);
        Assert.Equal("/", (await visitor.Open(back)).Address);
        await visitor.Press("Se déconnecter");

        Assert.Equal((HttpStatusCode.BadRequest, "La connexion est à recommencer"), ((await visitor.Open(back)).Status, visitor.Heading));
        Assert.Equal("Se connecter", (await visitor.Open("/compte")).Heading);

        // The provider, too, knows that it was used: another browser's way back does not serve it again.
        var other = site.Visit().Through(server);
        var fresh = await StopBefore(other, server);
        var stolen = back.Split("code=")[1].Split('&')[0];
        var own = fresh.Split("code=")[1].Split('&')[0];
        Assert.Equal(HttpStatusCode.BadGateway, (await other.Open(fresh.Replace(own, stolen, StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task C6_the_state_is_compared_and_belongs_to_one_browser()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        await FranceConnectTests.Newcomer(site, server);
        var (visitor, victim) = (site.Visit().Through(server), site.Visit());
        var back = await StopBefore(visitor, server);

        // The way back of one, sent to another who began nothing, or began something else.
        Assert.Equal(HttpStatusCode.BadRequest, (await victim.Open(back)).Status);
        await StopBefore(victim, server);
        Assert.Equal(HttpStatusCode.BadRequest, (await victim.Open(back)).Status);
        Assert.Equal("Se connecter", (await victim.Open("/compte")).Heading);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Open(back.Replace("state=", "state=x", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task C6_a_way_back_to_the_other_provider_is_none()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        await using var other = await site.OpenTo(Provider.ProConnect);
        var visitor = site.Visit().Through(server);
        var back = await StopBefore(visitor, server);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Open(back.Replace("franceconnect", "proconnect", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task C6_a_code_said_to_come_from_another_provider_is_not_taken()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        var visitor = site.Visit().Through(server);
        var back = await StopBefore(visitor, server);
        Assert.Equal(HttpStatusCode.BadGateway, (await visitor.Open(back.Split("&iss=")[0] + "&iss=https%3A%2F%2Failleurs.example")).Status);
    }

    [Fact]
    public async Task C6_a_code_lives_thirty_seconds_and_the_way_back_thirty_minutes()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        var visitor = site.Visit().Through(server);
        var back = await StopBefore(visitor, server);
        site.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(HttpStatusCode.BadGateway, (await visitor.Open(back)).Status);

        back = await StopBefore(visitor, server);
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Open(back)).Status);
    }

    [Fact]
    public async Task Keys_that_change_are_asked_for_again()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        await FranceConnectTests.Newcomer(site, server);
        server.ChangeKeys();
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("/", (await FranceConnectTests.Arrive(site, server)).Address);
    }

    [Fact]
    public async Task A_provider_that_is_away_is_told_and_other_ways_offered()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var server = await site.OpenTo(Provider.FranceConnect);
        await server.DisposeAsync();
        var visitor = await site.Visit().Open("/connexion/franceconnect");
        Assert.Equal((HttpStatusCode.BadGateway, "FranceConnect ne répond pas comme prévu"), (visitor.Status, visitor.Heading));
    }

    [Fact]
    public async Task What_is_refused_is_logged_without_naming_anybody()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        server.Slip = Slip.WrongNonce;
        await site.Visit().Through(server).Open("/connexion/franceconnect");

        Assert.Contains(site.Logs, line => line.Contains("FranceConnect refused: The id_token answers another request.", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Logs, line => line.Contains("DUBOIS", StringComparison.OrdinalIgnoreCase) || line.Contains(server.SubjectOf(Somebody.Angela), StringComparison.Ordinal));
    }

    /// <summary>To the provider and no further: the address that it sends back to.</summary>
    static async Task<string> StopBefore(Visitor visitor, ProviderServer server)
    {
        var path = server.Kind == Provider.FranceConnect ? "/connexion/franceconnect" : "/connexion/proconnect";
        var ct = TestContext.Current.CancellationToken;
        using var asked = await visitor.Http.GetAsync(new Uri(path, UriKind.Relative), ct);
        using var outside = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await outside.GetAsync(asked.Headers.Location, ct);
        return answer.Headers.Location!.PathAndQuery;
    }
}
