namespace Beffroi.Testing;

/// <summary>A page of the site: its route, an address of it, and who stands before it.</summary>
/// <param name="As">A name of the crew; null for a stranger; <see cref="Places.InPlay"/> for a person in her evaluation.</param>
public sealed record Place(string Route, string Address, string? As);

/// <summary>What the addresses of pages are made of.</summary>
public sealed record PlaceKeys
{
    public required Guid Campaign { get; init; }

    /// <summary>One that nobody entered.</summary>
    public required Guid EmptyCampaign { get; init; }

    public required string Code { get; init; }
    public required string ClosedCode { get; init; }
    public required Guid Evaluation { get; init; }
    public required Guid Unfinished { get; init; }
    public required Guid Person { get; init; }

    /// <summary>Somebody who played, in the campaigns of a structure.</summary>
    public required Guid Followed { get; init; }

    /// <summary>An evaluation after which it is asked what was done.</summary>
    public required Guid Alarming { get; init; }

    public required Guid Structure { get; init; }
    public required string InvitationToken { get; init; }

    /// <summary>A file of livraison that waits for the superadmin.</summary>
    public required Guid BankDraft { get; init; }

    /// <summary>Of a letter to Hugo about his password, and of one that confirms his address.</summary>
    public required string ResetToken { get; init; }
    public required string ConfirmToken { get; init; }

    /// <summary>What ends Hugo's reminders.</summary>
    public required string StopToken { get; init; }
    public required Guid Letter { get; init; }
    public required Guid News { get; init; }
    public required Guid HelpSource { get; init; }

    /// <summary>A file of offers that waits for the superadmin.</summary>
    public required Guid OrientationDraft { get; init; }

    /// <summary>A request to the team with something done about it, and a prospect.</summary>
    public required Guid Request { get; init; }
    public required Guid Prospect { get; init; }

    /// <summary>A change of an entry that waits for a reviewer.</summary>
    public required Guid Proposal { get; init; }

    /// <summary>Where people talk of the case that has something in each of its parts.</summary>
    public required Guid CaseRoom { get; init; }
}

/// <summary>Every page that the site has: a new route that is not written here fails RoutesTests.</summary>
public static class Places
{
    public const string InPlay = "une personne qui joue";

    /// <summary>In an evaluation whose questions are answered and whose situations are finished.</summary>
    public const string AtTheEnd = "une personne qui a fini";

    /// <summary>Alone, at the first question.</summary>
    public const string Alone = "une personne qui joue seule";

    /// <summary>Alone, with every situation finished.</summary>
    public const string AloneAtTheEnd = "une personne qui a joué seule";

