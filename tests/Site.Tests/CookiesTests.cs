using System.Net;
using Beffroi.Cli.World;

namespace Beffroi.Site.Tests;

public sealed class CookiesTests
{
    [Fact]
    public async Task Each_cookie_is_bound_to_this_host_and_out_of_reach_of_scripts_and_of_other_sites()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);

        var hugo = site.Visit();
        await hugo.Open("/connexion");
        Note(seen, hugo.Response);
        Note(seen, await Send(hugo, "/connexion", ("Email", Crew.EmailOf(Crew.Hugo)), ("Password", People.Password)));
        var awa = site.Visit();
        await awa.Open("/eva/BKT59000");
        Note(seen, await Send(awa, "/eva/BKT59000", ("Name", "Awa"), ("Consent", "true")));

        Assert.Equal(["__Host-beffroi", "__Host-beffroi-preuve", "__Host-eva", "__Host-formulaire"], seen.Keys.Order(StringComparer.Ordinal));
        Assert.All(seen, cookie =>
        {
            Assert.Matches("(?i);\\s*secure", cookie.Value);
            Assert.Matches("(?i);\\s*httponly", cookie.Value);
            Assert.Matches("(?i);\\s*samesite=(lax|strict)", cookie.Value);
            Assert.Matches("(?i);\\s*path=/(;|$)", cookie.Value);
            Assert.DoesNotMatch("(?i);\\s*domain=", cookie.Value);
        });
    }

    [Fact]
    public async Task A_page_that_only_informs_sets_no_cookie()
    {
        await using var site = await SiteUnderTest.Empty();

        foreach (var address in new[] { "/", "/aide", "/mentions-legales", "/donnees-personnelles", "/accessibilite", "/plan-du-site", "/healthz" })
        {
            Assert.False((await site.Visit().Open(address)).Response.Headers.Contains("Set-Cookie"), address);
        }
    }

    [Fact]
    public async Task A_public_page_kept_by_the_server_never_shows_who_is_signed_in_to_another()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);

        Assert.Contains(Crew.Hugo, (await hugo.Open("/aide")).Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Crew.Hugo, (await site.Visit().Open("/aide")).Page.Body!.TextContent, StringComparison.Ordinal);
        await site.Visit().Open("/aide");
        Assert.Contains(Crew.Hugo, (await hugo.Open("/aide")).Page.Body!.TextContent, StringComparison.Ordinal);
    }

    static async Task<HttpResponseMessage> Send(Visitor visitor, string url, params (string Name, string Value)[] fields)
    {
        var token = visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        var response = await visitor.Http.PostAsync(new Uri(url, UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response;
    }

    static void Note(Dictionary<string, string> seen, HttpResponseMessage response)
    {
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            seen[cookie.Split('=')[0]] = cookie;
        }
    }
}
