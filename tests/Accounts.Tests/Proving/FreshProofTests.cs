using System.Net;
using Beffroi.Accounts.Tests.Passkeys;
using Beffroi.Testing;

namespace Beffroi.Accounts.Tests.Proving;

/// <summary>What changes how an account is opened asks that its owner show, within five minutes, that they are there.</summary>
public sealed class FreshProofTests
{
    [Theory]
    [InlineData("/compte/connexions/cles/nouvelle", "Ajouter une clé d’accès")]
    [InlineData("/compte/connexions/application", "Ajouter une application de codes")]
    public async Task A_session_left_open_adds_no_way_in(string page, string heading)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);
        Assert.Equal(heading, (await hugo.Open(page)).Heading);
        site.Clock.Advance(TimeSpan.FromMinutes(5.1));

        Assert.Equal("Confirmer que c’est vous", (await hugo.Open(page)).Heading);
        await hugo.Press("Continuer", ("Password", "pas le bon mot de passe"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Confirmer que c’est vous"), (hugo.Status, hugo.Heading));
        await hugo.Press("Continuer", ("Password", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        await hugo.Press("Continuer", ("Password", Cli.World.People.Password));
        Assert.Equal((page, heading), (hugo.Address, hugo.Heading));
    }

    [Fact]
    public async Task What_the_browser_is_to_sign_is_not_given_either_and_a_removal_waits_for_a_proof()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var key = new SoftKey();
        var hugo = await PasskeysTests.Add(site, key);
        await hugo.Open($"/compte/connexions/cles/{key.Id}");
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        await hugo.Press("Retirer cette clé");
        Assert.Equal("Confirmer que c’est vous", hugo.Heading);
        Assert.Equal(1, site.ReadAccounts(db => db.Set<Microsoft.AspNetCore.Identity.IdentityUserPasskey<Guid>>().Count()));

        var token = hugo.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var answer = await hugo.Http.PostAsync(new Uri("/compte/connexions/cles/nouvelle/demande", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_proof_is_of_one_account_and_leads_to_a_page_of_ours_only()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.SignIn(Crew.Hugo);
        await visitor.Press("Se déconnecter");
        await visitor.SignIn(Crew.EmailOf(Crew.Rose), Cli.World.People.Password);
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        await visitor.Open("/compte/preuve?retour=" + Uri.EscapeDataString("https://ailleurs.example/"));
        await visitor.Press("Continuer", ("Password", Cli.World.People.Password));
        Assert.Equal("/compte", visitor.Address);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Passwords_sent_all_at_the_same_moment_are_as_many_tries(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var visitor = await site.Visit().Open("/connexion");
        var token = visitor.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Send(visitor, token, "pas le bon mot de passe")));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.UnprocessableEntity, status));
        // Five lock: the right one comes too late, for ten minutes.
        Assert.Equal(site.Clock.GetUtcNow().AddMinutes(10), site.ReadAccounts(db => db.Users.Single(a => a.Name == Crew.Hugo).LockoutEnd));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Send(visitor, token, Cli.World.People.Password));
        site.Clock.Advance(TimeSpan.FromMinutes(10.1));
        Assert.Equal(HttpStatusCode.Redirect, await Send(visitor, token, Cli.World.People.Password));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_few_at_the_same_moment_each_count(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var visitor = await site.Visit().Open("/connexion");
        var token = visitor.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Send(visitor, token, "pas le bon mot de passe")));
        Assert.Equal((4, null), site.ReadAccounts(db => db.Users.Where(a => a.Name == Crew.Hugo).Select(a => new { a.AccessFailedCount, a.LockoutEnd }).AsEnumerable().Select(a => (a.AccessFailedCount, a.LockoutEnd)).Single()));
        Assert.Equal(HttpStatusCode.Redirect, await Send(visitor, token, Cli.World.People.Password));
        Assert.Equal(0, site.ReadAccounts(db => db.Users.Single(a => a.Name == Crew.Hugo).AccessFailedCount));
    }

    static async Task<HttpStatusCode> Send(Visitor visitor, string token, string password)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Email", Crew.EmailOf(Crew.Hugo)), new("Password", password)]);
        using var answer = await visitor.Http.PostAsync(new Uri("/connexion", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
