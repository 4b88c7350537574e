using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Tests.Situations;

/// <summary>Campaigns of one situation, which no parcours of the pages makes.</summary>
static class OneSituation
{
    public static void Only(this SiteUnderTest site, Campaign campaign, string situation) => site.Read(db =>
    {
        var kept = db.Campaigns.Single(c => c.Id == campaign.Id);
        kept.Situations.Clear();
        kept.Situations.Add(situation);
        return db.SaveChanges();
    });

    /// <summary>A sweet taken, and after some seconds put in a bin.</summary>
    public static Story Sort(this Story story, string sweet, string bin, double seconds) =>
        story.Tell(EventNames.PieceTaken, ("piece", sweet)).After(seconds, EventNames.PieceDropped, ("piece", sweet), ("bac", bin), ("moyen", "souris"));
}
