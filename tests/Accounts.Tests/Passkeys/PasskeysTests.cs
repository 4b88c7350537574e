using System.Net;
using Beffroi.Testing;

namespace Beffroi.Accounts.Tests.Passkeys;

public sealed class PasskeysTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_passkey_added_opens_the_account_without_a_password(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var key = new SoftKey();
        var hugo = await Add(site, key);
        Assert.Contains("mon téléphone, ajoutée le 23 novembre 2026", hugo.Text, StringComparison.Ordinal);
        Assert.Single(site.ReadAccounts(db => db.Outbox.Where(l => l.Kind == "connexion-changee").ToList()));

        var visitor = await Enter(site.Visit(), key);
        Assert.Contains(Crew.Hugo, (await visitor.Open("/compte")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_names_nobody_and_wants_its_owner_checked()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await Add(site, new SoftKey());
        var visitor = await site.Visit().Open("/connexion");
        var asked = await Ask(visitor, "/connexion/cle/demande");
        Assert.Contains("\"userVerification\":\"required\"", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("\"allowCredentials\":[{", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_serves_once_and_only_the_browser_that_asked()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var key = new SoftKey();
        await Add(site, key);
        var visitor = await site.Visit().Open("/connexion");
        var answer = key.Get(await Ask(visitor, "/connexion/cle/demande"));
        var thief = await site.Visit().Open("/connexion");
        await Ask(thief, "/connexion/cle/demande");
        await Send(thief, answer);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Clé d’accès non reconnue"), (thief.Status, thief.Heading));

        await Send(visitor, answer);
        Assert.Equal("/", visitor.Address);
        await visitor.Press("Se déconnecter");
        await visitor.Open("/connexion");
        await Send(visitor, answer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
    }

    // A page of another name, of a name below ours, of another port, in clear: each says where it is, in the answer and in the request.
    [Theory]
    [InlineData("https://localhost.ailleurs.example")]
    [InlineData("https://voisin.localhost")]
    [InlineData("https://localhost:8443")]
    [InlineData("http://localhost")]
    [InlineData("")]
    public async Task A_page_of_another_site_cannot_ask_in_our_name(string origin)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var key = new SoftKey();
        var hugo = await Add(site, key);
        hugo.Http.DefaultRequestHeaders.TryAddWithoutValidation("Origin", origin);
        await hugo.Open("/compte/connexions/cles/nouvelle");
        var made = new SoftKey { Origin = origin }.Create(await Ask(hugo, "/compte/connexions/cles/nouvelle/demande"));
        await hugo.Press("Créer la clé", ("Name", "ailleurs"), ("Credential", made));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);

        key.Origin = origin;
        var visitor = site.Visit();
        visitor.Http.DefaultRequestHeaders.TryAddWithoutValidation("Origin", origin);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Enter(visitor, key)).Status);
        Assert.Equal("Se connecter", (await visitor.Open("/compte")).Heading);
    }

    [Fact]
    public async Task A_key_for_another_name_is_not_ours()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/compte/connexions/cles/nouvelle");
        var made = new SoftKey { Host = "ailleurs.example" }.Create(await Ask(hugo, "/compte/connexions/cles/nouvelle/demande"));
        await hugo.Press("Créer la clé", ("Name", "ailleurs"), ("Credential", made));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
    }

    [Fact]
    public async Task A_key_that_did_not_check_its_owner_neither_is_added_nor_opens()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/compte/connexions/cles/nouvelle");
        var made = new SoftKey { Verifies = false }.Create(await Ask(hugo, "/compte/connexions/cles/nouvelle/demande"));
        await hugo.Press("Créer la clé", ("Name", "sans doigt"), ("Credential", made));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);

        var key = new SoftKey();
        await Add(site, key);
        key.Verifies = false;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Enter(site.Visit(), key)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("pas du JSON")]
    [InlineData("{}")]
    [InlineData("{\"id\":\"AAAA\",\"type\":\"public-key\",\"response\":{}}")]
    public async Task Anything_else_than_an_answer_is_refused(string credential)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/connexion");
        await Ask(visitor, "/connexion/cle/demande");
        await Send(visitor, credential);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
    }

    [Fact]
    public async Task A_passkey_takes_another_name_and_is_taken_away_and_those_of_others_are_not_there()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var key = new SoftKey();
        var hugo = await Add(site, key);
        await hugo.Open($"/compte/connexions/cles/{key.Id}");
        await hugo.Press("Enregistrer le nom", ("Name", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        await hugo.Press("Enregistrer le nom", ("Name", "Le bureau"));
        Assert.Contains("Le bureau, ajoutée", hugo.Text, StringComparison.Ordinal);

        var rose = await site.SignIn(Crew.Rose);
        Assert.Equal(HttpStatusCode.NotFound, (await rose.Open($"/compte/connexions/cles/{key.Id}")).Status);
        await rose.Open("/compte");
        await rose.Post($"/compte/connexions/cles/{key.Id}/retirer");
        Assert.Equal(HttpStatusCode.NotFound, rose.Status);

        await hugo.Open($"/compte/connexions/cles/{key.Id}");
        await hugo.Press("Retirer cette clé");
        Assert.Contains("La clé est retirée", hugo.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Enter(site.Visit(), key)).Status);
    }

    [Fact]
    public async Task A_deactivated_account_stays_closed_to_its_passkey()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var key = new SoftKey();
        await Add(site, key);
        await site.Write<AccountsDb>(db =>
        {
            var hugo = db.Users.Single(a => a.Name == Crew.Hugo);
            db.Entry(hugo).Collection(a => a.Decisions).Load();
            hugo.Decide(Verdict.Deactivated, site.IdOf(Crew.Superadmin), site.Clock.GetUtcNow());
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Enter(site.Visit(), key)).Status);
    }

    [Fact]
    public async Task Without_a_script_the_page_says_what_else_there_is()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/compte/connexions/cles/nouvelle");
        Assert.NotNull(hugo.Page.QuerySelector("main button[data-passkey-button][hidden]"));
        Assert.NotNull(hugo.Page.QuerySelector("[data-passkey-without]:not([hidden]) a[href='/compte/connexions/application']"));
    }

    internal static async Task<Visitor> Add(SiteUnderTest site, SoftKey key)
    {
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/compte/connexions/cles/nouvelle");
        var made = key.Create(await Ask(hugo, "/compte/connexions/cles/nouvelle/demande"));
        await hugo.Press("Créer la clé", ("Name", "mon téléphone"), ("Credential", made));
        return hugo.Status == HttpStatusCode.OK ? hugo : throw new InvalidOperationException(hugo.Text);
    }

    static async Task<Visitor> Enter(Visitor visitor, SoftKey key)
    {
        await visitor.Open("/connexion");
        return await Send(visitor, key.Get(await Ask(visitor, "/connexion/cle/demande")));
    }

    static Task<Visitor> Send(Visitor visitor, string credential) => visitor.Press("Entrer avec une clé d’accès", ("Credential", credential));

    // What the script does: the form's antiforgery token, and a JSON answer that leaves the page as it is.
    static async Task<string> Ask(Visitor visitor, string address)
    {
        var ct = TestContext.Current.CancellationToken;
        var token = visitor.Page.QuerySelector("form[data-passkey] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var answer = await visitor.Http.PostAsync(new Uri(address, UriKind.Relative), form, ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(ct);
    }
}