    public static IReadOnlyList<Place> Of(PlaceKeys keys) =>
    [
        new("/", "/", null),
        new("/", "/", Crew.Hugo),
        new("/mentions-legales", "/mentions-legales", null),
        new("/donnees-personnelles", "/donnees-personnelles", null),
        new("/donnees-personnelles/registre", "/donnees-personnelles/registre", null),
        new("/donnees-personnelles/analyses/{service}", "/donnees-personnelles/analyses/robots", null),
        new("/accessibilite", "/accessibilite", null),
        new("/ecoconception", "/ecoconception", null),
        new("/stats", "/stats", null),
        new("/aide", "/aide", null),
        new("/plan-du-site", "/plan-du-site", null),
        new("/cgu", "/cgu", null),
        .. ReadingPlaces.All,
        new("/en", "/en", null),
        new("/en/legal-notice", "/en/legal-notice", null),
        new("/en/privacy", "/en/privacy", null),
        new("/en/accessibility", "/en/accessibility", null),
        new("/en/site-map", "/en/site-map", null),
        new("/erreur/{status:int}", "/erreur/404", null),

        new("/encyclopedie/fiches", "/encyclopedie/fiches", null),
        new("/encyclopedie/fiches", "/encyclopedie/fiches?q=manipulation&type=practice", null),
        new("/en/encyclopedia/entries", "/en/encyclopedia/entries", null),
        new("/encyclopedie/changements", "/encyclopedie/changements", null),
        new("/en/encyclopedia/changes", "/en/encyclopedia/changes", null),
        new("/encyclopedie/donnees", "/encyclopedie/donnees", null),
        new("/en/encyclopedia/data", "/en/encyclopedia/data", null),
        new("/encyclopedie/fraicheur", "/encyclopedie/fraicheur", null),
        new("/en/encyclopedia/freshness", "/en/encyclopedia/freshness", null),

        new("/eva/banque", "/eva/banque", Crew.Superadmin),
        new("/eva/banque/maintenance", "/eva/banque/maintenance", Crew.Superadmin),
        new("/eva/banque/{situation}", "/eva/banque/livraison", Crew.Superadmin),
        new("/eva/banque/{situation}", "/eva/banque/cafe_de_la_place?competence=production", Crew.Superadmin),
        new("/eva/banque/{situation}/{id}", "/eva/banque/livraison/L03", Crew.Superadmin),
        new("/eva/banque/{situation}/{id}", "/eva/banque/place_du_marche/N1Pse1", Crew.Superadmin),
        new("/eva/banque/{situation}/importer", "/eva/banque/livraison/importer", Crew.Superadmin),
        new("/eva/banque/{situation}/importer/{id:guid}", $"/eva/banque/livraison/importer/{keys.BankDraft}", Crew.Superadmin),
        new("/eva/banque/{situation}/versions", "/eva/banque/livraison/versions", Crew.Superadmin),
        new("/eva/banque/{situation}/versions/{number:int}", "/eva/banque/livraison/versions/0", Crew.Superadmin),

        new("/eva/normes", "/eva/normes", Crew.Superadmin),
        new("/eva/normes/cohorte", "/eva/normes/cohorte?echelle=beffroi-litteratie", Crew.Superadmin),
        new("/eva/normes/cohorte", "/eva/normes/cohorte?echelle=beffroi-numeratie&seuls=true&du=2026-11-01", Crew.Superadmin),
        new("/eva/normes/plan", "/eva/normes/plan", Crew.Superadmin),
        new("/eva/normes/banques", "/eva/normes/banques", Crew.Superadmin),
        new("/eva/normes/banques/{situation}/{version}", $"/eva/normes/banques/livraison/{Beffroi.Eva.BankVersions.BankShelf.Embedded("livraison").Version}", Crew.Superadmin),
        new("/eva/normes/{scope}/{number:int}", "/eva/normes/beffroi-litteratie/1", Crew.Superadmin),
        new("/eva/mesure", "/eva/mesure", null),

        new("/eva/evaluations/importer", "/eva/evaluations/importer", Crew.Hugo),

        new("/connexion", "/connexion", null),
        new("/inscription", "/inscription", null),
        new("/inscription", "/inscription?q=beffroi", null),
        new("/inscription/nouvelle-structure", "/inscription/nouvelle-structure", null),
        new("/inscription/structure/{id:guid}", $"/inscription/structure/{keys.Structure}", null),
        new("/invitation/{token}", $"/invitation/{keys.InvitationToken}", null),
        new("/invitation/{token}", "/invitation/perdue", null),
        new("/mot-de-passe-oublie", "/mot-de-passe-oublie", null),
        new("/mot-de-passe/{token}", $"/mot-de-passe/{keys.ResetToken}", null),
        new("/adresse/{token}", $"/adresse/{keys.ConfirmToken}", null),
        new("/rappels/{token}", $"/rappels/{keys.StopToken}", null),
        new("/avis", "/avis", null),
        new("/avis/merci", "/avis/merci", Crew.Hugo),
        .. SupportPlaces.Of(keys),
        new("/compte", "/compte", Crew.Hugo),
        new("/compte", "/compte", Crew.Pending),
        new("/compte/nom", "/compte/nom", Crew.Hugo),
        new("/compte/mot-de-passe", "/compte/mot-de-passe", Crew.Hugo),
        new("/compte/conditions", "/compte/conditions", Crew.Hugo),
        new("/compte/fermer", "/compte/fermer", Crew.Hugo),
        new("/compte/preuve", "/compte/preuve", Crew.Hugo),
        new("/compte/connexions", "/compte/connexions", Crew.Hugo),
        new("/compte/connexions/application", "/compte/connexions/application", Crew.Hugo),
        new("/compte/connexions/cles/nouvelle", "/compte/connexions/cles/nouvelle", Crew.Hugo),
        new("/personnes", "/personnes", Crew.Admin),
        new("/personnes/{id:guid}", $"/personnes/{keys.Person}", Crew.Admin),
        new("/invitations", "/invitations", Crew.Admin),
        new("/invitations/nouvelle", "/invitations/nouvelle", Crew.Admin),
        new("/structures", "/structures", Crew.Superadmin),
        new("/structures/nouvelle", "/structures/nouvelle", Crew.Superadmin),
        new("/structures/activite", "/structures/activite", Crew.Superadmin),
        new("/structures/{id:guid}", $"/structures/{keys.Structure}", Crew.Superadmin),
        new("/structures/{id:guid}/modifier", $"/structures/{keys.Structure}/modifier", Crew.Superadmin),
        new("/admin/journal", "/admin/journal", Crew.Superadmin),
        new("/admin/effacements", "/admin/effacements", Crew.Superadmin),
        new("/admin/donnees-personnelles", "/admin/donnees-personnelles", Crew.Superadmin),
        new("/admin/donnees-personnelles/{service}", "/admin/donnees-personnelles/eva", Crew.Superadmin),
        new("/admin/courrier", "/admin/courrier", Crew.Superadmin),
        new("/admin/courrier/{id:guid}", $"/admin/courrier/{keys.Letter}", Crew.Superadmin),
        new("/admin/actualites", "/admin/actualites", Crew.Superadmin),
        new("/admin/actualites/nouvelle", "/admin/actualites/nouvelle", Crew.Superadmin),
        new("/admin/actualites/{id:guid}", $"/admin/actualites/{keys.News}", Crew.Superadmin),
        new("/admin/aide/nouvelle", "/admin/aide/nouvelle", Crew.Superadmin),
        new("/admin/aide/{id:guid}", $"/admin/aide/{keys.HelpSource}", Crew.Superadmin),
        new("/admin/bandeau", "/admin/bandeau", Crew.Superadmin),
        new("/admin/avis", "/admin/avis", Crew.Superadmin),
        new("/actualites", "/actualites", Crew.Hugo),
        new("/aide", "/aide", Crew.Hugo),

        new("/eva/campagnes", "/eva/campagnes", Crew.Hugo),
        new("/eva/campagnes/nouvelle", "/eva/campagnes/nouvelle", Crew.Hugo),
        new("/eva/campagnes/{id:guid}", $"/eva/campagnes/{keys.Campaign}", Crew.Hugo),
        new("/eva/campagnes/{id:guid}/modifier", $"/eva/campagnes/{keys.Campaign}/modifier", Crew.Hugo),
        new("/eva/campagnes/{id:guid}/supprimer", $"/eva/campagnes/{keys.EmptyCampaign}/supprimer", Crew.Admin),
        new("/eva/campagnes/{id:guid}/affiche", $"/eva/campagnes/{keys.Campaign}/affiche", Crew.Hugo),
        new("/eva/evaluations", "/eva/evaluations", Crew.Hugo),
        new("/eva/evaluations/{id:guid}", $"/eva/evaluations/{keys.Evaluation}", Crew.Hugo),
        new("/eva/evaluations/{id:guid}", $"/eva/evaluations/{keys.Unfinished}", Crew.Hugo),
        new("/eva/evaluations/{id:guid}/orientation", $"/eva/evaluations/{keys.Evaluation}/orientation", Crew.Hugo),
        new("/eva/evaluations/{id:guid}/orientation", $"/eva/evaluations/{keys.Evaluation}/orientation", Crew.Superadmin),
        new("/eva/evaluations/{id:guid}/entretien", $"/eva/evaluations/{keys.Evaluation}/entretien", Crew.Hugo),
        new("/eva/evaluations/{id:guid}/formation", $"/eva/evaluations/{keys.Evaluation}/formation", Crew.Hugo),
        new("/eva/offres", "/eva/offres", Crew.Hugo),
        new("/eva/orientation/fichiers", "/eva/orientation/fichiers", Crew.Superadmin),
        new("/eva/orientation/fichiers/{id:guid}", $"/eva/orientation/fichiers/{keys.OrientationDraft}", Crew.Superadmin),
        new("/eva/ethique", "/eva/ethique", null),

        new("/eva/evaluations/{id:guid}/mise-en-action", $"/eva/evaluations/{keys.Alarming}/mise-en-action", Crew.Hugo),
        new("/eva/beneficiaires", "/eva/beneficiaires", Crew.Hugo),
        new("/eva/beneficiaires/{id:guid}", $"/eva/beneficiaires/{keys.Followed}", Crew.Hugo),
        new("/eva/beneficiaires/{id:guid}/fusionner", $"/eva/beneficiaires/{keys.Followed}/fusionner", Crew.Hugo),
        new("/eva/beneficiaires/{id:guid}/fusionner", $"/eva/beneficiaires/{keys.Followed}/fusionner?avec=BRN10002", Crew.Hugo),
        new("/eva/beneficiaires/{id:guid}/donnees", $"/eva/beneficiaires/{keys.Followed}/donnees", Crew.Hugo),
        new("/eva/beneficiaires/{id:guid}/effacer", $"/eva/beneficiaires/{keys.Followed}/effacer", Crew.Hugo),
        new("/eva/conservation", "/eva/conservation", Crew.Admin),
        new("/eva/evaluations/{id:guid}/confirmer", $"/eva/evaluations/{keys.Evaluation}/confirmer", Crew.Hugo),
        new("/eva/evaluations/{id:guid}/desaccord", $"/eva/evaluations/{keys.Evaluation}/desaccord", Crew.Hugo),
        new("/eva/evaluations/{id:guid}/ecrit", $"/eva/evaluations/{keys.Evaluation}/ecrit", Crew.Hugo),
        new("/eva/evaluations/{id:guid}/fiche", $"/eva/evaluations/{keys.Evaluation}/fiche", Crew.Hugo),
        new("/eva/evaluations/{id:guid}/calcul", $"/eva/evaluations/{keys.Evaluation}/calcul", Crew.Superadmin),

        new("/eva", "/eva", null),
        new("/eva/{code}", $"/eva/{keys.Code}", null),
        new("/eva/{code}", $"/eva/{keys.Code}", InPlay),
        new("/eva/{code}", $"/eva/{keys.ClosedCode}", null),
        new("/eva/{code}", "/eva/ZZZ00000", null),
        new("/eva/reprendre", "/eva/reprendre", null),
        new("/eva/bienvenue/{name}", "/eva/bienvenue/age", InPlay),
        new("/eva/bienvenue/{name}", "/eva/bienvenue/niveau", InPlay),
        new("/eva/pret", "/eva/pret", InPlay),
        new("/eva/pause", "/eva/pause", InPlay),
        new("/eva/fin", "/eva/fin", AtTheEnd),

        new("/eva/seul", "/eva/seul", null),
        new("/eva/seul", "/eva/seul", Alone),
        new("/eva/pret", "/eva/pret", Alone),
        new("/eva/pause", "/eva/pause", Alone),
        new("/eva/seul/resultats", "/eva/seul/resultats", AloneAtTheEnd),
        new("/eva/seul/donner", "/eva/seul/donner", AloneAtTheEnd),
        new("/eva/seul/desaccord", "/eva/seul/desaccord", AloneAtTheEnd),
        new("/eva/seul/effacer", "/eva/seul/effacer", AloneAtTheEnd),
        new("/eva/seul/efface", "/eva/seul/efface", Alone),
        new("/eva/evaluations/recevoir", "/eva/evaluations/recevoir", Crew.Hugo),

        .. ContributionPlaces.Of(keys),
        .. ChatPlaces.Of(keys),
        .. CasePlaces.All,
        .. FlowPlaces.All,
        .. AdsPlaces.All,
        .. BotsWorkPlaces.All,
        .. BotsFoundPlaces.All,
        .. IncubatorPlaces.All,
    ];

