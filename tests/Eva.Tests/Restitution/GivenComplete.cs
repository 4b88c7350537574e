namespace Beffroi.Eva.Tests.Restitution;

/// <summary>Campaigns of the whole parcours, and people who play a part of it.</summary>
static class GivenComplete
{
    public static async Task<Campaign> CreateComplete(this SiteUnderTest site, string label, params string[] boxes)
    {
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/eva/campagnes/nouvelle");
        await hugo.Press("Créer la campagne", [("Label", label), ("Parcours", "complet"), .. boxes.Select(box => (box, (string?)"true"))]);
        return site.Campaign(label);
    }

    /// <summary>Plays these situations whole, in their order.</summary>
    public static async Task Play(this Participant person, double seconds, params string[] situations)
    {
        foreach (var situation in situations)
        {
            await person.Send(Story.Whole(await person.Start(situation), _ => true, seconds).Events);
        }
    }
}
