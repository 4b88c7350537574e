using System.Net;
using Beffroi.Testing;

namespace Beffroi.Accounts.Tests.MyAccount;

public sealed class MyAccountTests
{
    [Fact]
    public async Task A_person_changes_their_name()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.SignIn(Crew.Hugo);
        await visitor.Open("/compte");
        await visitor.Follow("Changer mon nom");
        await visitor.Press("Enregistrer", ("Name", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        await visitor.Press("Enregistrer", ("Name", "Hugo Le Maire"));
        Assert.Contains("Hugo Le Maire", visitor.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Changing_the_password_closes_the_sessions_open_elsewhere(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (here, elsewhere) = (await site.SignIn(Crew.Hugo), await site.SignIn(Crew.Hugo));
        await here.Open("/compte/mot-de-passe");
        await here.Press("Changer mon mot de passe", ("CurrentPassword", Cli.World.People.Password), ("NewPassword", "une autre phrase"));

        Assert.Contains("changé", here.Text, StringComparison.Ordinal);
        Assert.Equal("Se connecter", (await elsewhere.Open("/compte")).Heading);
        await site.Visit().SignIn(Crew.EmailOf(Crew.Hugo), "une autre phrase");
    }

    [Fact]
    public async Task The_old_password_is_asked_and_a_weak_new_one_refused()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.SignIn(Crew.Hugo);
        await visitor.Open("/compte/mot-de-passe");
        await visitor.Press("Changer mon mot de passe", ("CurrentPassword", "pas le bon"), ("NewPassword", "hugo lemaire 2026"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal(2, visitor.Mistakes.Count);
        Assert.DoesNotContain("lemaire 2026", visitor.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await site.SignIn(Crew.Hugo);
    }
}
