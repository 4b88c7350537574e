namespace Beffroi.Eva.Tests.Orientation;

public sealed class EthicsTests
{
    [Fact]
    public async Task Anybody_reads_what_Eva_does_not_do_and_every_result_leads_there()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var stranger = await site.Visit().Open("/eva/ethique");

        Assert.Contains("aucune décision automatique", stranger.Text, StringComparison.Ordinal);
        Assert.Contains("Ce n’est pas le certificat CléA", stranger.Text, StringComparison.Ordinal);
        Assert.Contains("Pour contester", stranger.Text, StringComparison.Ordinal);

        var campaign = await site.Create(Crew.Hugo, "Éthique");
        await (await Participant.Enter(site, campaign.Code)).PlayAll(_ => true);
        var hugo = await (await site.SignIn(Crew.Hugo)).Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}");
        Assert.NotNull(hugo.Page.QuerySelector("main a[href='/eva/ethique']"));
        Assert.NotNull((await hugo.Open("/aide")).Page.QuerySelector("main a[href='/eva/ethique']"));
        Assert.NotNull((await Participant.AloneAtTheEnd(site)).Visitor.Page.QuerySelector("main a[href='/eva/ethique']"));
    }
}
