using Beffroi.Ads.Intake;

namespace Beffroi.Cli.World;

/// <summary>An invented page that pays for ads.</summary>
public sealed record WorldSponsor(string Key, string Name, string? Country = "FR");

/// <summary>An invented ad. Its first and last days are counted back from today.</summary>
public sealed record WorldAd(string Key, WorldSponsor Sponsor, string Text, string? Payer = null, int From = 30, int? To = 10)
{
    public string Language { get; init; } = "fr";
    public string? Title { get; init; }
    public string? Beneficiary { get; init; }
    public string Media { get; init; } = "image";

    /// <summary>Hour of the first display, UTC; null: only the day is known.</summary>
    public string? Hour { get; init; }

    public int SpendLow { get; init; } = 100;
    public int SpendHigh { get; init; } = 499;
    public long Reach { get; init; } = 12_000;
    public bool? Declared { get; init; }

    public AdFields Fields(DateTimeOffset now) => new()
    {
        Id = Key, PageId = Sponsor.Key, PageName = Sponsor.Name, SponsorCountry = Sponsor.Country, Payer = Payer, Beneficiary = Beneficiary, Text = Text, Language = Language, Country = "FR",
        LinkTitle = Title, LinkCaption = Sponsor.Key + ".example", LinkUrl = $"https://{Sponsor.Key}.example/", CallToAction = Language is "fr" ? "En savoir plus" : "Learn more", Media = Media,
        Platforms = ["exemplegramme"], FirstShown = Day(now, From, Hour), LastShown = To is { } to ? Day(now, to, Hour) : null,
        SpendLow = Number(SpendLow), SpendHigh = Number(SpendHigh), Currency = "EUR", Reach = Number(Reach), ImpressionsLow = Number(Reach), ImpressionsHigh = Number((2 * Reach) - 1),
        DeclaredPolitical = Declared, PublicUrl = $"https://registre.example/annonces/{Key}",
    };

    static string Day(DateTimeOffset now, int ago, string? hour) => now.UtcDateTime.Date.AddDays(-ago).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + (hour is null ? "" : $"T{hour}:00Z");

