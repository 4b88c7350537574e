using AngleSharp.Dom;

namespace Beffroi.Site.Tests;

/// <summary>What each sees in the main menu: what they work with in the open, what runs the site behind one button.</summary>
public sealed class MenuTests
{
    [Fact]
    public async Task Who_runs_the_site_unfolds_its_administration_and_sees_the_services_in_the_open()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var superadmin = await site.SignIn(Crew.Superadmin);
        await superadmin.Open("/admin/journal");

        var menu = superadmin.Page.QuerySelector("nav.fr-nav")!;
        var group = menu.QuerySelector($"#{menu.QuerySelector("button")!.GetAttribute("aria-controls")}")!;

        Assert.Equal("Administration", Visitor.Flat(menu.QuerySelector("button")!.TextContent));
        Assert.Contains("Journal", Entries(group));
        Assert.Contains("Personnes", Entries(group));
        Assert.Contains("Campagnes", Entries(menu).Except(Entries(group)));
        Assert.Equal(Entries(menu).Count, Entries(menu).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(Crew.Admin)]
    [InlineData(Crew.Hugo)]
    public async Task Two_entries_are_not_hidden_behind_a_button(string who)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.SignIn(who);
        await visitor.Open("/eva/campagnes");

        Assert.Null(visitor.Page.QuerySelector("nav.fr-nav button"));
        Assert.Equal(who == Crew.Admin, Entries(visitor.Page.QuerySelector("nav.fr-nav")!).Contains("Personnes", StringComparer.Ordinal));
    }

    static List<string> Entries(IElement menu) => [.. menu.QuerySelectorAll("a").Select(a => Visitor.Flat(a.TextContent))];
}
