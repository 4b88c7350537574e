using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>A person without a code: from the home page to the sheet, on paper, and to an adviser.</summary>
public sealed partial class AloneTests(Town town)
{
    [Fact]
    public async Task From_home_to_the_sheet_and_from_the_sheet_to_an_adviser()
    {
        await using var person = await town.Telephone();
        var page = person.Page;
        await Alone.Begin(page);
        var personal = await Alone.PassQuestions(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Jouer", Exact = true }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Bonjour.", new() { Timeout = 120_000 });
        await Alone.PlayToTheEnd(town, person);

        await page.GotoAsync("/eva/suite");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Bravo, c’est fini");
        await Expect(page.Locator(".strengths li")).ToHaveCountAsync(3);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Imprimer cette feuille" })).ToBeVisibleAsync();
        await Expect(page.Locator(".personal-code")).ToHaveTextAsync(personal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Donner mes résultats à un conseiller" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Faire un code" }).ClickAsync();
        var code = (await page.Locator(".personal-code").TextContentAsync())!.Trim();

        await using var desk = await town.Desk();
        await desk.SignIn(Crew.Hugo);
        await desk.Page.GotoAsync("/eva/evaluations");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Recevoir les résultats d’une personne qui a joué seule" }).ClickAsync();
        await desk.Page.GetByLabel("Code de la personne").FillAsync(code);
        await desk.Page.GetByLabel("Prénom ou surnom").FillAsync("Lou");
        await desk.Page.GetByLabel("Campagne où ranger").SelectOptionAsync(new SelectOptionValue { Label = "Accueil de novembre" });
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Recevoir", Exact = true }).ClickAsync();
        await Expect(desk.Page.Locator("h1")).ToContainTextAsync("Lou");

        await page.GetByRole(AriaRole.Link, new() { Name = "Revenir à mes résultats" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("à Mission locale du Beffroi");
        Assert.Empty(person.Complaints);
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task The_sheet_of_the_whole_parcours_takes_one_page_of_paper_and_so_do_the_codes()
    {
        await using var window = await town.Desk();
        var page = window.Page;
        await Alone.Begin(page, "Complet");
        await Alone.PassQuestions(page);
        Assert.Equal(1, await Sheets(page));
        foreach (var situation in Parcours())
        {
            await town.Finish(window, situation);
        }

        await page.GotoAsync("/eva/seul/resultats");
        await Expect(page.Locator(".strengths li")).ToHaveCountAsync(4);
        Assert.Equal(1, await Sheets(page));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Expect(page.Locator(".personal-code")).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.GotoAsync("/eva/seul/donner");
        await page.GetByRole(AriaRole.Button, new() { Name = "Faire un code" }).ClickAsync();
        await Expect(page.Locator(".personal-code")).ToBeVisibleAsync();
        Assert.Equal(1, await Sheets(page));
    }

    [Fact]
    public async Task The_person_erases_everything_on_the_spot()
    {
        await using var window = await town.Desk();
        var page = window.Page;
        await Alone.Begin(page);
        await Alone.PassQuestions(page);
        await Alone.PlayToTheEnd(town, window);
        await page.GotoAsync("/eva/seul/resultats");
        await page.GetByRole(AriaRole.Link, new() { Name = "Effacer mes réponses" }).ClickAsync();
        // What this device still holds of her, and of somebody else.
        await page.EvaluateAsync("""
            () => new Promise(resolve => {
              const mine = document.querySelector('form[data-erases]').dataset.erases;
              localStorage.setItem(`eva-evenement/${mine}/a/1`, 'hers');
              localStorage.setItem('eva-evenement/autre/a/1', 'other');
              const asked = indexedDB.open('eva', 1);
              asked.onupgradeneeded = () => asked.result.createObjectStore('shelf');
              asked.onsuccess = () => {
                const work = asked.result.transaction('shelf', 'readwrite');
                work.objectStore('shelf').put('hers', `eva-evenement/${mine}/a/2`);
                work.objectStore('shelf').put('other', 'eva-evenement/autre/a/2');
                work.oncomplete = () => { asked.result.close(); resolve(); };
              };
            })
            """);
        await page.GetByRole(AriaRole.Button, new() { Name = "Oui, tout effacer" }).ClickAsync();

        await Expect(page.Locator("h1")).ToHaveTextAsync("Tout est effacé");
        Assert.Equal(["eva-evenement/autre/a/1", "eva-evenement/autre/a/2"], await page.EvaluateAsync<string[]>("""
            () => new Promise(resolve => {
              const asked = indexedDB.open('eva', 1);
              asked.onsuccess = () => {
                const keys = asked.result.transaction('shelf').objectStore('shelf').getAllKeys();
                keys.onsuccess = () => { asked.result.close(); resolve([...Object.keys(localStorage), ...keys.result].filter(key => key.startsWith('eva-evenement')).sort()); };
              };
            })
            """));
        await page.GotoAsync("/eva/seul/resultats");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Bonjour");
    }

    static IReadOnlyList<string> Parcours() => ["maintenance", "livraison", "tri", "controle", "securite", "objets_trouves", "inventaire"];

    static async Task<int> Sheets(IPage page) =>
        Sheet().Count(await Printed.OnA4(page));

    [GeneratedRegex("/Type\\s*/Page(?![a-zA-Z])", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Sheet();
}
