using System.Net;
using Beffroi.Cli.World;

namespace Beffroi.Incubator.Tests;

/// <summary>F15: what is kept on paper has a button, a title, a language, and a sheet that leaves the menus out.</summary>
public sealed class PrintingTests
{
    [Fact]
    public async Task The_account_the_file_of_a_committee_the_budget_and_the_workshop_print()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantIncubator(TestContext.Current.CancellationToken);
        var camille = await site.SignIn(Crew.Superadmin);

        foreach (var page in new[] { Addresses.Statement(WorldIncubator.EvaConvention, new(2020, 6, 1)), Addresses.Committee(WorldIncubator.Committee), Addresses.Budget, Addresses.Workshop(WorldSecurity.Workshop) })
        {
            await camille.Open(page);
            Assert.Equal((HttpStatusCode.OK, "fr"), (camille.Status, camille.Page.DocumentElement.GetAttribute("lang")));
            Assert.StartsWith(camille.Heading, camille.Page.Title, StringComparison.Ordinal);
            Assert.NotNull(camille.Page.QuerySelector("main button[data-print][hidden]"));
            // Nothing of the page is written in its own style, and the sheets that it names are there.
            Assert.Empty(camille.Page.QuerySelectorAll("main [style], main style"));
            var sheets = camille.Page.QuerySelectorAll("head link[rel=stylesheet]").Select(l => l.GetAttribute("href")!).Where(h => h.Contains("Incubator", StringComparison.Ordinal)).ToList();
            Assert.Contains(sheets, s => s.Contains("papers", StringComparison.Ordinal));
            foreach (var sheet in sheets)
            {
                Assert.Contains("@media print", await camille.Http.GetStringAsync(new Uri(sheet, UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }
        }
    }
}
