namespace Beffroi.Eva.Tests;

/// <summary>Campaigns of the situations that a test names, whatever the lists of the parcours.</summary>
static class Chosen
{
    public const string Label = "Au choix";

    /// <summary>Somebody who has entered a campaign of these situations.</summary>
    public static async Task<Participant> At(this SiteUnderTest site, params string[] situations)
    {
        var campaign = await site.Create(Crew.Hugo, Label);
        await site.Write<EvaDb>(db =>
        {
            var list = db.Campaigns.Single(c => c.Id == campaign.Id).Situations;
            list.Clear();
            list.AddRange(situations);
        });
        return await Participant.Enter(site, campaign.Code);
    }
}
