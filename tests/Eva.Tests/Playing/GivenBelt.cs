namespace Beffroi.Eva.Tests.Playing;

/// <summary>A person before the belt of biscuits alone.</summary>
static class GivenBelt
{
    public static async Task<Participant> AtTheBelt(this SiteUnderTest site, string label)
    {
        var campaign = await site.Create(Crew.Hugo, label);
        site.Read(db => db.Plays(campaign.Code, ControleRules.SituationName));
        return await Participant.Enter(site, campaign.Code);
    }
}
