using System.Net;
using Beffroi.Accounts.OpenId;
using Beffroi.Testing;
using Beffroi.Testing.Providers;

namespace Beffroi.Accounts.Tests.Outside;

/// <summary>Every way in counts how often one place tries it.</summary>
public sealed class LimitsTests
{
    [Theory]
    [InlineData("GET", "/connexion/franceconnect")]
    [InlineData("GET", "/connexion/franceconnect/retour")]
    [InlineData("POST", "/connexion/franceconnect/ouvrir")]
    [InlineData("POST", "/connexion/code")]
    [InlineData("POST", "/connexion/cle")]
    [InlineData("POST", "/connexion/cle/demande")]
    [InlineData("POST", "/compte/connexions/franceconnect")]
    [InlineData("POST", "/compte/connexions/application")]
    [InlineData("POST", "/compte/connexions/codes")]
    [InlineData("POST", "/compte/connexions/codes/retirer")]
    [InlineData("POST", "/compte/connexions/cles/nouvelle")]
    [InlineData("POST", "/compte/connexions/cles/nouvelle/demande")]
    public async Task Too_many_tries_from_one_place_are_stopped(string method, string address)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        var hugo = await site.SignIn(Crew.Hugo);
        for (var i = 0; i < TriesLimit.PerMinute; i++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, await Try(hugo, method, address));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await Try(hugo, method, address));
    }

    static async Task<HttpStatusCode> Try(Visitor visitor, string method, string address)
    {
        using var request = new HttpRequestMessage(new(method), address);
        if (method == "POST")
        {
            request.Content = new FormUrlEncodedContent([]);
        }

        using var answer = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
