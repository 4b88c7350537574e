using System.Text.RegularExpressions;
using Beffroi.Encyclopedia;

namespace Beffroi.Browser.Tests;

/// <summary>What comes out of the printer.</summary>
public sealed partial class PaperTests(Town town)
{
    [Theory]
    [InlineData("/eva/evaluations/{0}", 2)]
    [InlineData("/eva/campagnes/{1}/affiche", 1)]
    public async Task A_result_takes_two_sheets_and_a_poster_one(string address, int sheets)
    {
        var keys = (await town.Furnished()).Keys;
        await using var window = await town.Desk();
        await window.SignIn(Crew.Hugo);
        await window.Page.GotoAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, keys.Evaluation, keys.Campaign));

        var paper = await Printed.OnA4(window.Page);

        Assert.Equal(sheets, Sheet().Count(paper));
    }

    [Fact]
    public async Task On_paper_there_is_no_menu_no_button_and_no_foot()
    {
        var keys = (await town.Furnished()).Keys;
        await using var window = await town.Desk();
        await window.SignIn(Crew.Hugo);
        await window.Page.GotoAsync($"/eva/evaluations/{keys.Evaluation}");

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var part in new[] { "header nav", "footer", ".fr-skiplinks", ".fr-breadcrumb", "header button" })
        {
            foreach (var one in await window.Page.Locator(part).AllAsync())
            {
                Assert.False(await one.IsVisibleAsync(), part);
            }
        }
    }

    [Fact]
    public async Task An_entry_is_printed_with_the_addresses_of_its_sources_and_without_what_is_pressed()
    {
        await town.Furnished();
        await using var window = await town.Desk();
        await window.Page.GotoAsync(Addresses.Entry(Kit.Lang.French, ReadingFurnishing.Practice));

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var part in new[] { "header nav", "footer", ".fr-skiplinks", ".fr-breadcrumb", "header button", "main button" })
        {
            foreach (var one in await window.Page.Locator(part).AllAsync())
            {
                Assert.False(await one.IsVisibleAsync(), part);
            }
        }

        var addresses = await window.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main a[rel~=external]')].map(a => getComputedStyle(a, '::after').content)");
        Assert.NotEmpty(addresses);
        Assert.All(addresses, printed => Assert.Contains("(", printed, StringComparison.Ordinal));
        foreach (var title in await window.Page.Locator("main h2").AllAsync())
        {
            Assert.True(await title.IsVisibleAsync());
        }

        var paper = await Printed.OnA4(window.Page);
        Assert.InRange(Sheet().Count(paper), 1, 4);
    }

    [GeneratedRegex("/Type\\s*/Page(?![a-zA-Z])", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Sheet();
}
