using System.Net;
using System.Text.Json.Nodes;
using Beffroi.Accounts.OpenId;
using Beffroi.Testing;
using Beffroi.Testing.Providers;
using Microsoft.AspNetCore.WebUtilities;

namespace Beffroi.Accounts.Tests.Outside;

/// <summary>C7: agents sign in by ProConnect, which says who they are; whom the site lets in is the site's.</summary>
public sealed class ProConnectTests
{
    [Theory]
    [InlineData("ES256", false)]
    [InlineData("RS256", true)]
    public async Task C7_an_agent_asks_for_an_account_and_a_person_decides(string algorithm, bool proofKey)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.ProConnect, s => s with { Algorithm = algorithm, ProofKey = proofKey });
        await site.Write<AccountsDb>(db => db.Entry(db.Structures.Single(s => s.Name == "Mission locale du Beffroi")).Property(s => s.Siret).CurrentValue = Somebody.Agent.Siret);
        server.Person = Somebody.Agent;
        var visitor = await FranceConnectTests.Arrive(site, server);
        Assert.Contains("Direction de l’exemple", visitor.Text, StringComparison.Ordinal);
        await visitor.Press("Ouvrir mon compte", ("TermsAccepted", "true"));

        Assert.Equal("/compte", visitor.Address);
        Assert.Contains("attend d’être validé", visitor.Text, StringComparison.Ordinal);
        var account = site.ReadAccounts(db => db.Users.Single(a => a.Email == Somebody.Agent.Email));
        Assert.Equal((Kit.Role.Conseiller, site.StructureOf("Mission locale du Beffroi")), (account.Role, account.StructureId));
        Assert.Empty(site.ReadAccounts(db => db.AccountDecisions.Where(d => d.AccountId == account.Id).ToList()));
        Assert.Contains(site.ReadAccounts(db => db.Outbox.Select(l => l.Kind).ToList()), kind => kind == "attente");
        Assert.Equal(proofKey, visitor.Led[0].Query.Contains("code_challenge=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_browser_cannot_keep_in_one_cookie_it_keeps_in_several()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.ProConnect);
        server.Person = Somebody.Agent with { Body = new string('é', 255), Roles = [.. Enumerable.Range(0, 200).Select(i => $"role_du_fournisseur_{i}")] };
        var visitor = await FranceConnectTests.Newcomer(site, server);
        Assert.Contains("Inès Caron", (await visitor.Open("/compte")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C7_the_number_of_an_administrative_structure_opens_no_place_in_it()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.ProConnect);
        await site.Write<AccountsDb>(db => db.Entry(db.Structures.Single(s => s.Name == "Région des Beffrois")).Property(s => s.Siret).CurrentValue = Somebody.Agent.Siret);
        server.Person = Somebody.Agent;
        await FranceConnectTests.Newcomer(site, server);
        Assert.Null(site.ReadAccounts(db => db.Users.Single(a => a.Email == Somebody.Agent.Email).StructureId));
    }

    [Fact]
    public async Task C7_a_second_factor_is_asked_for_and_checked_again_in_the_answer()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.ProConnect, s => s with { SecondFactor = true });
        server.Person = Somebody.Agent;
        var agent = await FranceConnectTests.Newcomer(site, server);
        var claims = JsonNode.Parse(QueryHelpers.ParseQuery(agent.Led[0].Query)["claims"].ToString())!;
        Assert.True(claims["id_token"]!["acr"]!["essential"]!.GetValue<bool>());
        Assert.Equal(["eidas0-mfa", "eidas1-mfa", "eidas2", "eidas3"], claims["id_token"]!["acr"]!["values"]!.AsArray().Select(v => v!.GetValue<string>()));

        // The provider lets through what was asked for: an acr is a claim, not a promise.
        server.Person = Somebody.Agent with { Acr = "eidas1" };
        var weak = await FranceConnectTests.Arrive(site, server);
        Assert.Equal((HttpStatusCode.Forbidden, "Une double authentification est nécessaire"), (weak.Status, weak.Heading));
        Assert.NotNull(weak.Page.QuerySelector("main a[href^='mailto:']"));
        Assert.Equal("Se connecter", (await weak.Open("/compte")).Heading);

        server.Slip = Slip.NoAcr;
        Assert.Equal(HttpStatusCode.Forbidden, (await FranceConnectTests.Arrive(site, server)).Status);
    }

    [Fact]
    public async Task C7_without_that_rule_no_claims_are_asked_for()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.ProConnect);
        server.Person = Somebody.Agent with { Acr = "eidas1" };
        var visitor = await FranceConnectTests.Newcomer(site, server);
        Assert.Equal(["client_id", "nonce", "redirect_uri", "response_type", "scope", "state"], QueryHelpers.ParseQuery(visitor.Led[0].Query).Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("agent_public_territorial", null, false)]
    [InlineData("agent_public", null, true)]
    [InlineData(null, "13002526500013", true)]
    [InlineData(null, "130025265", true)]
    [InlineData(null, "13002526500021", false)]
    [InlineData(null, "552081317", false)]
    [InlineData("agent_public", "552081317", false)]
    public async Task C7_only_the_roles_and_bodies_named_are_let_in_and_others_are_told_why(string? role, string? body, bool letIn)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.ProConnect, s => s with { Roles = role is null ? [] : [role], Bodies = body is null ? [] : [body] });
        server.Person = Somebody.Agent;
        var visitor = await FranceConnectTests.Arrive(site, server);

        Assert.Equal(letIn ? HttpStatusCode.OK : HttpStatusCode.Forbidden, visitor.Status);
        Assert.Equal(letIn ? "Ouvrir mon compte" : "Ce service n’est pas ouvert à votre organisme", visitor.Heading);
        Assert.Equal(letIn, visitor.Page.QuerySelector("main a[href='mailto:contact@beffroi.example']") is null);
    }

    [Fact]
    public async Task C7_the_rule_holds_for_an_account_that_was_let_in_before_it()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.ProConnect);
        server.Person = Somebody.Agent;
        await FranceConnectTests.Newcomer(site, server);
        site.Outside = site.Outside with { ProConnect = site.Outside.ProConnect! with { Bodies = ["552081317"] } };
        Assert.Equal(HttpStatusCode.Forbidden, (await FranceConnectTests.Arrive(site, server)).Status);
    }

    [Fact]
    public async Task C7_both_ways_are_told_apart_on_the_page()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var citizens = await site.OpenTo(Provider.FranceConnect);
        await using var agents = await site.OpenTo(Provider.ProConnect);
        var visitor = await site.Visit().Open("/connexion");
        Assert.Equal(["Vous êtes un particulier", "Vous êtes agent public ou professionnel", "Vous avez un mot de passe"], visitor.Page.QuerySelectorAll("main h2").Take(3).Select(h => h.TextContent));
    }
}
