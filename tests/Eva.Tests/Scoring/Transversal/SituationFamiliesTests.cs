using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring.Transversal;

/// <summary>Row 29: the four states of completeness, with campaigns that miss a family or a part of one.</summary>
public sealed class SituationFamiliesTests
{
    const string All = "maintenance livraison tri controle securite objets_trouves inventaire";

    [Theory]
    [InlineData(All, "", "incomplete")]
    [InlineData(All, All, "complete")]
    [InlineData(All, "maintenance livraison objets_trouves", "competences_transversales_incompletes")]
    [InlineData(All, "maintenance livraison objets_trouves tri controle securite", "competences_transversales_incompletes")]
    [InlineData(All, "tri controle securite inventaire", "competences_de_base_incompletes")]
    [InlineData(All, "tri controle securite inventaire maintenance livraison", "competences_de_base_incompletes")]
    [InlineData(All, "tri controle securite maintenance livraison", "incomplete")]
    [InlineData("maintenance livraison objets_trouves", "", "incomplete")]
    [InlineData("maintenance livraison objets_trouves", "maintenance livraison", "incomplete")]
    [InlineData("maintenance livraison objets_trouves", "maintenance livraison objets_trouves", "complete")]
    [InlineData("tri inventaire", "tri", "incomplete")]
    [InlineData("tri inventaire", "tri inventaire", "complete")]
    [InlineData("livraison tri", "livraison", "competences_transversales_incompletes")]
    [InlineData("livraison tri", "tri", "competences_de_base_incompletes")]
    [InlineData("livraison tri plan_de_la_ville", "livraison tri", "complete")]
    [InlineData("cafe_de_la_place", "", "complete")]
    public void Row_29_a_family_counts_by_those_of_its_situations_that_the_campaign_has(string wanted, string finished, string state) =>
        Assert.Equal(state, TechnicalName.Of(SituationFamilies.Completeness(wanted.Split(' '), finished.Split(' '))));
}
