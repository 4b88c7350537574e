namespace Beffroi.Eva.Tests.Restitution;

/// <summary>Row 29 on the adviser's page: the four states, and what is missing.</summary>
public sealed class CompletenessTests
{
    static readonly string[] Basic = ["maintenance", "livraison", "objets_trouves"];
    static readonly string[] Transversal = ["tri", "controle", "securite", "inventaire"];

    [Theory]
    [InlineData("livraison", "Parcours incomplet : résultat peu fiable", "Le robot de l’atelier, Le magasin de bonbons, La fabrique de biscuits, Le chantier, Les objets trouvés, La réserve de boissons")]
    [InlineData("base", "Manières de travailler : parcours incomplet", "Le magasin de bonbons, La fabrique de biscuits, Le chantier, La réserve de boissons")]
    [InlineData("transversales", "Compétences de base : parcours incomplet, résultat peu fiable", "Le robot de l’atelier, La tournée de livraison, Les objets trouvés")]
    [InlineData("tout", null, null)]
    public async Task Row_29_the_state_is_said_with_what_is_missing(string played, string? title, string? missing)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.CreateComplete("État");
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.Play(4, played switch { "base" => Basic, "transversales" => Transversal, "tout" => [.. Basic, .. Transversal], var one => [one] });

        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}");

        Assert.Equal(title, hugo.Page.QuerySelector(".completeness .fr-alert__title")?.TextContent.Trim().Replace('\u00A0', ' '));
        Assert.Equal(title is null, hugo.Page.QuerySelector(".completeness .fr-badge")?.TextContent.Trim() == "Parcours complet");
        if (missing is not null)
        {
            Assert.Contains($"Reste à finir : {missing}.", hugo.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Row_29_a_positioning_that_is_not_finished_is_incomplete_too()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/eva/campagnes/nouvelle");
        await hugo.Press("Créer la campagne", ("Label", "Café"), ("Parcours", "positionnement_litteratie"));
        var campaign = site.Campaign("Café");
        await Participant.Enter(site, campaign.Code);

        await hugo.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}");

        Assert.Contains("Le café de la place", hugo.Page.QuerySelector(".completeness")!.TextContent, StringComparison.Ordinal);
    }
}
