using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>From a finished evaluation to a plan that was edited, confirmed and printed.</summary>
public sealed partial class PlanTests(Town town)
{
    [Fact]
    public async Task From_a_finished_evaluation_to_an_edited_plan_on_paper()
    {
        var keys = (await town.Furnished()).Keys;
        await using var window = await town.Desk();
        await window.SignIn(Crew.Hugo);
        var page = window.Page;
        await page.GotoAsync($"/eva/evaluations/{keys.Evaluation}");
        await page.GetByRole(AriaRole.Link, new() { Name = "guide d’entretien" }).ClickAsync();
        await page.GetByLabel("Une action décidée ensemble").FillAsync("Appeler l’organisme jeudi");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter l’action" }).ClickAsync();
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Préparer le plan" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Orientation");

        await Tick(page, "input[name=Constraints][value=sans_nuit]");
        await page.GetByRole(AriaRole.Button, new() { Name = "Recalculer les métiers" }).ClickAsync();
        await Expect(page.Locator("input[name=Constraints][value=sans_nuit]")).ToBeCheckedAsync();
        await Tick(page, "input[name=Ways] >> nth=0");
        await Tick(page, "input[name=WaySteps] >> nth=0");
        await Tick(page, "input[name=Trades] >> nth=0");
        await Tick(page, "input[name=Actions]");
        await page.GetByLabel("Vos autres métiers").FillAsync("D1106");
        await page.GetByLabel("Note du plan").FillAsync("Nous en reparlons dans deux semaines.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirmer ce plan" }).ClickAsync();

        var plan = page.Locator("section.plan");
        foreach (var said in new[] { "Version 1", "Appeler l’organisme jeudi", "Vente en alimentation", "Nous en reparlons" })
        {
            await Expect(plan).ToContainTextAsync(said);
        }

        // Edited once more: the first version stays.
        await page.GetByLabel("Note du plan").FillAsync("Rendez-vous pris.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirmer ce plan" }).ClickAsync();
        await Expect(plan).ToContainTextAsync("Version 2");
        await Expect(plan).ToContainTextAsync("Rendez-vous pris.");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Version 1" })).ToBeVisibleAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Imprimer le plan" })).ToBeVisibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(plan).ToBeVisibleAsync();
        await Expect(page.Locator("form:has(textarea[name=Note])")).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        Assert.Equal(1, Sheet().Count(await Printed.OnA4(page)));
        Assert.Empty(window.Complaints);
    }

    // The design system draws the box on its label.
    static async Task Tick(IPage page, string box) => await page.Locator(box).First.SetCheckedAsync(true, new() { Force = true });

    [GeneratedRegex("/Type\\s*/Page(?![a-zA-Z])", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Sheet();
}