    /// <summary>Routes that answer a GET with something else than a page of their own, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> NoPage = new Dictionary<string, string>(SignInPlaces.NoPage.Concat(ChatPlaces.NoPage).Concat(CasePlaces.NoPage).Concat(FlowPlaces.NoPage).Concat(AdsPlaces.NoPage).Concat(BotsWorkPlaces.NoPage).Concat(BotsFoundPlaces.NoPage).Concat(IncubatorPlaces.NoPage), StringComparer.Ordinal)
    {
        ["/.well-known/security.txt"] = "text for machines",
        ["/robots.txt"] = "text for machines",
        ["/sitemap.xml"] = "XML for machines",
        ["/eva/pret/avance.json"] = "JSON for browsers: what to start ahead",
        ["/stats.json"] = "JSON for machines",
        ["/donnees-personnelles/registre.json"] = "JSON for machines",
        ["/stats.schema.json"] = "JSON for machines",
        ["/structures/activite.csv"] = "a file",
        ["/admin/partenaires.csv"] = "a file",
        ["/admin/parcours.csv"] = "a file",
        ["/encyclopedie/fiches.json"] = "JSON for the search field",
        ["/en/encyclopedia/entries.json"] = "JSON for the search field",
        ["/encyclopedie/donnees/encyclopedia.json"] = "a file",
        ["/encyclopedie/donnees/encyclopedia.csv"] = "a file",
        ["/encyclopedie/donnees/encyclopedia.zip"] = "a file",
        ["/encyclopedie/donnees/encyclopedia.html"] = "a file",
        ["/en/encyclopedia/data/encyclopedia.json"] = "a file",
        ["/en/encyclopedia/data/encyclopedia.csv"] = "a file",
        ["/en/encyclopedia/data/encyclopedia.zip"] = "a file",
        ["/en/encyclopedia/data/encyclopedia.html"] = "a file",
        ["/encyclopedie/changements.atom"] = "a feed",
        ["/en/encyclopedia/changes.atom"] = "a feed",
        ["/api/encyclopedia/entries"] = "JSON for machines",
        ["/api/encyclopedia/entries/{key}"] = "JSON for machines",
        ["/api/encyclopedia/entries/{key}/versions"] = "JSON for machines",
        ["/api/encyclopedia/entries/{key}/versions/{number:int}"] = "JSON for machines",
        ["/healthz"] = "text for machines",
        ["/api/openapi.json"] = "JSON for machines",
        ["/api/eva/evaluations/moi"] = "JSON for the games",
        ["/eva/banque/{situation}/export.csv"] = "a file",
        ["/eva/banque/{situation}/export.xlsx"] = "a file",
        ["/eva/beneficiaires/{id:guid}/donnees.json"] = "a file",
        ["/eva/evaluations/{id:guid}/formation.csv"] = "a file",
        ["/eva/evaluations/export.csv"] = "a file",
        ["/eva/evaluations/export.xlsx"] = "a file",
        ["/eva/evaluations/{id:guid}/reponses.csv"] = "a file",
        ["/eva/evaluations/{id:guid}/reponses.xlsx"] = "a file",
        ["/eva/orientation/exemples/{name}"] = "a file",
        ["/eva/evaluations/{id:guid}/restitution.pdf"] = "a file",
        ["/eva/evaluations/{id:guid}/calcul/evenements.csv"] = "a file",
        ["/eva/evaluations/{id:guid}/calcul/evenements.json"] = "a file",
        ["/eva/bienvenue"] = "leads to the next question",
        ["/eva/suite"] = "leads to what comes next",
        ["/jouer/{*path:nonfile}"] = "the games: Browser.Tests",
    };
}
