using Beffroi.Kit;
using Microsoft.AspNetCore.OutputCaching;

namespace Beffroi.Site.Pages;

/// <summary>The pages of the site itself: home, legal texts, help, and the small files that machines ask for.</summary>
public static class PublicPages
{
    /// <summary>What the site map lists; the modules' own doors for everyone are added there.</summary>
    public static readonly IReadOnlyList<(string Href, string Label)> Listed =
    [
        ("/", "Accueil"),
        ("/eva", "Eva : entrer avec un code"),
        ("/eva/seul", "Eva : jouer seul, sans code"),
        ("/eva/reprendre", "Eva : reprendre avec un code personnel"),
        ("/eva/ethique", "Eva : ce qu’Eva fait, et ne fait pas"),
        ("/connexion", "Se connecter"),
        ("/mot-de-passe-oublie", "Mot de passe oublié"),
        ("/inscription", "Demander un compte"),
        ("/inscription/nouvelle-structure", "Inscrire une structure"),
        ("/aide", "Aide et questions fréquentes"),
        ("/avis", "Je donne mon avis"),
        ("/cgu", "Conditions d’utilisation"),
        ("/mentions-legales", "Mentions légales"),
        ("/donnees-personnelles", "Politique de confidentialité"),
        ("/accessibilite", "Accessibilité"),
        ("/ecoconception", "Écoconception"),
        ("/eva/mesure", "Eva : ce qui est mesuré, et avec quelle assurance"),
        ("/stats", "Statistiques"),
        ("/plan-du-site", "Plan du site"),
    ];

    // Signed-in people are never served from the cache: the default policy of the framework sees to it.
    public static void Cache(OutputCacheOptions options) => options.DefaultExpirationTimeSpan = TimeSpan.FromMinutes(5);

    public static void MapPublicPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ForEveryone().CacheOutput().ExcludeFromDescription();
        pages.MapGet("/", SignedInPages.Home);
        pages.MapGet("/mentions-legales", (SiteIdentity site) => Html.View<LegalPage, SiteIdentity>(site));
        pages.MapGet("/donnees-personnelles", (SiteIdentity site) => Html.View<PrivacyPage, SiteIdentity>(site));
        pages.MapGet("/accessibilite", (SiteIdentity site) => Html.View<AccessibilityPage, SiteIdentity>(site));
        pages.MapGet("/ecoconception", (SiteIdentity site) => Html.View<EcodesignPage, SiteIdentity>(site));
        pages.MapGet("/aide", SignedInPages.Help);
        pages.MapGet("/plan-du-site", () => Html.View<SiteMapPage, SiteMapModel>(new(Listed)));
        WellKnown.Map(pages);
        Stats.Map(app);
    }
}

public sealed record SiteMapModel(IReadOnlyList<(string Href, string Label)> Pages);
