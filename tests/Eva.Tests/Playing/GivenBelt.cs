namespace Beffroi.Eva.Tests.Playing;

/// <summary>A person before the belt of biscuits alone.</summary>
static class GivenBelt
{
    public static async Task<Participant> AtTheBelt(this SiteUnderTest site, string label)
    {
        var campaign = await site.Create(Crew.Hugo, label);
        site.Read(db =>
        {
            var kept = db.Campaigns.Single(c => c.Id == campaign.Id);
            kept.Situations.Clear();
            kept.Situations.Add(ControleRules.SituationName);
            return db.SaveChanges();
        });
        return await Participant.Enter(site, campaign.Code);
    }
}
