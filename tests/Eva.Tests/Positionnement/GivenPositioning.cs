using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Positionnement;

/// <summary>Campaigns of positioning, opened through the form.</summary>
static class GivenPositioning
{
    public static async Task<Campaign> Position(this SiteUnderTest site, string parcours, string route, string label = "Positionnement")
    {
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/eva/campagnes/nouvelle");
        await hugo.Press("Créer la campagne", ("Label", label), ("Parcours", parcours), ("Route", route));
        return site.Campaign(label);
    }

    /// <summary>A person enters and plays the whole; which answers are right.</summary>
    public static async Task<Evaluation> Played(this SiteUnderTest site, Campaign campaign, Func<string, bool> right)
    {
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.PlayAll(right);
        Assert.True((await awa.Journey()).Finished);
        return site.LastEvaluation(campaign.Id);
    }

    /// <summary>The row that an engine left.</summary>
    public static PositioningScore Kept(this Evaluation evaluation, PositioningEngine engine) =>
        PositioningScore.FromJson(evaluation.Results.Single(r => r.Engine == TechnicalName.Of(engine)).Score);

    public static async Task<Visitor> Restitution(this SiteUnderTest site, Evaluation evaluation)
    {
        var hugo = await site.SignIn(Crew.Hugo);
        return await hugo.Open($"/eva/evaluations/{evaluation.Id}");
    }
}
