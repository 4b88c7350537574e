using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>The part of the menu that unfolds, from the keyboard and with a finger.</summary>
public sealed class MenuTests(Town town)
{
    [Fact]
    public async Task From_the_keyboard_the_administration_unfolds_and_folds()
    {
        await using var window = await town.Desk();
        var page = window.Page;
        await window.SignIn(Crew.Superadmin);
        await page.GotoAsync("/admin/journal");
        var menu = page.GetByRole(AriaRole.Navigation, new() { Name = "Menu principal" });
        var button = menu.GetByRole(AriaRole.Button, new() { Name = "Administration" });
        var entry = menu.GetByRole(AriaRole.Link, new() { Name = "Demandes" });
        await Expect(button).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(entry).ToBeHiddenAsync();

        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(entry).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(entry).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("Enter");
        await Expect(entry).ToBeVisibleAsync();
        await entry.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(town.Product.Address + "/admin/demandes");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task On_a_telephone_it_unfolds_within_the_menu()
    {
        await using var window = await town.Telephone();
        var page = window.Page;
        await window.SignIn(Crew.Superadmin);
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true }).TapAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Administration" }).TapAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Journal", Exact = true }).TapAsync();

        await Expect(page).ToHaveURLAsync(town.Product.Address + "/admin/journal");
        Assert.Empty(window.Complaints);
    }
}
