namespace Beffroi.Eva.Tests.Playing;

/// <summary>A person before the belt of biscuits alone, whatever parcours the pages offer.</summary>
static class GivenBelt
{
    public static async Task<Participant> AtTheBelt(this SiteUnderTest site, string label)
    {
        var campaign = await site.Create(Crew.Hugo, label);
        await site.Write<EvaDb>(db =>
        {
            var situations = db.Campaigns.Single(c => c.Id == campaign.Id).Situations;
            situations.Clear();
            situations.Add(ControleRules.SituationName);
        });
        return await Participant.Enter(site, campaign.Code);
    }
}
