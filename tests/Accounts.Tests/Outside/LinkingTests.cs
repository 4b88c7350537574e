using System.Net;
using Beffroi.Accounts.OpenId;
using Beffroi.Testing;
using Beffroi.Testing.Providers;

namespace Beffroi.Accounts.Tests.Outside;

/// <summary>An identity is linked to an account on purpose, from inside; and unlinked without shutting anybody out.</summary>
public sealed class LinkingTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Linked_from_inside_an_identity_opens_the_account_whatever_its_address(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await using var server = await site.OpenTo(Provider.FranceConnect);
        var (hugo, elsewhere) = ((await site.SignIn(Crew.Hugo)).Through(server), await site.SignIn(Crew.Hugo));
        await Link(hugo, "FranceConnect");
        Assert.Contains("L’identité est reliée", hugo.Text, StringComparison.Ordinal);

        // A way in was added: sessions open elsewhere end, and the mailbox is told.
        Assert.Equal("Se connecter", (await elsewhere.Open("/compte")).Heading);
        Assert.Single(site.ReadAccounts(db => db.Outbox.Where(l => l.Kind == "connexion-changee").ToList()));
        var other = await FranceConnectTests.Arrive(site, server);
        Assert.Contains(Crew.Hugo, (await other.Open("/compte")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_identity_of_one_account_is_not_taken_by_another()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        await FranceConnectTests.Newcomer(site, server);
        var hugo = (await site.SignIn(Crew.Hugo)).Through(server);
        await Link(hugo, "FranceConnect");

        Assert.Equal(HttpStatusCode.Conflict, hugo.Status);
        Assert.Contains("sert déjà à un autre compte", hugo.Heading, StringComparison.Ordinal);
        Assert.Equal(site.ReadAccounts(db => db.Users.Single(a => a.Email == Somebody.Angela.Email).Id), site.ReadAccounts(db => db.UserLogins.Single().UserId));
    }

    [Fact]
    public async Task The_linking_that_one_began_does_not_end_in_the_account_of_another()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        var visitor = (await site.SignIn(Crew.Hugo)).Through(server);
        await visitor.Open("/compte/connexions");
        await visitor.Press("Relier une identité FranceConnect");
        var onward = visitor.Page.QuerySelector("main a.fr-btn")!.GetAttribute("href")!;
        await visitor.Open("/compte");
        await visitor.Press("Se déconnecter");
        await visitor.SignIn(Crew.EmailOf(Crew.Rose), Cli.World.People.Password);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Open(onward)).Status);
        Assert.Equal(0, site.ReadAccounts(db => db.UserLogins.Count()));
    }

    [Fact]
    public async Task The_form_leads_to_the_provider_by_a_page_of_ours_that_goes_on_by_itself()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/compte/connexions");
        await hugo.Press("Relier une identité FranceConnect");
        var refresh = hugo.Page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content")!;
        Assert.Equal("0; url=" + hugo.Page.QuerySelector("main a.fr-btn")!.GetAttribute("href"), refresh);
        Assert.StartsWith("0; url=" + server.Issuer + "/authorize?", refresh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unlinked_it_opens_the_account_no_more()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        var hugo = (await site.SignIn(Crew.Hugo)).Through(server);
        await Link(hugo, "FranceConnect");
        await hugo.Press("Ne plus utiliser FranceConnect");
        Assert.Contains("n’ouvre plus ce compte", hugo.Text, StringComparison.Ordinal);
        Assert.Equal("Ouvrir mon compte", (await FranceConnectTests.Arrive(site, server)).Heading);
    }

    [Fact]
    public async Task The_last_way_in_is_not_taken_away()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        var angela = await FranceConnectTests.Newcomer(site, server);
        await angela.Open("/compte/connexions");
        await angela.Press("Ne plus utiliser FranceConnect");
        Assert.Contains("la dernière façon d’entrer", angela.Text, StringComparison.Ordinal);
        Assert.Equal(1, site.ReadAccounts(db => db.UserLogins.Count()));
    }

    [Fact]
    public async Task Nobody_unlinks_the_identity_of_another()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        await FranceConnectTests.Newcomer(site, server);
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/compte");
        await hugo.Post("/compte/connexions/delier", ("Provider", "franceconnect"), ("Subject", server.SubjectOf(Somebody.Angela)));
        Assert.Equal((HttpStatusCode.NotFound, 1), (hugo.Status, site.ReadAccounts(db => db.UserLogins.Count())));
    }

    internal static async Task Link(Visitor visitor, string provider)
    {
        await visitor.Open("/compte/connexions");
        await visitor.Press($"Relier une identité {provider}");
        await visitor.Follow($"Continuer avec {provider}");
    }
}
