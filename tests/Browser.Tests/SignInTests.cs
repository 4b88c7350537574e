using Beffroi.Accounts.OpenId;
using Beffroi.Testing.Providers;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>Coming in by FranceConnect, by ProConnect and by a passkey, in a browser that holds pages to their policy.</summary>
public sealed class SignInTests(Town town)
{
    [Theory]
    [InlineData(Provider.FranceConnect, true, Traits = [Depth.Name, Depth.Long])]
    [InlineData(Provider.FranceConnect, false)]
    [InlineData(Provider.ProConnect, true, Traits = [Depth.Name, Depth.Long])]
    public async Task Somebody_comes_by_a_provider_for_the_first_time_leaves_it_and_comes_back(Provider provider, bool scripts)
    {
        var (comeBack, left) = (new List<string>(), new List<string>());
        await using var server = await ProviderServer.Start(provider, new() { Id = Outsiders.ClientId, Secret = Outsiders.Secret, Algorithm = "ES256", ComeBack = comeBack, Left = left }, TimeProvider.System);
        server.Person = provider == Provider.FranceConnect ? Somebody.Angela : Somebody.Agent;
        await using var product = await Product.Start(Settings(server));
        comeBack.Add($"{product.Address}/connexion/{provider.Key()}/retour");
        left.Add($"{product.Address}/deconnexion/{provider.Key()}/retour");
        await using var window = await town.Desk(context => (context.BaseURL, context.JavaScriptEnabled) = (product.Address, scripts));
        var (page, wcag) = (window.Page, scripts ? new Wcag(window.Page) : null);

        await page.GotoAsync("/connexion");
        await Check("the ways in");
        await page.Locator("a.fr-connect").PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Ouvrir mon compte");
        await Check("opening an account");
        await page.Locator("label[for='TermsAccepted']").ClickAsync(new() { Position = new() { X = 5, Y = 5 } });
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Ouvrir mon compte" }).ClickAsync();
        await Expect(page.Locator(".fr-header__tools")).ToContainTextAsync(server.Person.GivenName.Split(' ')[0]);
        Assert.Equal(1, server.Sessions);

        await page.Locator(".fr-header__tools").GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Vous êtes déconnecté");
        Assert.Null(server.Refused);
        Assert.Equal(0, server.Sessions);
        await Check("having left");

        await page.GotoAsync("/connexion?retour=%2Fcompte%2Fconnexions");
        await page.Locator("a.fr-connect").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Me connecter");
        await Check("all that opens an account");
        Assert.Empty(window.Complaints);
        wcag?.FoundNothing();

        async Task Check(string screen)
        {
            if (wcag is not null)
            {
                await wcag.Check(screen);
            }
        }
    }

    [Fact]
    public async Task An_agent_with_one_factor_is_told_that_two_are_needed_and_comes_in_with_two()
    {
        var comeBack = new List<string>();
        await using var server = await ProviderServer.Start(Provider.ProConnect, new() { Id = Outsiders.ClientId, Secret = Outsiders.Secret, Algorithm = "ES256", ComeBack = comeBack, Left = [] }, TimeProvider.System);
        await using var product = await Product.Start(Settings(server, ("SignIn__ProConnect__SecondFactor", "true"), ("SignIn__ProConnect__Roles__0", "agent_public")));
        comeBack.Add($"{product.Address}/connexion/proconnect/retour");
        await using var window = await town.Desk(context => context.BaseURL = product.Address);
        var (page, wcag) = (window.Page, new Wcag(window.Page));

        server.Person = Somebody.Agent with { Acr = "eidas1" };
        await page.GotoAsync("/connexion");
        await page.Locator("a.fr-connect").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Une double authentification est nécessaire");
        await Expect(page.Locator("main a[href^='mailto:']")).ToBeVisibleAsync();
        await wcag.Check("one factor");

        server.Person = Somebody.Agent;
        await page.GetByRole(AriaRole.Link, new() { Name = "Recommencer avec ProConnect" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Ouvrir mon compte");
        await Expect(page.Locator("main")).ToContainTextAsync("Direction de l’exemple");
        Assert.Empty(window.Complaints);
        wcag.FoundNothing();
    }

    [Fact]
    public async Task A_passkey_is_added_and_opens_the_account_from_the_keyboard()
    {
        // A site of one's own: a passkey taken away ends the person's other sessions.
        await using var product = await Product.Start();
        await using var window = await town.Desk(context => context.BaseURL = product.Address);
        var (page, wcag) = (window.Page, new Wcag(window.Page));
        var device = await window.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new() { ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true } });

        await window.SignIn(Crew.Rose);
        await page.GotoAsync("/compte/connexions/cles/nouvelle");
        await wcag.Check("adding a passkey");
        await page.GetByLabel("Nom de la clé").FillAsync("Essai");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToContainTextAsync("La clé d’accès est ajoutée");
        await page.Locator(".fr-header__tools").GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).First.ClickAsync();

