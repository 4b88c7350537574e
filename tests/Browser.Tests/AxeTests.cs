using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>What a tool can see of accessibility, on each kind of page, in both themes, on a small and a large screen.</summary>
public sealed class AxeTests(Town town)
{
    static readonly bool Long = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1";

    /// <summary>Only routes that hold these words, for whoever works on some pages.</summary>
    static readonly string? Only = Environment.GetEnvironmentVariable("BEFFROI_ROUTES");

    // A window waits much for its page: two keep two processors busy.
    const int Windows = 2;
    const int Share = 20;

    // One page of each kind; all of them in the long run.
    static readonly string[] Kinds =
    [
        "/", "/donnees-personnelles", "/connexion", "/inscription", "/inscription/nouvelle-structure", "/compte", "/personnes", "/personnes/{id:guid}", "/admin/journal",
        "/eva/campagnes", "/eva/campagnes/nouvelle", "/eva/campagnes/{id:guid}", "/eva/campagnes/{id:guid}/affiche", "/eva/evaluations/{id:guid}", "/eva", "/eva/{code}", "/eva/bienvenue/{name}", "/eva/fin",
        "/encyclopedie", "/encyclopedie/phase/{phase}", "/encyclopedie/fiches", "/encyclopedie/fiche/{key}", "/en/encyclopedia/entry/{key}", "/encyclopedie/fiche/{key}/proposer", "/en/encyclopedia/proposal/{id:guid}",
        "/encyclopedie/relecture", "/encyclopedie/fiche/{key}/discussion", "/en/encyclopedia/entry/{key}/history", "/encyclopedie/fiche/{key}/comparer", "/encyclopedie/fraicheur", "/encyclopedie/donnees", "/encyclopedie/changements",
        "/eva/seul", "/eva/seul/resultats", "/eva/seul/donner", "/eva/seul/effacer", "/eva/seul/efface", "/eva/evaluations/recevoir",
        "/discussion", "/discussion/rejoindre", "/discussion/salons/{id:guid}", "/en/chat/rooms/{id:guid}", "/discussion/salons/{room:guid}/fil/{id:guid}", "/discussion/recherche", "/discussion/salons/{id:guid}/reglages", "/discussion/mes-reglages", "/discussion/mon-organisation",
        "/discussion/dossiers", "/discussion/dossiers/{id:guid}", "/en/chat/cases/{id:guid}/criteria/{key}", "/discussion/dossiers/{id:guid}/preuves/{line:guid}", "/discussion/dossiers/{id:guid}/demarches/{run:guid}", "/discussion/dossiers/{id:guid}/reactions", "/discussion/dossiers/{id:guid}/alerte",
        "/robots", "/robots/methode", "/robots/contester", "/en/bots/mandates/{id:guid}", "/robots/veilles/{id:guid}", "/robots/sources/{id:guid}", "/robots/relecture/{id:guid}", "/robots/comptes", "/en/bots/accounts/{id:guid}",
        "/robots/groupes/{id:guid}", "/robots/graphe", "/robots/alertes", "/robots/explorations/{id:guid}", "/robots/recits",
        "/annonces", "/annonces/repondre/{id:guid}", "/en/ads/all", "/annonces/annonce/{id:guid}", "/en/ads/results", "/annonces/signaler", "/annonces/relecture", "/en/ads/review/{id:guid}", "/annonces/bibliotheques",
        "/budget", "/startups/{slug}", "/conformite/{service}", "/incubateur/conventions/{slug}", "/incubateur/conventions/{slug}/commander", "/incubateur/comites/{id:guid}",
    ];

    [Fact]
    public async Task Pages_have_no_violation_in_either_theme_at_either_size()
    {
        var furniture = await town.Furnished();
        var seen = Places.Of(furniture.Keys).Where(p => Only is null ? Long || Kinds.Contains(p.Route, StringComparer.Ordinal) : p.Route.Contains(Only, StringComparison.Ordinal)).GroupBy(p => p.As, StringComparer.Ordinal);
        var shares = seen.SelectMany(places => (Long ? places : places.DistinctBy(p => p.Route, StringComparer.Ordinal)).Chunk(Share).Select(share => (places.Key, share)));
        await Parallel.ForEachAsync(shares, new ParallelOptions { MaxDegreeOfParallelism = Windows, CancellationToken = TestContext.Current.CancellationToken }, async (places, _) =>
        {
            await using var window = await furniture.WindowOf(places.Key);
            var axe = new Wcag(window.Page);
            foreach (var place in places.share)
            {
                await window.Page.GotoAsync(place.Address);
                await axe.Check(place.Address);
            }

            axe.FoundNothing();
            Assert.Empty(window.Complaints);
        });
    }

