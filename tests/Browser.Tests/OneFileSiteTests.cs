using Beffroi.Encyclopedia;
using Beffroi.Kit;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>The encyclopedia in one file, kept on a disk and opened without any site.</summary>
public sealed class OneFileSiteTests(Town town)
{
    [Fact]
    public async Task Opened_from_a_disk_it_finds_a_word_and_shows_the_entry()
    {
        await town.Furnished();
        var folder = Directory.CreateTempSubdirectory("beffroi-one-file-");
        try
        {
            await using var window = await town.Desk();
            var file = Path.Combine(folder.FullName, "encyclopedie.html");
            var answer = await window.Context.APIRequest.GetAsync(Addresses.DataFile(Lang.French, "html"));
            Assert.True(answer.Ok);
            await File.WriteAllBytesAsync(file, await answer.BodyAsync(), TestContext.Current.CancellationToken);
            await window.Context.SetOfflineAsync(true);

            await window.Page.GotoAsync(new Uri(file).AbsoluteUri);
            await window.Page.GetByLabel("Chercher").FillAsync("EXEMPLE DE PRATIQUE");
            await Expect(window.Page.Locator("#found")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[1-9][0-9]* fiches", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
            var found = window.Page.Locator("details:visible").First;
            await Expect(found.Locator("summary")).ToContainTextAsync("Exemple de pratique");
            await found.Locator("summary").ClickAsync();
            await Expect(found).ToContainTextAsync("Garder une copie datée");

            await window.Page.GetByLabel("Chercher").FillAsync("zzzzzzzz");
            await Expect(window.Page.Locator("details:visible")).ToHaveCountAsync(0);
            Assert.All(window.Asked, asked => Assert.StartsWith("file:", asked, StringComparison.Ordinal));
            Assert.Empty(window.Complaints);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
