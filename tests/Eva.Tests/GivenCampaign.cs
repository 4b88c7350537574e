using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Tests;

/// <summary>Campaigns that a test begins with, opened through the page by one of the crew.</summary>
static class GivenCampaign
{
    public static async Task<Campaign> Create(this SiteUnderTest site, string person, string label, bool isPrivate = false, bool withWriting = false)
    {
        var author = await site.SignIn(person);
        await author.Open("/eva/campagnes/nouvelle");
        await author.Press("Créer la campagne", ("Label", label), ("IsPrivate", isPrivate ? "true" : null), ("WithWriting", withWriting ? "true" : null));
        return site.Campaign(label);
    }

    /// <summary>The same, with these boxes of the form ticked: for instance <c>WithHealth</c>.</summary>
    public static async Task<Campaign> CreateWith(this SiteUnderTest site, string label, params string[] boxes)
    {
        var author = await site.SignIn(Crew.Hugo);
        await author.Open("/eva/campagnes/nouvelle");
        await author.Press("Créer la campagne", [("Label", label), .. boxes.Select(box => (box, (string?)"true"))]);
        return site.Campaign(label);
    }

    public static Campaign Campaign(this SiteUnderTest site, string label) =>
        site.Read(db => db.Campaigns.AsNoTracking().Include(c => c.Guests).Single(c => c.Label == label));

    /// <summary>Everything of the newest evaluation of a campaign.</summary>
    public static Evaluation LastEvaluation(this SiteUnderTest site, Guid campaign) =>
        site.Read(db => db.Evaluations.AsNoTracking().Include(e => e.Beneficiary).Include(e => e.Background).Include(e => e.SelfAnswers).Include(e => e.HealthAnswers).Include(e => e.Results)
            .Include(e => e.Runs).ThenInclude(r => r.Events.OrderBy(line => line.Position))
            .AsSplitQuery().OrderByDescending(e => e.StartedAt).ThenByDescending(e => e.Id).First(e => e.CampaignId == campaign));
}
