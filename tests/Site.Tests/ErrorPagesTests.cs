using System.Net;

namespace Beffroi.Site.Tests;

public sealed class ErrorPagesTests
{
    [Theory]
    [InlineData("/nulle-part")]
    [InlineData("/eva/campagnes/pas-un-identifiant/affiche")]
    [InlineData("/erreur/500")]
    [InlineData("/erreur/418")]
    public async Task A_page_that_does_not_exist_says_so_in_French_with_someone_to_write_to(string address)
    {
        await using var site = await SiteUnderTest.WithWorld();

        var visitor = await site.Visit().Open(address);

        Assert.Equal((HttpStatusCode.NotFound, "Page introuvable"), (visitor.Status, visitor.Heading));
        Assert.NotNull(visitor.Page.QuerySelector("main a[href^='mailto:']"));
        Headers.AreStrict(visitor.Response);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_page_that_does_not_exist_may_be_asked_for_more_often_than_there_are_connections(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await site.SignIn(Crew.Hugo);

        for (var time = 0; time < 25; time++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open("/nulle-part")).Status);
        }
    }

    [Theory]
    [InlineData("/en/nowhere")]
    [InlineData("/en/encyclopedia/entry/nothing-of-that-name")]
    public async Task An_English_page_that_does_not_exist_says_so_in_English(string address)
    {
        await using var site = await SiteUnderTest.WithWorld();

        var visitor = await site.Visit().Open(address);

        Assert.Equal((HttpStatusCode.NotFound, "Page not found", "en"), (visitor.Status, visitor.Heading, visitor.Page.DocumentElement.GetAttribute("lang")));
        Assert.DoesNotMatch("Accueil|Plan du site|Se connecter", visitor.Page.Body!.TextContent);
        Headers.AreStrict(visitor.Response);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Crew.Hugo)]
    public async Task When_the_database_is_gone_the_page_says_so_in_French_and_says_nothing_of_the_inside(string? person)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = person is null ? site.Visit() : await site.SignIn(person);
        await site.Database.DisposeAsync();

        await visitor.Open("/eva/ABC00000");

        Assert.Equal((HttpStatusCode.InternalServerError, "Le service a rencontré un problème"), (visitor.Status, visitor.Heading));
        Assert.Contains("Référence :", visitor.Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector("main a[href^='mailto:']"));
        Assert.DoesNotMatch("(?i)exception|sqlite|no such table|   at |stack", visitor.Page.Source.Text);
        Headers.AreStrict(visitor.Response);
    }

    [Fact]
    public async Task A_program_gets_a_problem_and_no_page()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = site.Visit();
        await site.Database.DisposeAsync();
        visitor.Http.DefaultRequestHeaders.Authorization = new("Bearer", $"{Guid.NewGuid():N}.abc");

        await visitor.Open("/api/eva/evaluations/moi");

        Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json"), (visitor.Status, visitor.Response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Who_has_no_right_to_a_page_is_told_so()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open("/admin/journal");

        Assert.Equal((HttpStatusCode.Forbidden, "Accès refusé"), (hugo.Status, hugo.Heading));
    }

    [Fact]
    public async Task A_stranger_is_led_to_the_sign_in_page_and_then_back_to_where_they_wanted_to_go()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/eva/evaluations?q=Awa");

        Assert.StartsWith("/connexion?retour=", visitor.Address, StringComparison.Ordinal);
        await visitor.Press("Se connecter", ("Email", Crew.EmailOf(Crew.Hugo)), ("Password", Beffroi.Cli.World.People.Password));

        Assert.Equal("/eva/evaluations?q=Awa", visitor.Address);
    }

    [Theory]
    [InlineData("https://ailleurs.example/")]
    [InlineData("//ailleurs.example/")]
    [InlineData("/\\ailleurs.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_out_of_the_site_by_signing_in(string elsewhere)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/connexion?retour=" + Uri.EscapeDataString(elsewhere));

        await visitor.Press("Se connecter", ("Email", Crew.EmailOf(Crew.Hugo)), ("Password", Beffroi.Cli.World.People.Password), ("Retour", elsewhere));

        Assert.Equal((HttpStatusCode.OK, "/"), (visitor.Status, visitor.Address));
    }
}
