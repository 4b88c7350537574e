using System.Net;
using Beffroi.Kit;

namespace Beffroi.Eva.Tests.Campaigns;

/// <summary>Rows 2 and 3: the parcours, their options, what they announce.</summary>
public sealed class ParcoursTests
{
    [Fact]
    public void Row_3_every_situation_of_a_parcours_is_in_the_catalogue() =>
        Assert.All(Enum.GetValues<Parcours>().SelectMany(ParcoursPlan.Names), name => Assert.NotNull(SituationCatalog.Find(name)));

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_3_a_complete_parcours_is_played_door_after_door_to_its_end_and_scored(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/eva/campagnes/nouvelle");
        await hugo.Press("Créer la campagne", ("Label", "De bout en bout"), ("Parcours", "complet"));
        var campaign = site.Campaign("De bout en bout");
        var awa = await Participant.Enter(site, campaign.Code);

        await awa.PlayAll(_ => true);

        Assert.True((await awa.Journey()).Finished);
        var evaluation = site.LastEvaluation(campaign.Id);
        Assert.Equal(["beffroi", "historique", "transversal_beffroi", "transversal_historique"], evaluation.Results.Select(r => r.Engine).Order(StringComparer.Ordinal));
        Assert.All(evaluation.Runs, run => Assert.Equal(SituationCatalog.Get(run.Situation).Count, SituationCatalog.Get(run.Situation).Done(run)));
    }

    [Theory]
    [InlineData("competences_de_base", "maintenance livraison objets_trouves", 25)]
    [InlineData("complet", "maintenance livraison tri controle securite objets_trouves inventaire", 55)]
    public void Row_3_a_parcours_has_its_situations_in_order_and_its_announced_duration(string name, string situations, int minutes)
    {
        var parcours = ParcoursPlan.Read(name)!.Value;
        Assert.Equal(situations, string.Join(' ', ParcoursPlan.Names(parcours)));
        Assert.Equal(minutes, ParcoursPlan.Announced(parcours, situations.Split(' ')));
        Assert.Equal(minutes, ParcoursPlan.Announced(parcours, ["plan_de_la_ville", .. situations.Split(' ')]));
    }

    [Fact]
    public void Row_3_another_list_announces_the_sum_of_what_it_plays() =>
        Assert.Equal(SituationCatalog.Get("livraison").Minutes + SituationCatalog.Get("maintenance").Minutes, ParcoursPlan.Announced(Parcours.CompetencesDeBase, ["livraison", "maintenance"]));

    [Fact]
    public void Row_3_the_options_add_5_3_3_and_6_minutes()
    {
        Assert.Equal(5, new CampaignOptions { TownPlan = true }.Minutes);
        Assert.Equal(3, new CampaignOptions { SelfPositioning = true }.Minutes);
        Assert.Equal(3, new CampaignOptions { Health = true }.Minutes);
        Assert.Equal(6, new CampaignOptions { Writing = true }.Minutes);
        Assert.Equal(18, new CampaignOptions { TownPlan = true, SelfPositioning = true, Health = true, Writing = true, Confidence = true }.Minutes);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_3_a_campaign_keeps_its_options_and_announces_them_to_those_who_enter(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var bare = await site.CreateWith("Sans option");
        var full = await site.CreateWith("Avec options", "WithSelfPositioning", "WithHealth", "WithWriting", "WithConfidence");

        Assert.Equal(new() { SelfPositioning = true, Health = true, Writing = true, Confidence = true }, full.Options);
        Assert.Equal(new(), bare.Options);
        Assert.Equal(bare.Minutes() + 13, full.Minutes());
        Assert.Contains($"Cela dure {full.Minutes()} minutes environ", (await site.Visit().Open($"/eva/{full.Code}")).Text, StringComparison.Ordinal);
        var hugo = await site.SignIn(Crew.Hugo);
        Assert.Contains("autopositionnement, questions de santé, texte à écrire, confiance avant et après", (await hugo.Open($"/eva/campagnes/{full.Id}")).Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_3_a_complete_parcours_is_opened_with_what_this_version_plays(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open("/eva/campagnes/nouvelle");
        await hugo.Press("Créer la campagne", ("Label", "Tout"), ("Parcours", "complet"));

        var campaign = site.Campaign("Tout");
        Assert.Equal(Parcours.Complet, campaign.Parcours);
        Assert.Equal(Parcours.Complet.Situations().Select(s => s.Name), campaign.Situations);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_2_a_duplicate_plays_the_situations_of_the_original_even_those_of_another_day(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var original = site.Campaign("Accueil de novembre");
        Assert.Equal(["livraison", "maintenance"], original.Situations);
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open($"/eva/campagnes/{original.Id}");
        await hugo.Press("Dupliquer");

        Assert.Equal(original.Situations, site.Campaign("Accueil de novembre (2)").Situations);
        Assert.Equal(original.Options, site.Campaign("Accueil de novembre (2)").Options);
    }

    [Fact]
    public void Row_3_the_text_to_write_needs_the_delivery()
    {
        var errors = new Errors();
        CampaignOptions.Read(new() { WithWriting = "true" }, ["maintenance"], errors);
        Assert.Equal("WithWriting", Assert.Single(errors.All).Field);

        errors = new();
        Assert.True(CampaignOptions.Read(new() { WithWriting = "true" }, ["maintenance", "livraison"], errors).Writing);
        Assert.False(errors.Any);
    }

    [Fact]
    public async Task Row_3_the_town_plan_is_taken_first_once_this_version_has_it()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open("/eva/campagnes/nouvelle");
        await hugo.Post("/eva/campagnes/nouvelle", ("Label", "Plan"), ("Parcours", "competences_de_base"), ("WithTownPlan", "true"));

        if (SituationCatalog.Find(ParcoursPlan.PlanDeLaVille) is null)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
            Assert.Contains("Le plan de la ville n’est pas encore ouvert", hugo.Text, StringComparison.Ordinal);
            return;
        }

        Assert.Equal("plan_de_la_ville", site.Campaign("Plan").Situations[0]);
        Assert.True(site.Campaign("Plan").Options.TownPlan);
    }
}
