using Beffroi.Encyclopedia;
using Beffroi.Kit;
using Beffroi.Site.Pages.English;
using Beffroi.Site.Privacy;
using Microsoft.AspNetCore.OutputCaching;

namespace Beffroi.Site.Pages;

/// <summary>The pages of the site itself: home, legal texts, help, and the small files that machines ask for.</summary>
public static class PublicPages
{
    /// <summary>What the site map lists; the modules' own doors for everyone are added there.</summary>
    public static readonly IReadOnlyList<(string Href, string Label)> Listed =
    [
        ("/", "Accueil"),
        (Addresses.Home(Lang.French), "Encyclopédie des manipulations de l’information"),
        (Addresses.List(Lang.French), "Encyclopédie : toutes les fiches"),
        (Addresses.Changes(Lang.French), "Encyclopédie : changements récents"),
        (Addresses.Freshness(Lang.French), "Encyclopédie : fraîcheur"),
        (Addresses.Contribute(Lang.French), "Encyclopédie : contribuer"),
        (Addresses.New(Lang.French), "Encyclopédie : proposer une fiche"),
        (Addresses.Wanted(Lang.French), "Encyclopédie : fiches à écrire"),
        (Addresses.Data(Lang.French), "Encyclopédie : données"),
        (Ads.Addresses.Home(Lang.French), "Annonces : lire une annonce, dire à quoi elle sert"),
        (Ads.Addresses.Mine(Lang.French), "Annonces : mes réponses"),
        (Ads.Addresses.List(Lang.French), "Annonces : toutes"),
        (Ads.Addresses.Results(Lang.French), "Annonces : résultats"),
        (Ads.Addresses.Method(Lang.French), "Annonces : méthode"),
        (Ads.Addresses.Rules(Lang.French), "Annonces : règles de droit"),
        (Ads.Addresses.Data(Lang.French), "Annonces : données"),
        (Ads.Addresses.Watch(Lang.French), "Annonces : bibliothèques publicitaires"),
        (Ads.Addresses.Submit(Lang.French), "Annonces : signaler une annonce"),
        (Bots.Addresses.Method(Lang.French), "Détecteur : méthode et vie privée"),
        (Bots.Addresses.Contest(Lang.French), "Détecteur : contester, voir ou faire effacer"),
        (Chat.Addresses.Join(Lang.French), "Discussion : rejoindre"),
        ("/eva", "Eva : entrer avec un code"),
        ("/eva/seul", "Eva : jouer seul, sans code"),
        ("/eva/reprendre", "Eva : reprendre avec un code personnel"),
        ("/eva/ethique", "Eva : ce qu’Eva fait, et ne fait pas"),
        (Beffroi.Incubator.Addresses.Conventions, "Conventions : qui finance quel service"),
        (Beffroi.Incubator.Addresses.Budget, "Budget des services"),
        (Beffroi.Incubator.Addresses.Board, "Conformité des services"),
        (Beffroi.Incubator.Addresses.Proofs, "Conformité : les preuves mesurées"),
        ("/connexion", "Se connecter"),
        ("/mot-de-passe-oublie", "Mot de passe oublié"),
        ("/inscription", "Demander un compte"),
        ("/inscription/nouvelle-structure", "Inscrire une structure"),
        ("/aide", "Aide et questions fréquentes"),
        ("/aide/ecrire", "Nous écrire"),
        ("/avis", "Je donne mon avis"),
        ("/cgu", "Conditions d’utilisation"),
        ("/mentions-legales", "Mentions légales"),
        ("/donnees-personnelles", "Politique de confidentialité"),
        (ReadRegister.Address, "Registre des traitements de données"),
        ("/accessibilite", "Accessibilité"),
        ("/ecoconception", "Écoconception"),
        ("/eva/mesure", "Eva : ce qui est mesuré, et avec quelle assurance"),
        ("/stats", "Statistiques"),
        ("/plan-du-site", "Plan du site"),
    ];

