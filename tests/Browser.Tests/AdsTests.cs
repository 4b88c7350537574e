using Beffroi.Ads;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>Somebody who arrives on a telephone answers about an ad: with a finger, from the keyboard, with and without scripts, in each language.</summary>
public sealed class AdsTests(Town town)
{
    [Theory]
    [InlineData(Lang.French, true)]
    [InlineData(Lang.French, false)]
    [InlineData(Lang.English, true)]
    [InlineData(Lang.English, false)]
    public async Task On_a_telephone_a_stranger_answers_with_one_tap_and_is_thanked(Lang l, bool scripts)
    {
        await town.Furnished();
        var before = town.Product.ReadAds(db => db.Answers.Count());
        await using var window = await town.Telephone(context => context.JavaScriptEnabled = scripts);
        var page = window.Page;
        await page.GotoAsync(Addresses.Home(l));
        await Expect(page.Locator(".ad-card")).ToBeVisibleAsync();

        // The question is on the first screen, whatever the length of the ad; each answer is wide enough for a finger.
        var buttons = page.Locator(".ads-buttons button");
        await Expect(buttons).ToHaveCountAsync(3);
        foreach (var button in await buttons.AllAsync())
        {
            await Expect(button).ToBeInViewportAsync();
            var box = (await button.BoundingBoxAsync())!;
            Assert.True(box.Width >= 44 && box.Height >= 44, $"{box.Width} × {box.Height}");
        }

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the screen.");
        await page.GetByRole(AriaRole.Button, new() { Name = PoliticalAnswer.CannotSay.Say(l), Exact = true }).TapAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(Question.Purpose.Say(l));
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(l.Say("Merci", "Thank you"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The purposes are wider than the screen.");

        await page.Locator(".ads-purposes summary").First.TapAsync();
        await Expect(page.GetByText(Purpose.PartyOrCandidate.Article(l)!)).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = Purpose.HardToSay.Say(l), Exact = true }).TapAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = l.Say("Envoyer", "Send"), Exact = true }).TapAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(l.Say("Merci pour cette réponse", "Thank you for this answer"));
        await page.GetByRole(AriaRole.Link, new() { Name = l.Say("Voir à quoi mènent mes réponses", "See what my answers lead to") }).TapAsync();
        await Expect(page.Locator(".ads-mine")).ToHaveCountAsync(1);
        Assert.Equal(before + 1, town.Product.ReadAds(db => db.Answers.Count()));
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [InlineData(Lang.French)]
    [InlineData(Lang.English)]
    public async Task From_the_keyboard_alone_the_answer_is_reached_and_given(Lang l)
    {
        await town.Furnished();
        await using var window = await town.Desk();
        var page = window.Page;
        await page.GotoAsync(Addresses.Home(l));
        await Until(page, PoliticalAnswer.CannotSay.Say(l));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync(Question.Purpose.Say(l));
        await Until(page, Purpose.HardToSay.Say(l));
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator("h1")).ToHaveTextAsync(l.Say("Encore quatre questions courtes ?", "Four more short questions?"));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_double_tap_counts_once_and_another_ad_is_another_ad()
    {
        await town.Furnished();
        await using var window = await town.Telephone();
        var page = window.Page;
        await page.GotoAsync(Addresses.French);
        var first = await page.Locator("input[name=Ad]").GetAttributeAsync("value");
        await page.GetByRole(AriaRole.Button, new() { Name = "Voir une autre annonce", Exact = true }).TapAsync();
        var second = page.Locator("form.ads-question input[name=Ad]");
        await Expect(second).Not.ToHaveAttributeAsync("value", first!);
        var ad = Guid.Parse((await second.GetAttributeAsync("value"))!);
        var before = town.Product.ReadAds(db => db.Answers.Count(a => a.AdId == ad));
        await page.GetByRole(AriaRole.Button, new() { Name = PoliticalAnswer.CannotSay.Say(Lang.French), Exact = true }).DblClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(Question.Purpose.Say(Lang.French));
        Assert.Equal(before + 1, town.Product.ReadAds(db => db.Answers.AsNoTracking().Count(a => a.AdId == ad)));
    }

    /// <summary>Presses Tab until the button of that name has the focus.</summary>
    static async Task Until(IPage page, string name)
    {
        const int MostTabs = 80;
        for (var turn = 0; turn < MostTabs; turn++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (string.Equals((await page.EvaluateAsync<string>("document.activeElement.textContent")).Trim(), name, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"Tab never reaches « {name} ».");
    }
}
