using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>With JavaScript off, pages are read and forms are sent; only the games need it, and say so.</summary>
public sealed class NoScriptTests(Town town)
{
    [Fact]
    public async Task An_adviser_opens_a_campaign_and_reads_a_result()
    {
        var keys = (await town.Furnished()).Keys;
        await using var window = await town.Desk(context => context.JavaScriptEnabled = false);
        var page = window.Page;
        await window.SignIn(Crew.Hugo);

        await page.GotoAsync("/eva/campagnes/nouvelle");
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer la campagne" }).ClickAsync();
        await Expect(page.Locator(".fr-message--error, .fr-error-text")).ToHaveCountAsync(1);
        await page.GetByLabel("Nom de la campagne").FillAsync("Sans script");
        await page.GetByRole(AriaRole.Button, new() { Name = "Créer la campagne" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Sans script");

        await page.GotoAsync($"/eva/evaluations/{keys.Evaluation}");
        await Expect(page.Locator("svg.gauge-drawing")).ToHaveCountAsync(2);
        await page.Locator("details.gauge-table summary").First.ClickAsync();
        await Expect(page.Locator("details.gauge-table table").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_would_unfold_is_open()
    {
        var keys = (await town.Furnished()).Keys;
        await using var window = await town.Desk(context => context.JavaScriptEnabled = false);
        var page = window.Page;
        await window.SignIn(Crew.Superadmin);

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Menu principal" }).GetByRole(AriaRole.Link, new() { Name = "Journal" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(town.Product.Address + "/admin/journal");

        await page.GotoAsync($"/eva/evaluations/{keys.Evaluation}");
        await Expect(page.Locator(".fr-accordion .fr-collapse").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_person_enters_answers_and_is_told_what_the_games_need()
    {
        await using var window = await town.Desk(context => context.JavaScriptEnabled = false);
        var page = window.Page;
        await page.GotoAsync("/eva/BKT59000");
        await page.GetByLabel("Votre prénom").FillAsync("Yann");
        await page.GetByText("Oui, je veux jouer").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Commencer" }).ClickAsync();
        for (var number = 1; number <= 8; number++)
        {
            await Expect(page.Locator(".person-step")).ToHaveTextAsync($"Question {number} sur 8");
            await page.GetByRole(AriaRole.Button, new() { Name = "Je préfère ne pas dire" }).ClickAsync();
        }

        // A button that only a script makes work is not shown.
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Écouter" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Jouer" }).ClickAsync();

        await Expect(page.GetByText("Le jeu a besoin de JavaScript.")).ToBeVisibleAsync();
    }
}
