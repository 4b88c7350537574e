using Beffroi.Encyclopedia.Tests.ReadingPages;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Tests.Freshness;

public sealed class OldChecksTests
{
    static EntryContent Tool(string title, DateOnly day, ToolState state = ToolState.Open) => Given.Entry(EntryType.Tool, title) with { Availability = new() { State = state, CheckedOn = day } };

    [Theory, ClassData(typeof(Engines))]
    public async Task A_tool_that_nobody_tried_for_a_year_says_so_and_is_listed(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.Publish(("vieux", Tool("Vieux", new(2023, 5, 6))), ("ferme", Tool("Fermé depuis", new(2024, 2, 21), ToolState.Closed)), ("juste", Tool("Juste", new(2025, 11, 23))), ("neuf", Tool("Neuf", new(2026, 10, 1))), ("muet", Given.Entry(EntryType.Tool, "Muet")));

        var page = await site.Visit().Open("/encyclopedie/fraicheur");

        Assert.Equal(["/encyclopedie/fiche/vieux", "/encyclopedie/fiche/ferme"], page.Page.QuerySelectorAll("#tools ~ ul")[0].QuerySelectorAll("a").Select(a => a.GetAttribute("href")!));
        Assert.Contains("ouvert à tous, vérifié le 6 mai 2023", page.Text, StringComparison.Ordinal);
        Assert.Contains("To be checked again", (await page.Open("/en/encyclopedia/entry/vieux")).Page.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("vérifier de nouveau", (await page.Open("/encyclopedie/fiche/neuf")).Text, StringComparison.Ordinal);
        Assert.Empty(page.Page.QuerySelectorAll(".fr-badge--warning"));
    }

    /// <summary>X gives its data no more: no account is scored today.</summary>
    [Fact]
    public void Botometer_is_not_given_as_open()
    {
        var botometer = OwnContent.All().Single(e => e.Key == "botometer").Content;

        Assert.Equal(ToolState.Closed, botometer.Availability!.State);
        Assert.Contains(botometer.Sources, s => s.Published == "2024-02-21" && s.Url is not null);
    }
}
