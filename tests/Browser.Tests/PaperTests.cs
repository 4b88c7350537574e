using System.Text;
using System.Text.RegularExpressions;

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

        var paper = await window.Page.PdfAsync(new() { Format = "A4", PrintBackground = true });

        Assert.Equal(sheets, Sheet().Count(Encoding.Latin1.GetString(paper)));
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

    [GeneratedRegex("/Type\\s*/Page(?![a-zA-Z])", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Sheet();
}
