using System.Net;
using Beffroi.Testing;

namespace Beffroi.Accounts.Tests.SignIn;

public sealed class EnterSiteTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task The_right_password_opens_the_site(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var visitor = await site.SignIn(Crew.Hugo);
        Assert.Equal("/", visitor.Address);
        await visitor.Open("/compte");
        Assert.Contains(Crew.Hugo, visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var wrong = await Try(site.Visit(), Crew.EmailOf(Crew.Hugo), "pas le bon mot de passe");
        var unknown = await Try(site.Visit(), "personne@nulle-part.fr", "pas le bon mot de passe");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.Status);
        Assert.Equal(wrong.Mistakes, unknown.Mistakes);
        Assert.Equal(Crew.EmailOf(Crew.Hugo), wrong.Page.GetElementById("Email")!.GetAttribute("value"));
        Assert.Null(wrong.Page.GetElementById("Password")!.GetAttribute("value"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Five_wrong_tries_lock_the_account_for_ten_minutes(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var visitor = site.Visit();
        for (var i = 0; i < 5; i++)
        {
            await Try(visitor, Crew.EmailOf(Crew.Hugo), "pas le bon mot de passe");
        }

        await Try(visitor, Crew.EmailOf(Crew.Hugo), Cli.World.People.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);

        site.Clock.Advance(TimeSpan.FromMinutes(9.9));
        await Try(visitor, Crew.EmailOf(Crew.Hugo), Cli.World.People.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);

        site.Clock.Advance(TimeSpan.FromMinutes(0.2));
        await Try(visitor, Crew.EmailOf(Crew.Hugo), Cli.World.People.Password);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    [Fact]
    public async Task Four_wrong_tries_then_the_right_one_start_the_count_again()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = site.Visit();
        for (var i = 0; i < 4; i++)
        {
            await Try(visitor, Crew.EmailOf(Crew.Hugo), "pas le bon mot de passe");
        }

        await site.SignIn(Crew.Hugo);
        Assert.Equal(0, site.ReadAccounts(db => db.Users.Single(a => a.Name == Crew.Hugo).AccessFailedCount));
    }

    [Fact]
    public async Task Too_many_tries_from_one_place_are_stopped_there_and_only_there()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = site.Visit();
        for (var i = 0; i < TriesLimit.PerMinute; i++)
        {
            await Try(visitor, $"personne{i}@nulle-part.fr", "pas le bon mot de passe");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        }

        await Try(visitor, Crew.EmailOf(Crew.Hugo), Cli.World.People.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        Assert.NotNull(visitor.Response.Headers.RetryAfter);
        Assert.Equal("Trop d’essais", visitor.Heading);
        await site.SignIn(Crew.Hugo);
    }

    [Theory]
    [InlineData("https://ailleurs.example/", "/")]
    [InlineData("//ailleurs.example", "/")]
    [InlineData("/\\ailleurs.example", "/")]
    [InlineData("~/compte", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/compte?fait=nom", "/compte?fait=nom")]
    public async Task It_leads_back_to_a_page_of_ours_and_nowhere_else(string wanted, string reached)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/connexion?retour=" + Uri.EscapeDataString(wanted));
        await visitor.Press("Se connecter", ("Email", Crew.EmailOf(Crew.Hugo)), ("Password", Cli.World.People.Password));
        Assert.Equal(reached, visitor.Address);

        // Nor when the hidden field itself is changed.
        var other = await site.Visit().Open("/connexion");
        await other.Press("Se connecter", ("Email", Crew.EmailOf(Crew.Hugo)), ("Password", Cli.World.People.Password), ("Retour", wanted));
        Assert.Equal(reached, other.Address);
    }

    [Fact]
    public async Task A_closed_page_leads_to_the_sign_in_page_and_back()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/compte/nom");
        Assert.Equal("Se connecter", visitor.Heading);
        await visitor.Press("Se connecter", ("Email", Crew.EmailOf(Crew.Hugo)), ("Password", Cli.World.People.Password));
        Assert.Equal("/compte/nom", visitor.Address);
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = site.Visit();
        await visitor.Post("/connexion", ("Email", Crew.EmailOf(Crew.Hugo)), ("Password", Cli.World.People.Password));
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
    }

    [Fact]
    public async Task The_cookie_is_for_this_host_https_and_the_server_alone()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/connexion");
        var token = visitor.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("Email", Crew.EmailOf(Crew.Hugo)), new("Password", Cli.World.People.Password), new("__RequestVerificationToken", token)]);
        var response = await visitor.Http.PostAsync(new Uri("/connexion", UriKind.Relative), form, TestContext.Current.CancellationToken);

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-beffroi=", StringComparison.Ordinal));
        Assert.All(["secure", "httponly", "samesite=lax", "path=/"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_session_lasts_a_working_day_without_use()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.SignIn(Crew.Hugo);
        site.Clock.Advance(TimeSpan.FromHours(7.9));
        Assert.Equal("Mon compte", (await visitor.Open("/compte")).Heading);
        site.Clock.Advance(TimeSpan.FromHours(8.1));
        Assert.Equal("Se connecter", (await visitor.Open("/compte")).Heading);
    }

    [Fact]
    public async Task Leaving_closes_the_session()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.SignIn(Crew.Hugo);
        await visitor.Press("Se déconnecter");
        Assert.Equal("Se connecter", (await visitor.Open("/compte")).Heading);
    }

    static async Task<Visitor> Try(Visitor visitor, string email, string password)
    {
        await visitor.Open("/connexion");
        return await visitor.Press("Se connecter", ("Email", email), ("Password", password));
    }
}