    /// <summary>Of a page that is not there, the tools would only see the error page.</summary>
    [Fact]
    public async Task Every_page_that_is_looked_at_is_there()
    {
        var furniture = await town.Furnished();
        List<string> missing = [];
        foreach (var places in Places.Of(furniture.Keys).GroupBy(p => p.As, StringComparer.Ordinal))
        {
            await using var window = await furniture.WindowOf(places.Key);
            foreach (var place in places)
            {
                var answer = await window.Context.APIRequest.GetAsync(place.Address);
                if (!answer.Ok)
                {
                    missing.Add($"{place.Address} {answer.Status}");
                }
            }
        }

        // What says that something is not there, or no more.
        Assert.Equal(["/erreur/404 404", "/invitation/perdue 404", $"/eva/{furniture.Keys.ClosedCode} 403", "/eva/ZZZ00000 404"], missing);
    }

    [Fact]
    public async Task A_form_to_be_put_right_has_no_violation()
    {
        await using var window = await town.Desk();
        var axe = new Wcag(window.Page);
        await window.SignIn(Crew.Hugo);
        await window.Page.GotoAsync("/eva/campagnes/nouvelle");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Créer la campagne" }).ClickAsync();
        await Expect(window.Page.Locator(".fr-message--error, .fr-error-text")).ToHaveCountAsync(1);
        Assert.Equal("erreurs", await window.Page.EvaluateAsync<string>("() => document.activeElement.id"));

        await axe.Check("Nouvelle campagne, en erreur");

        axe.FoundNothing();
    }

    [Fact]
    public async Task The_screens_of_the_games_have_no_violation()
    {
        await using var window = await town.Desk();
        var (page, axe) = (window.Page, new Wcag(window.Page));
        var player = new Player(page, new Keyboard(page));
        await player.Enter("BKT59000", "Rita");
        await player.AnswerQuestions();
        await player.OpenGames();
        await axe.Check("ville");

        await Press("Entrer : La tournée de livraison");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Commencer" })).ToBeVisibleAsync();
        await axe.Check("consigne");
        await Press("Commencer");
        await Expect(page.Locator(".progress p")).ToHaveTextAsync("Essai 1 sur 2");
        await axe.Check("essai");
        await Press("Valider");
        await Expect(page.Locator(".missing span")).ToBeVisibleAsync();
        await axe.Check("réponse manquante");
        await page.GetByLabel("Je ne sais pas").CheckAsync();
        await Press("Valider");
        await Expect(page.Locator("#retour")).ToBeVisibleAsync();
        await axe.Check("retour d’essai");
        await Press("Continuer");
        await Press("Afficher les touches");
        await axe.Check("nombre, touches montrées");
        await Press("Aide");
        await Expect(page.Locator("dialog[open]")).ToBeVisibleAsync();
        await axe.Check("aide");
        await page.Keyboard.PressAsync("Escape");
        await Press("Pause");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "C’est la pause." })).ToBeVisibleAsync();
        await axe.Check("pause");
        await Press("Reprendre");
        await Press("Arrêter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Arrêter pour aujourd’hui ?" })).ToBeVisibleAsync();
        await axe.Check("arrêt");

        axe.FoundNothing();
        Assert.Empty(window.Complaints);

        async Task Press(string name) => await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
    }

    [Fact]
    public async Task The_screens_of_words_have_no_violation()
    {
        var person = await town.AtTheWords("Sami");
        await using var window = person;
        var (page, axe) = (window.Page, new Wcag(window.Page));

        await new Keyboard(page).Press("Entrer : Le robot de l’atelier");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Commencer" })).ToBeVisibleAsync();
        await axe.Check("consigne des mots");
        await new Keyboard(page).Press("Commencer");
        await Expect(page.Locator(".progress p")).ToHaveTextAsync("Essai 1 sur 6");
        await Expect(page.Locator("#mot")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("\\w+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await axe.Check("mot");

        axe.FoundNothing();
    }
}
