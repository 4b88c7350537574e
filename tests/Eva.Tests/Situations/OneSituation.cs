using Beffroi.Eva.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Tests.Situations;

/// <summary>Campaigns of one situation, which no parcours of the pages makes.</summary>
static class OneSituation
{
    public static void Only(this SiteUnderTest site, Campaign campaign, string situation)
    {
        List<string> situations = [situation];
        Assert.Equal(1, site.Read(db => db.Campaigns.Where(c => c.Id == campaign.Id).ExecuteUpdate(update => update.SetProperty(c => c.Situations, situations))));
    }

    /// <summary>A sweet taken, and after some seconds put in a bin.</summary>
    public static Story Sort(this Story story, string sweet, string bin, double seconds) =>
        story.Tell(EventNames.PieceTaken, ("piece", sweet)).After(seconds, EventNames.PieceDropped, ("piece", sweet), ("bac", bin), ("moyen", "souris"));
}
