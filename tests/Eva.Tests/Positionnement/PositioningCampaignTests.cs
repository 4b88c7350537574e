using System.Net;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Tests.Positionnement;

/// <summary>Row 3: the parcours of positioning, and who decides of the questions.</summary>
public sealed class PositioningCampaignTests
{
    [Theory]
    [InlineData("positionnement_litteratie", "beffroi", "cafe_de_la_place", 20)]
    [InlineData("positionnement_numeratie", "beffroi", "place_du_marche", 20)]
    [InlineData("positionnement", "beffroi", "cafe_de_la_place place_du_marche", 40)]
    [InlineData("positionnement", "historique", "cafe_de_la_place place_du_marche", 90)]
    public async Task Row_3_a_positioning_is_opened_with_its_questions_and_announces_its_length(string parcours, string route, string situations, int minutes)
    {
        await using var site = await SiteUnderTest.WithWorld();

        var campaign = await site.Position(parcours, route);

        Assert.Equal(situations, string.Join(' ', campaign.Situations));
        Assert.Equal((route == "historique" ? RouteMode.Historique : RouteMode.Beffroi, minutes), (campaign.Route, campaign.Minutes()));
        Assert.Contains($"Cela dure {minutes} minutes environ", (await site.Visit().Open($"/eva/{campaign.Code}")).Text, StringComparison.Ordinal);
        var awa = await Participant.Enter(site, campaign.Code);
        Assert.Equal(minutes, (await awa.Journey()).Steps.Sum(s => s.Minutes));
        var hugo = await site.SignIn(Crew.Hugo);
        Assert.Contains(route == "historique" ? "Parcours de questionsHistorique" : "Parcours de questionsAdaptatif", (await hugo.Open($"/eva/campagnes/{campaign.Id}")).Page.QuerySelector("dl.facts")!.TextContent.Replace("\n", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_2_a_duplicate_keeps_the_choice(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var original = await site.Position("positionnement", "historique", "Avant");
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open($"/eva/campagnes/{original.Id}");
        await hugo.Press("Dupliquer");

        Assert.Equal(RouteMode.Historique, site.Campaign("Avant (2)").Route);
    }

    [Theory]
    [InlineData("complet", "historique", null, "Les questions de l’ancien service n’existent que dans un positionnement")]
    [InlineData("positionnement", "autre", null, "Choisissez un parcours de questions")]
    [InlineData("positionnement", "beffroi", "WithWriting", "Le texte à écrire vient à la fin de la livraison : ce parcours n’en a pas")]
    public async Task Row_3_what_makes_no_sense_is_refused_with_a_clear_message(string parcours, string route, string? box, string message)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/eva/campagnes/nouvelle");

        await hugo.Post("/eva/campagnes/nouvelle", [("Label", "Impossible"), ("Parcours", parcours), ("Route", route), .. box is null ? Array.Empty<(string, string)>() : [(box, "true")]]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Contains(message, hugo.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_3_a_diagnostic_has_no_choice_of_questions_and_a_positioning_is_adaptive_unless_said()
    {
        await using var site = await SiteUnderTest.WithWorld();

        Assert.Null((await site.Position("complet", "beffroi", "Diagnostic")).Route);
        Assert.Equal(RouteMode.Beffroi, (await site.Position("positionnement", "", "Sans choix")).Route);
    }
}
