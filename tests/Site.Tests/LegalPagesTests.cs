using System.Net;

namespace Beffroi.Site.Tests;

/// <summary>Words that the law, and those who check it, look for on the legal pages (checklist C9, C13, C17).</summary>
public sealed class LegalPagesTests
{
    [Theory]
    [InlineData("/mentions-legales", "Éditeur", "de la publication", "Hébergeur", "Téléphone", "Apache-2.0")]
    [InlineData("/donnees-personnelles", "Politique de confidentialité", "Finalité", "Base légale", "Durée de conservation", "Sous-traitants", "Vos droits", "délégué à la protection des données", "CNIL", "Gestion des cookies", "pas de mesure d’audience")]
    [InlineData("/accessibilite", "non conforme", "RGAA 4.1", "Technologies", "Retour et contact", "Voies de recours", "Défenseur des droits", "article 47")]
    [InlineData("/ecoconception", "300 ko", "25 fichiers")]
    [InlineData("/cgu", "Conditions d’utilisation")]
    [InlineData("/aide", "Aide", "questions fréquentes", "Sans ordinateur")]
    public async Task A_legal_page_says_what_it_must(string address, params string[] words)
    {
        await using var site = await SiteUnderTest.Empty();

        var visitor = await site.Visit().Open(address);

        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.All(words, word => Assert.Contains(word, visitor.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_data_officer_and_the_host_can_be_reached()
    {
        await using var site = await SiteUnderTest.Empty();
        var visitor = site.Visit();

        await visitor.Open("/donnees-personnelles");
        Assert.Contains(visitor.Page.QuerySelectorAll("main a[href^='mailto:']"), a => a.GetAttribute("href")!.Contains("dpo@", StringComparison.Ordinal));
        await visitor.Open("/mentions-legales");
        Assert.Matches("[0-9]{5} [A-Z]", visitor.Text);
        Assert.Matches("Téléphone\\s*:\\s*[0-9]", visitor.Text);
    }

    [Fact]
    public async Task The_privacy_page_names_every_cookie_that_the_site_sets_and_no_other()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.SignIn(Crew.Hugo);
        await visitor.Open("/donnees-personnelles#cookies");

        Assert.Contains("Cinq sortes de cookies seulement", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("connexion (8 heures)", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("un numéro tiré au hasard (31 jours)", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("partie en cours (12 heures)", visitor.Text, StringComparison.Ordinal);
    }
}
