using Beffroi.Bots;
using Beffroi.Cli.World;
using Beffroi.Kit;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>From a narrative to its accounts that act together, and from there to a case: with and without scripts, on paper and on a telephone.</summary>
public sealed class NarrativesTests(Town town)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_narrative_to_a_case(bool scripts)
    {
        await town.Furnished();
        await using var window = await town.Desk(context => context.JavaScriptEnabled = scripts);
        var page = window.Page;
        await window.SignIn(Crew.Admin);

        await page.GotoAsync(Addresses.Narratives(Lang.French));
        await page.GetByLabel("Hashtag, compte nommé, lien, site ou mots").FillAsync("#portimaginaire");
        await page.GetByRole(AriaRole.Button, new() { Name = "Analyser" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Récit : #portimaginaire");
        await Expect(page.Locator(".narrative-tiles dd")).ToHaveCountAsync(4);
        await Expect(page.Locator("#volumes-dessin svg")).ToBeVisibleAsync();

        // A line of a table narrows the view, and its tag widens it again.
        await page.Locator("#tableau-languages a").First.ClickAsync();
        await Expect(page.Locator(".narrative-filters a")).ToHaveCountAsync(1);
        await page.Locator(".narrative-filters a").ClickAsync();
        await Expect(page.Locator(".narrative-filters")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "Préparer un dossier" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Préparer un dossier");
        var title = $"Le port imaginaire {Guid.NewGuid():N}";
        await page.GetByLabel("Titre du dossier").FillAsync(title);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir le dossier" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(title);
        Assert.Contains(Beffroi.Chat.Addresses.Case(Lang.French, Guid.Empty).Replace(Guid.Empty.ToString(), "", StringComparison.Ordinal), page.Url, StringComparison.Ordinal);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task From_a_cluster_to_its_graph_and_to_a_case()
    {
        await town.Furnished();
        await using var window = await town.Desk();
        var page = window.Page;
        await window.SignIn(Crew.Admin);

        await page.GotoAsync(Addresses.Cluster(Lang.French, WorldBots.Cluster));
        await page.GotoAsync($"{Addresses.Sheet(Lang.French)}?cluster={WorldBots.Cluster}");
        await Expect(page.Locator("textarea[name=Amplified]")).Not.ToBeEmptyAsync();
        var title = $"Un groupe {Guid.NewGuid():N}";
        await page.GetByLabel("Titre du dossier").FillAsync(title);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir le dossier" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(title);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task On_a_telephone_nothing_is_wider_than_the_screen_and_the_report_prints()
    {
        await town.Furnished();
        await using var window = await town.Telephone();
        var page = window.Page;
        await window.SignIn(Crew.Admin);
        foreach (var address in new[] { Addresses.Narratives(Lang.French), Addresses.Narrative(Lang.French, "#portimaginaire"), Addresses.Sheet(Lang.French) + "?q=%23portimaginaire", Addresses.Narrative(Lang.English, "#portimaginaire") })
        {
            await page.GotoAsync(address);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{address} is wider than the screen.");
        }

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator("main form").First).ToBeHiddenAsync();
        await Expect(page.Locator("#volumes-dessin svg")).ToBeVisibleAsync();
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }
}