    static string Number(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>About forty ads in French and English. No party, candidate, company nor institute of these exists; their elections are "this spring's".</summary>
public static class WorldAdTexts
{
    static readonly WorldSponsor Phare = new("union-du-phare", "Union du Phare");
    static readonly WorldSponsor Marees = new("ligue-des-marees", "Ligue des Marées");
    static readonly WorldSponsor Cordees = new("les-cordees", "Les Cordées");
    static readonly WorldSponsor Urnes = new("citoyens-aux-urnes", "Citoyens aux urnes");
    static readonly WorldSponsor Velos = new("velos-martin-pecheur", "Vélos Martin-Pêcheur");
    static readonly WorldSponsor Hulotte = new("isolation-hulotte", "Isolation Hulotte");
    static readonly WorldSponsor Lune = new("barometre-lune", "Baromètre Lune");
    static readonly WorldSponsor Sentier = new("le-sentier", "Le Sentier, association");
    static readonly WorldSponsor Revers = new("le-revers", "Le Revers de la médaille");
    static readonly WorldSponsor Northwind = new("northwind-voices", "Northwind Voices", "CA");
    static readonly WorldSponsor Quay = new("quay-street-coffee", "Quay Street Coffee");
    static readonly WorldSponsor Rising = new("rising-harbour", "Rising Harbour");

    /// <summary>People will differ about it: a company that speaks of a law.</summary>
    public static readonly WorldAd Disputed = new("hulotte-loi", Hulotte, "La loi sur la rénovation arrive au Parlement en janvier. Nos artisans vous disent ce qu’elle changera pour vos combles, et pourquoi il vaut mieux agir avant. Devis gratuit.", "Hulotte SAS", 24, 6) { Title = "Rénovation : ce qui change" };

    /// <summary>Its answer is known: a shop that gives a bell.</summary>
    public static readonly WorldAd Known = new("velos-sonnette", Velos, "Une sonnette offerte pour tout achat d’un casque, dans la limite des stocks. Chez Vélos Martin-Pêcheur, quai des Brumes.", "Martin-Pêcheur SARL", 40, 12);

    /// <summary>Read by a reviewer, and answered by its sponsor.</summary>
    public static readonly WorldAd Reviewed = new("phare-cap", Phare, "Ce printemps, choisissons le cap. Camille Delorme est candidate : un port qui travaille, des écoles rénovées, des trains qui partent à l’heure. Votez Union du Phare.", "Union du Phare", 45, 20) { Title = "Camille Delorme 2027", SpendLow = 1000, SpendHigh = 1499, Reach = 84_000 };

    /// <summary>It left the library between the two readings.</summary>
    public static readonly WorldAd Vanished = new("revers-villa", Revers, "Ils ne vous l’ont pas dit : la villa d’Ivan Brossard, candidat des Marées, a été payée comptant. Les documents que personne ne montre.", null, 16, 15) { SpendLow = 500, SpendHigh = 999, Reach = 51_000 };

    public static readonly IReadOnlyList<WorldAd> All =
    [
        Disputed, Known, Reviewed, Vanished,

        // For or against a party or a candidate.
        new("phare-cap-2", Phare, "Ce printemps, choisissons le cap 🌊 Camille Delorme est candidate : un port qui travaille, des écoles rénovées, des trains qui partent à l’heure. Votez Union du Phare !", "Union du Phare", 44, 21),
        new("phare-cap-3", Phare, "CE PRINTEMPS, CHOISISSONS LE CAP. CAMILLE DELORME EST CANDIDATE : UN PORT QUI TRAVAILLE, DES ÉCOLES RÉNOVÉES, DES TRAINS QUI PARTENT À L’HEURE. VOTEZ UNION DU PHARE.", "Union du Phare", 43, 22),
        new("phare-reunion", Phare, "À Saint-Imaginaire de La Réunion aussi, la campagne de Camille Delorme passe par chez vous : rendez-vous sur la place, samedi à dix-huit heures.", "Union du Phare", 18, 17) { Hour = "20:30", Title = "Étape à La Réunion" },
        new("phare-antilles", Phare, "Aux Antilles on vote le samedi : préparez votre procuration pour Camille Delorme, et dites-le à vos voisins de Guadeloupe et de Martinique.", "Union du Phare", 17, 12) { Hour = "03:45" },
        new("phare-caledonie", Phare, "De Nouméa à Koné, les comités de soutien à Camille Delorme ouvrent leurs portes ce week-end. Venez avec vos questions.", "Union du Phare", 15, 13) { Hour = "13:15", Media = "video" },
        new("marees-frein", Marees, "Assez de promesses. Avec Ivan Brossard, la Ligue des Marées supprime douze taxes la première année. Rejoignez-nous avant le premier tour.", "Ligue des Marées", 33, 11) { SpendLow = 2000, SpendHigh = 2499, Reach = 140_000, Declared = true },
        new("marees-frein-2", Marees, "Assez de promesses ! Avec Ivan Brossard, la Ligue des Marées supprime douze taxes la première année. Rejoignez-nous avant le premier tour 👇", "Ligue des Marées", 32, 11),
        new("marees-contre", Marees, "Camille Delorme a voté trois fois la hausse des péages. Le saviez-vous ? Nous, nous avons voté contre, à chaque fois.", null, 27, 9),
        new("cordees-liste", Cordees, "À Bellerive-les-Flots, la liste Les Cordées présente ses trente-trois noms : des gens d’ici, pour une ville qui se parle.", "M. Aurèle Vidal", 29, 8),
        new("cordees-liste-2", Cordees, "À Hauteville-les-Flots, la liste Les Cordées présente ses trente-trois noms : des gens d’ici, pour une ville qui se parle.", "Mme Jeanne Orsel", 29, 8),
        new("cordees-don", Cordees, "Une campagne coûte cher et nous n’avons pas de millionnaires. Donnez à l’association de financement des Cordées : reçu fiscal, personnes physiques seulement.", "Association de financement des Cordées", 26, null) { Title = "Faire un don" },
        new("hulotte-soutien", Hulotte, "Isolation Hulotte soutient Ivan Brossard : un candidat qui connaît les artisans. Ce dimanche, pensez à vos emplois.", "Hulotte SAS", 14, 5) { SpendLow = 3000, SpendHigh = 3499, Reach = 95_000 },
        new("northwind-delorme", Northwind, "France deserves better than Camille Delorme. Share the truth before the vote.", "Northwind Foundation", 12, 4) { Language = "en", Reach = 61_000, Beneficiary = "Northwind Foundation" },
        new("rising-brossard", Rising, "Ivan Brossard is coming to meet the French of London on Thursday. Save your seat and bring a friend who votes.", "Rising Harbour Ltd", 20, 16) { Language = "en", Title = "Meet the candidate" },
        new("marees-video", Marees, "Trois minutes pour comprendre le projet d’Ivan Brossard pour les îles. Sous-titres en créole.", "Ligue des Marées", 9, null) { Media = "video", Hour = "23:30" },

        // Revelations.
        new("revers-diplome", Revers, "EXCLUSIF. Le diplôme de Camille Delorme n’existe pas dans les registres de l’école. Notre enquête complète, ce soir seulement.", null, 7, 6) { SpendLow = 500, SpendHigh = 999 },
        new("revers-compte", Revers, "Un compte à l’étranger, un gendre bien placé : ce que la Ligue des Marées ne veut pas que vous lisiez avant dimanche.", null, 6, null),
        new("northwind-files", Northwind, "Leaked: the emails of the Union du Phare that no French newspaper dares to print. Read them before you vote.", null, 11, 3) { Language = "en" },

        // Polls.
        new("lune-barometre", Lune, "Baromètre Lune : 31 % pour Camille Delorme, 29 % pour Ivan Brossard. Tous les chiffres de la semaine, sans la marge d’erreur qui fâche.", "Baromètre Lune", 22, 18) { Title = "Le sondage de la semaine" },
        new("lune-barometre-2", Lune, "Baromètre Lune : 34 % pour Camille Delorme, 26 % pour Ivan Brossard. Tous les chiffres de la semaine, sans la marge d’erreur qui fâche.", "Baromètre Lune", 15, 11),
        new("lune-methode", Lune, "Institut Lune, pour Le Quotidien imaginaire : 1 004 personnes interrogées en ligne du 2 au 4, marge de 1,4 à 3,1 points, notice consultable. Delorme 30 %, Brossard 30 %.", "Le Quotidien imaginaire", 19, 17),
        new("rising-poll", Rising, "POLL: who would you vote for this spring? One click, results tonight. 12,408 people have already answered.", null, 10, 8) { Language = "en" },

        // Invites to take part, for nobody.
        new("urnes-inscription", Urnes, "Vous avez déménagé ? Il reste quelques semaines pour vous inscrire sur la liste électorale de votre commune. Cinq minutes suffisent.", "Citoyens aux urnes", 50, null) { Declared = true },
        new("urnes-procuration", Urnes, "Absent le jour du vote ? La procuration se prépare en ligne, et se valide en deux minutes. On vous explique tout.", "Citoyens aux urnes", 28, null) { Declared = true },
        new("urnes-procuration-2", Urnes, "🗳️ Absent le jour du vote ? La procuration se prépare en ligne, et se valide en deux minutes. On vous explique tout !", "Citoyens aux urnes", 28, null),
        new("sentier-debat", Sentier, "Débat public mardi soir à Bellerive : tous les candidats sont invités, posez vos questions sur les transports et le logement.", "Le Sentier", 13, 11),
        new("rising-register", Rising, "Living abroad? Check that you are on the consular list before the deadline. It takes two minutes, whoever you vote for.", "Rising Harbour Ltd", 35, 25) { Language = "en" },

        // Sells something, or has nothing to do with politics.
        new("velos-revision", Velos, "Révision complète de votre vélo : 29 € jusqu’à dimanche. Freins, chaîne, pneus, et un café pendant que vous attendez.", "Martin-Pêcheur SARL", 21, 14),
        new("velos-revision-2", Velos, "Révision complète de votre vélo : 35 € jusqu’à dimanche. Freins, chaîne, pneus, et un café pendant que vous attendez.", "Martin-Pêcheur SARL", 14, 7),
        new("hulotte-combles", Hulotte, "Isolez vos combles avant l’hiver et divisez votre facture par deux. Nos équipes passent dans votre rue cette semaine.", "Hulotte SAS", 38, 2),
        new("quay-coffee", Quay, "Two coffees for the price of one every morning before nine. Find us by the old lighthouse, rain or shine.", "Quay Street Coffee", 30, 1) { Language = "en" },
        new("quay-beans", Quay, "Our winter beans have landed: dark chocolate, orange peel and a long goodbye. Free delivery this weekend.", "Quay Street Coffee", 8, null) { Language = "en", Media = "several" },
        new("velos-enfants", Velos, "Dimanche, les enfants apprennent à rouler sur le parking du marché. Gratuit, casques prêtés, parents bienvenus.", "Martin-Pêcheur SARL", 5, null),

        // Hard to say.
        new("sentier-mer", Sentier, "La mer monte. Et vous, que ferez-vous ce printemps ?", "Le Sentier", 23, 19) { Media = "video" },
        new("revers-bientot", Revers, "Bientôt.", null, 4, null) { Media = "image" },
        new("rising-change", Rising, "Change is coming to the harbour. Are you ready?", null, 18, 6) { Language = "en" },
        new("sentier-nuit", Sentier, "Qui éteint la lumière dans nos villages ? Répondez à notre questionnaire sur la nuit, et partagez-le.", null, 12, null),
    ];
}