    /// <summary>The same of the English pages.</summary>
    public static readonly IReadOnlyList<(string Href, string Label)> ListedInEnglish =
    [
        ("/en", "Home"),
        (Addresses.Home(Lang.English), "Encyclopedia of information manipulation"),
        (Addresses.List(Lang.English), "Encyclopedia: all entries"),
        (Addresses.Changes(Lang.English), "Encyclopedia: recent changes"),
        (Addresses.Freshness(Lang.English), "Encyclopedia: freshness"),
        (Addresses.Contribute(Lang.English), "Encyclopedia: contribute"),
        (Addresses.New(Lang.English), "Encyclopedia: propose an entry"),
        (Addresses.Wanted(Lang.English), "Encyclopedia: entries to be written"),
        (Addresses.Data(Lang.English), "Encyclopedia: data"),
        (Contact.Write(Lang.English), "Write to us"),
        (Contact.Opinion(Lang.English), "Give my opinion"),
        (Ads.Addresses.Home(Lang.English), "Ads: read an ad, say what it is for"),
        (Ads.Addresses.Mine(Lang.English), "Ads: my answers"),
        (Ads.Addresses.List(Lang.English), "Ads: all of them"),
        (Ads.Addresses.Results(Lang.English), "Ads: results"),
        (Ads.Addresses.Method(Lang.English), "Ads: method"),
        (Ads.Addresses.Rules(Lang.English), "Ads: rules of law"),
        (Ads.Addresses.Data(Lang.English), "Ads: data"),
        (Ads.Addresses.Watch(Lang.English), "Ads: ad libraries"),
        (Ads.Addresses.Submit(Lang.English), "Ads: send an ad"),
        (Bots.Addresses.Method(Lang.English), "Detector: method and privacy"),
        (Bots.Addresses.Contest(Lang.English), "Detector: contest, see or have erased"),
        (Chat.Addresses.Join(Lang.English), "Chat: join"),
        ("/en/legal-notice", "Legal notice"),
        ("/en/privacy", "Personal data"),
        ("/en/accessibility", "Accessibility"),
        ("/en/site-map", "Site map"),
    ];

    // Signed-in people are never served from the cache: the default policy of the framework sees to it.
    /// <param name="siteUrl">Address of the site, where the operator gave it (<c>Mail:SiteUrl</c>).</param>
    public static void Cache(OutputCacheOptions options, string? siteUrl)
    {
        options.DefaultExpirationTimeSpan = TimeSpan.FromMinutes(5);
        // A page that was kept with another mention in its foot is not served again.
        options.AddBasePolicy(policy => policy.VaryByValue(async (http, ct) => new("accessibility", (await http.RequestServices.GetRequiredService<IAccessibilityMention>().Read(ct)).ToString())), excludeDefaultPolicy: true);
        if (Uri.TryCreate(siteUrl, UriKind.Absolute, out var site))
        {
            options.AddBasePolicy(new OwnHostPolicy(site.Host));
        }
    }

    public static void MapPublicPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ForEveryone().CacheOutput(policy => policy.SetVaryByQuery([])).ExcludeFromDescription();
        pages.MapGet("/", SignedInPages.Home);
        pages.MapGet("/mentions-legales", (SiteIdentity site) => Html.View<LegalPage, SiteIdentity>(site));
        pages.MapGet("/donnees-personnelles", (SiteIdentity site) => Html.View<PrivacyPage, SiteIdentity>(site));
        pages.MapGet("/ecoconception", (SiteIdentity site) => Html.View<EcodesignPage, SiteIdentity>(site));
        pages.MapGet("/aide", SignedInPages.Help);
        pages.MapGet("/plan-du-site", () => Html.View<SiteMapPage, SiteMapModel>(new(Lang.French, Listed)));
        pages.MapGet("/en", (IEnumerable<ServiceCard> cards) => Html.View<EnglishHomePage, HomeModel>(new([.. cards.OrderBy(c => c.Order)], null)));
        pages.MapGet("/en/legal-notice", (SiteIdentity site) => Html.View<EnglishLegalPage, SiteIdentity>(site));
        pages.MapGet("/en/privacy", (SiteIdentity site) => Html.View<EnglishPrivacyPage, SiteIdentity>(site));
        pages.MapGet("/en/site-map", () => Html.View<SiteMapPage, SiteMapModel>(new(Lang.English, ListedInEnglish)));
        ReadDeclaration.Map(app);
        ReadRegister.Map(pages);
        ReadAssessment.Map(pages);
        WellKnown.Map(pages);
        Stats.Map(app);
    }
}

public sealed record SiteMapModel(Lang Language, IReadOnlyList<(string Href, string Label)> Pages);
