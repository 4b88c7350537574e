using AngleSharp.Dom;

namespace Beffroi.Eva.Tests.Campaigns;

public sealed class ListCampaignsTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task The_list_counts_who_began_and_who_finished(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Comptée");
        await (await Participant.Enter(site, campaign.Code, "Un")).PlayAll(_ => true);
        await Participant.Enter(site, campaign.Code, "Deux");
        await Participant.Enter(site, campaign.Code, "Trois");

        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/eva/campagnes");

        Assert.Equal(["3", "1"], RowOf(hugo, "Comptée").TakeLast(2));
    }

    [Fact]
    public async Task A_private_campaign_is_listed_to_its_author_and_guests_only()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Create(Crew.Rose, "Secrète", isPrivate: true);

        Assert.False(await Sees(site, Crew.Hugo, "Secrète"));
        Assert.False(await Sees(site, Crew.Admin, "Secrète"));
        Assert.False(await Sees(site, Crew.Superadmin, "Secrète"));
        Assert.True(await Sees(site, Crew.Rose, "Secrète"));

        var rose = await site.SignIn(Crew.Rose);
        await rose.Open("/eva/campagnes");
        await rose.Follow("Secrète");
        await rose.Follow("Renommer ou partager");
        await rose.Press("Enregistrer", ("Guests", site.IdOf(Crew.Hugo).ToString()));

        Assert.True(await Sees(site, Crew.Hugo, "Secrète"));
        Assert.False(await Sees(site, Crew.Admin, "Secrète"));
    }

    [Fact]
    public async Task A_long_list_is_cut_in_pages_that_show_each_campaign_once()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);
        for (var i = 0; i < 25; i++)
        {
            site.Clock.Advance(TimeSpan.FromSeconds(1));
            await hugo.Open("/eva/campagnes/nouvelle");
            await hugo.Press("Créer la campagne", ("Label", $"Série {i}"));
        }

        var seen = new List<string>();
        for (var page = 1; page <= 2; page++)
        {
            await hugo.Open($"/eva/campagnes?page={page}");
            seen.AddRange(hugo.Page.QuerySelectorAll("tbody tr td:first-child").Select(c => c.TextContent.Trim()));
        }

        Assert.Equal(seen.Count, seen.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(25, seen.Count(label => label.StartsWith("Série ", StringComparison.Ordinal)));
    }

    static async Task<bool> Sees(SiteUnderTest site, string person, string label)
    {
        var visitor = await site.SignIn(person);
        await visitor.Open("/eva/campagnes");
        return visitor.Page.QuerySelectorAll("tbody a").Any(a => string.Equals(a.TextContent.Trim(), label, StringComparison.Ordinal));
    }

    static IReadOnlyList<string> RowOf(Visitor visitor, string label) =>
        [.. visitor.Page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(label, StringComparison.Ordinal)).QuerySelectorAll("td").Select(c => c.TextContent.Trim())];
}