        await page.GotoAsync("/connexion?retour=%2Fcompte%2Fconnexions");
        await page.GetByRole(AriaRole.Button, new() { Name = "Entrer avec une clé d’accès" }).PressAsync("Enter");
        await Expect(page.Locator("main")).ToContainTextAsync("Essai, ajoutée le");
        await page.GetByRole(AriaRole.Link, new() { Name = "renommer ou retirer Essai" }).ClickAsync();
        await wcag.Check("keeping a passkey");
        await page.GetByRole(AriaRole.Button, new() { Name = "Retirer cette clé" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("La clé est retirée");
        Assert.Empty(window.Complaints);
        wcag.FoundNothing();
    }

    [Fact]
    public async Task A_code_of_a_telephone_is_added_asked_for_replaced_by_paper_and_taken_away()
    {
        await using var product = await Product.Start();
        await using var window = await town.Desk(context => context.BaseURL = product.Address);
        var (page, wcag) = (window.Page, new Wcag(window.Page));
        await window.SignIn(Crew.Rose);
        await page.GotoAsync("/compte/connexions/application");
        await wcag.Check("adding the codes of a telephone");
        Assert.True(await page.Locator("main ol img").EvaluateAsync<bool>("picture => picture.naturalWidth > 100"));
        await page.GetByLabel("Code à 6 chiffres").FillAsync(Telephone.Shows(await page.Locator("main ol strong").InnerTextAsync(), TimeProvider.System.GetUtcNow()));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Vos codes de secours");
        await wcag.Check("codes on paper");
        var paper = await page.Locator("main li code").AllInnerTextsAsync();
        await page.Locator(".fr-header__tools").GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).First.ClickAsync();

        await page.GotoAsync("/connexion?retour=%2Fcompte%2Fconnexions%2Fcodes");
        await page.GetByLabel("Adresse électronique").FillAsync(Crew.EmailOf(Crew.Rose));
        await page.GetByLabel("Mot de passe", new() { Exact = true }).FillAsync(Cli.World.People.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Saisir le code");
        await wcag.Check("the code after the password");
        await page.GetByLabel("Code à 6 chiffres").FillAsync(paper[0]);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Application de codes");
        await wcag.Check("keeping the codes of a telephone");
        await page.GetByLabel("Code à 6 chiffres").FillAsync(paper[1]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Retirer l’application de codes" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("L’application de codes est retirée");
        Assert.Empty(window.Complaints);
        wcag.FoundNothing();
    }

    static Dictionary<string, string> Settings(ProviderServer server, params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [$"SignIn__{server.Kind}__Issuer"] = server.Issuer,
            [$"SignIn__{server.Kind}__ClientId"] = server.Client.Id,
            [$"SignIn__{server.Kind}__ClientSecret"] = server.Client.Secret,
        };
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        return settings;
    }
}
