using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>What a tool can see of accessibility, on each kind of page, in both themes, on a small and a large screen.</summary>
public sealed class AxeTests(Town town)
{
    static readonly AxeRunOptions Options = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    static readonly bool Long = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1";

    // One page of each kind; all of them in the long run.
    static readonly string[] Kinds =
    [
        "/", "/donnees-personnelles", "/connexion", "/inscription", "/inscription/nouvelle-structure", "/compte", "/personnes", "/personnes/{id:guid}", "/admin/journal",
        "/eva/campagnes", "/eva/campagnes/nouvelle", "/eva/campagnes/{id:guid}", "/eva/campagnes/{id:guid}/affiche", "/eva/evaluations/{id:guid}", "/eva", "/eva/{code}", "/eva/bienvenue/{name}", "/eva/fin",
        "/eva/seul", "/eva/seul/resultats", "/eva/seul/donner", "/eva/seul/effacer", "/eva/seul/efface", "/eva/evaluations/recevoir",
    ];

    [Fact]
    public async Task Pages_have_no_violation_in_either_theme_at_either_size()
    {
        var furniture = await town.Furnished();
        var wrong = new List<string>();
        foreach (var places in Places.Of(furniture.Keys).Where(p => Long || Kinds.Contains(p.Route, StringComparer.Ordinal)).GroupBy(p => p.As, StringComparer.Ordinal))
        {
            await using var window = await furniture.WindowOf(places.Key);
            foreach (var place in Long ? places : places.DistinctBy(p => p.Route, StringComparer.Ordinal))
            {
                await window.Page.GotoAsync(place.Address);
                await Check(window.Page, place.Address, wrong);
            }

            Assert.Empty(window.Complaints);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct(StringComparer.Ordinal).Take(30)));
    }

    [Fact]
    public async Task A_form_to_be_put_right_has_no_violation()
    {
        await using var window = await town.Desk();
        var wrong = new List<string>();
        await window.SignIn(Crew.Hugo);
        await window.Page.GotoAsync("/eva/campagnes/nouvelle");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Créer la campagne" }).ClickAsync();
        await Expect(window.Page.Locator(".fr-message--error, .fr-error-text")).ToHaveCountAsync(1);
        Assert.Equal("erreurs", await window.Page.EvaluateAsync<string>("() => document.activeElement.id"));

        await Check(window.Page, "Nouvelle campagne, en erreur", wrong);

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_screens_of_the_games_have_no_violation()
    {
        await using var window = await town.Desk();
        var (page, wrong) = (window.Page, new List<string>());
        var player = new Player(page, new Keyboard(page));
        await player.Enter("BKT59000", "Rita");
        await player.AnswerQuestions();
        await player.OpenGames();
        await Check(page, "ville", wrong);

        await Press("Entrer : La tournée de livraison");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Commencer" })).ToBeVisibleAsync();
        await Check(page, "consigne", wrong);
        await Press("Commencer");
        await Expect(page.Locator(".progress p")).ToHaveTextAsync("Essai 1 sur 2");
        await Check(page, "essai", wrong);
        await Press("Valider");
        await Expect(page.Locator(".missing span")).ToBeVisibleAsync();
        await Check(page, "réponse manquante", wrong);
        await page.GetByLabel("Je ne sais pas").CheckAsync();
        await Press("Valider");
        await Expect(page.Locator("#retour")).ToBeVisibleAsync();
        await Check(page, "retour d’essai", wrong);
        await Press("Continuer");
        await Press("Afficher les touches");
        await Check(page, "nombre, touches montrées", wrong);
        await Press("Aide");
        await Expect(page.Locator("dialog[open]")).ToBeVisibleAsync();
        await Check(page, "aide", wrong);
        await page.Keyboard.PressAsync("Escape");
        await Press("Pause");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "C’est la pause." })).ToBeVisibleAsync();
        await Check(page, "pause", wrong);
        await Press("Reprendre");
        await Press("Arrêter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Arrêter pour aujourd’hui ?" })).ToBeVisibleAsync();
        await Check(page, "arrêt", wrong);

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct(StringComparer.Ordinal).Take(30)));
        Assert.Empty(window.Complaints);

        async Task Press(string name) => await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
    }

    [Fact]
    public async Task The_screens_of_words_have_no_violation()
    {
        var person = await town.AtTheWords("Sami");
        await using var window = person;
        var (page, wrong) = (window.Page, new List<string>());

        await new Keyboard(page).Press("Entrer : Le robot de l’atelier");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Commencer" })).ToBeVisibleAsync();
        await Check(page, "consigne des mots", wrong);
        await new Keyboard(page).Press("Commencer");
        await Expect(page.Locator(".progress p")).ToHaveTextAsync("Essai 1 sur 6");
        await Expect(page.Locator("#mot")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("\\w+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Check(page, "mot", wrong);

        Assert.Empty(wrong);
    }

    /// <summary>Both themes and both sizes, without loading the page again: what a person who changes them gets.</summary>
    internal static async Task Check(IPage page, string name, List<string> wrong)
    {
        var size = page.ViewportSize!;
        foreach (var width in new[] { 1280, 320 })
        {
            await page.SetViewportSizeAsync(width, 800);
            foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
                var result = await page.RunAxe(Options);
                wrong.AddRange(result.Violations.Select(v => $"{name}, {width} px, {theme}: {v.Id} {string.Join(" ; ", v.Nodes.Take(2).Select(n => $"{n.Target} {n.Html[..Math.Min(140, n.Html.Length)]}"))}"));
                if (!await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                {
                    wrong.Add($"{name}, {width} px, {theme}: scrolls sideways");
                }
            }
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }
}
