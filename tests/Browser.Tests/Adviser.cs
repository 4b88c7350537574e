using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>An adviser at work on the screen, with the hand they have.</summary>
public sealed class Adviser(IPage page, IHand hand)
{
    public async Task SignIn(string person)
    {
        await page.GotoAsync("/connexion");
        await hand.Type("Adresse électronique", Crew.EmailOf(person));
        await hand.Type("Mot de passe", Cli.World.People.Password);
        await hand.Press("Se connecter");
        await Expect(page.Locator("header").GetByText(person).First).ToBeAttachedAsync();
    }

    /// <summary>Gives the code of the new campaign; options are told by the beginning of their labels.</summary>
    public async Task<string> OpenCampaign(string label, params string[] options)
    {
        await page.GotoAsync("/eva/campagnes");
        await hand.Press("Nouvelle campagne");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Nouvelle campagne");
        await hand.Type("Nom de la campagne", label);
        foreach (var option in options)
        {
            await hand.Tick(option);
        }

        await hand.Press("Créer la campagne");
        await Expect(page.Locator("h1")).ToHaveTextAsync(label);
        return (await page.Locator(".entry-code").TextContentAsync())!.Trim();
    }

    public async Task OpenRestitution(string campaign, string person)
    {
        await page.GotoAsync("/eva/campagnes");
        await hand.Press(campaign);
        await Expect(page.Locator("h1")).ToHaveTextAsync(campaign);
        await hand.Press(person);
        await Expect(page.Locator("h1")).ToContainTextAsync(person);
    }
}
