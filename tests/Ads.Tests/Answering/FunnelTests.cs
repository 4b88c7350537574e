using Beffroi.Kit;

namespace Beffroi.Ads.Tests.Answering;

public sealed class FunnelTests
{
    [Fact]
    public async Task The_tenth_answer_of_one_browser_is_counted_once()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(11);
        var visitor = site.Visit();
        for (var answers = 0; answers < 11; answers++)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(2));
            await visitor.Open(Addresses.Home(Lang.French));
            await visitor.Press(PoliticalAnswer.Yes.Say(Lang.French));
        }

        var counts = site.Steps.Take().Where(c => c.What.Funnel == "annonces").ToDictionary(c => c.What.Step, c => c.Count, StringComparer.Ordinal);
        Assert.Equal((11, 11, 11, 1), (counts["accueil"], counts["annonce"], counts["reponse"], counts["dix"]));
    }
}
