using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>A person without a code, from the home page on.</summary>
static class Alone
{
    /// <summary>To the first question.</summary>
    public static async Task Begin(IPage page, string parcours = "Court")
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Jouer seul, sans code" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = parcours }).CheckAsync(new() { Force = true });
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Oui, je veux jouer" }).CheckAsync(new() { Force = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Commencer" }).ClickAsync();
        await Expect(page.Locator(".person-step")).ToHaveTextAsync("Question 1 sur 3");
    }

    /// <summary>Leaves the three questions unsaid, gives the personal code.</summary>
    public static async Task<string> PassQuestions(IPage page)
    {
        for (var number = 1; number <= 3; number++)
        {
            await Expect(page.Locator(".person-step")).ToHaveTextAsync($"Question {number} sur 3");
            await page.GetByRole(AriaRole.Button, new() { Name = "Je préfère ne pas dire" }).ClickAsync();
        }

        return (await page.Locator(".personal-code").TextContentAsync())!.Trim();
    }

    /// <summary>Told to the server as the games tell it: the games are not the point here.</summary>
    public static async Task PlayToTheEnd(Town town, Window window)
    {
        foreach (var situation in new[] { "maintenance", "livraison", "objets_trouves" })
        {
            await town.Finish(window, situation);
        }
    }
}
