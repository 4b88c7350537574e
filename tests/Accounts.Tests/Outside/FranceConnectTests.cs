using System.Net;
using Beffroi.Accounts.OpenId;
using Beffroi.Testing;
using Beffroi.Testing.Providers;
using Microsoft.AspNetCore.WebUtilities;

namespace Beffroi.Accounts.Tests.Outside;

/// <summary>C6: citizens sign in by FranceConnect, against a provider as strict as it is.</summary>
public sealed class FranceConnectTests
{
    [Fact]
    public async Task C6_without_configuration_nothing_shows_and_no_address_answers()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/connexion");
        Assert.Empty(visitor.Page.QuerySelectorAll(".fr-connect"));
        foreach (var address in new[] { "/connexion/franceconnect", "/connexion/franceconnect/retour", "/connexion/franceconnect/ouvrir", "/deconnexion/franceconnect/retour", "/connexion/proconnect" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Open(address)).Status);
        }
    }

    [Fact]
    public async Task C6_the_button_is_the_guidelines_and_comes_first()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        var visitor = await site.Visit().Open("/connexion");

        var button = Assert.Single(visitor.Page.QuerySelectorAll(".fr-connect-group > a.fr-connect"));
        Assert.Equal("S’identifier avec FranceConnect", Visitor.Flat(button.TextContent));
        var about = visitor.Page.QuerySelector(".fr-connect-group > p > a")!;
        Assert.Equal(("https://franceconnect.gouv.fr/", "_blank", "Qu’est-ce que FranceConnect ? - nouvelle fenêtre"), (about.GetAttribute("href"), about.GetAttribute("target"), Visitor.Flat(about.GetAttribute("title")!)));
        var all = visitor.Page.QuerySelectorAll("main a.fr-connect, main form").ToList();
        Assert.Same(button, all[0]);
    }

    [Fact]
    public async Task C6_the_address_has_only_the_parameters_that_FranceConnect_takes_and_new_secrets_each_time()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        var (first, second) = (await Asked(site, server), await Asked(site, server));

        Assert.Equal(["acr_values", "client_id", "nonce", "redirect_uri", "response_type", "scope", "state"], first.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("eidas1", "code", "openid given_name family_name email", "https://localhost/connexion/franceconnect/retour"), (first["acr_values"], first["response_type"], first["scope"], first["redirect_uri"]));
        Assert.True(first["nonce"].Length >= 32 && first["state"].Length >= 32);
        Assert.Equal(4, new HashSet<string>([first["nonce"], second["nonce"], first["state"], second["state"]], StringComparer.Ordinal).Count);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_citizen_opens_an_account_once_then_comes_back_to_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await using var server = await site.OpenTo(Provider.FranceConnect);
        var visitor = await Arrive(site, server);
        Assert.Equal("Ouvrir mon compte", visitor.Heading);
        Assert.Equal("Angela DUBOIS", visitor.Page.GetElementById("Name")!.GetAttribute("value"));
        await visitor.Press("Ouvrir mon compte", ("TermsAccepted", "true"));
        await visitor.Open("/compte");
        Assert.Contains("Angela DUBOIS", visitor.Text, StringComparison.Ordinal);

        var account = site.ReadAccounts(db => db.Users.Single(a => a.Email == Somebody.Angela.Email));
        Assert.Null(account.PasswordHash);
        Assert.Null(account.StructureId);
        Assert.False(account.EmailConfirmed);
        var again = await Arrive(site, server);
        Assert.Equal("/", again.Address);
        Assert.Contains("Angela DUBOIS", (await again.Open("/compte")).Text, StringComparison.Ordinal);
        Assert.Equal(1, site.ReadAccounts(db => db.UserLogins.Count()));
    }

    [Fact]
    public async Task It_leads_back_to_the_page_that_was_wanted_and_to_no_other_site()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        await Newcomer(site, server);

        Assert.Equal("/compte/nom", (await site.Visit().Through(server).Open("/connexion/franceconnect?retour=%2Fcompte%2Fnom")).Address);
        Assert.Equal("/", (await site.Visit().Through(server).Open("/connexion/franceconnect?retour=https%3A%2F%2Failleurs.example")).Address);
    }

    [Fact]
    public async Task A_new_account_needs_a_name_an_address_and_the_terms_and_keeps_what_was_typed()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        var visitor = await Arrive(site, server);
        await visitor.Press("Ouvrir mon compte", ("Name", ""), ("Email", "pas une adresse"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 3), (visitor.Status, visitor.Mistakes.Count));
        Assert.Equal("pas une adresse", visitor.Page.GetElementById("Email")!.GetAttribute("value"));
        Assert.Equal(0, site.ReadAccounts(db => db.UserLogins.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task C6_an_address_that_has_an_account_opens_nothing_of_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await using var server = await site.OpenTo(Provider.FranceConnect);
        server.Person = Somebody.Angela with { Email = Crew.EmailOf(Crew.Hugo) };
        var visitor = await Arrive(site, server);
        await visitor.Press("Ouvrir mon compte", ("TermsAccepted", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Contains("Cette adresse a déjà un compte", string.Join(' ', visitor.Mistakes), StringComparison.Ordinal);
        Assert.Equal(0, site.ReadAccounts(db => db.UserLogins.Count()));
        Assert.Equal("Se connecter", (await visitor.Open("/compte")).Heading);

        // Two people share a mailbox: the second gives another address, and has an account of their own.
        await Arrive(visitor, server);
        await visitor.Press("Ouvrir mon compte", ("Email", "angela@courriel.example"), ("TermsAccepted", "true"));
        Assert.Contains("Angela DUBOIS", (await visitor.Open("/compte")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C6_a_changed_address_changes_neither_the_account_nor_whose_it_is()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        await Newcomer(site, server);
        server.Person = Somebody.Angela with { Email = Crew.EmailOf(Crew.Hugo) };
        var again = await Arrive(site, server);

        Assert.Contains("Angela DUBOIS", (await again.Open("/compte")).Text, StringComparison.Ordinal);
        Assert.Contains(Somebody.Angela.Email, again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_letter_gives_a_password_to_an_account_that_a_provider_opens()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        await Newcomer(site, server);
        var visitor = await site.Visit().Open("/mot-de-passe-oublie");
        await visitor.Press("Recevoir un lien", ("Email", Somebody.Angela.Email));

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal(0, site.ReadAccounts(db => db.MailLinks.Count(l => l.Purpose == Accounts.Post.MailLinkPurpose.ResetPassword)));
    }

    [Fact]
    public async Task A_deactivated_account_stays_closed()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        await Newcomer(site, server);
        await site.Write<AccountsDb>(db => db.Users.Single(a => a.Email == Somebody.Angela.Email).Decide(Verdict.Deactivated, site.IdOf(Crew.Superadmin), site.Clock.GetUtcNow()));
        var again = await Arrive(site, server);

        Assert.Equal((HttpStatusCode.Forbidden, "Votre compte est désactivé"), (again.Status, again.Heading));
        Assert.Equal("Se connecter", (await again.Open("/compte")).Heading);
    }

    internal static Task<Visitor> Arrive(SiteUnderTest site, ProviderServer server) => Arrive(site.Visit(), server);

    internal static async Task<Visitor> Arrive(Visitor visitor, ProviderServer server)
    {
        await visitor.Through(server).Open("/connexion");
        await visitor.Follow($"S’identifier avec {(server.Kind == Provider.FranceConnect ? "FranceConnect" : "ProConnect")}");
        Assert.Null(server.Refused);
        return visitor;
    }

    /// <summary>Comes for the first time, and opens an account.</summary>
    internal static async Task<Visitor> Newcomer(SiteUnderTest site, ProviderServer server)
    {
        var visitor = await Arrive(site, server);
        await visitor.Press("Ouvrir mon compte", ("TermsAccepted", "true"));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        return visitor;
    }

    static async Task<Dictionary<string, string>> Asked(SiteUnderTest site, ProviderServer server)
    {
        var visitor = await Arrive(site, server);
        return QueryHelpers.ParseQuery(visitor.Led[0].Query).ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal);
    }
}
