namespace Beffroi.Cli.World;

/// <summary>What invented accounts say of the port that closes, and does not.</summary>
static class WorldBotTexts
{
    /// <summary>The same sentence, from many accounts, within a minute.</summary>
    public static readonly IReadOnlyList<(string Language, string Text)> Waves =
    [
        ("fr", "URGENT : le port imaginaire ferme lundi, les autorités se taisent #portimaginaire"),
        ("fr", "Personne n’en parle : la digue du port imaginaire est vendue à l’étranger #portimaginaire"),
        ("fr", "Regardez cette vidéo avant qu’elle ne disparaisse #portimaginaire #dignedepersonne"),
        ("en", "They are closing the imaginary port and nobody tells you why #portimaginaire"),
        ("fr", "Le maire a fui, les pêcheurs sont seuls #portimaginaire"),
        ("fr", "Trois mille familles à la rue dès lundi, partagez #portimaginaire"),
        ("en", "BREAKING: the imaginary port shuts down on Monday, share before it is gone #portimaginaire"),
        ("fr", "Le document secret sur la fermeture du port imaginaire #portimaginaire"),
        ("fr", "On nous ment depuis des mois sur le port imaginaire #portimaginaire"),
        ("fr", "Demain il sera trop tard pour le port imaginaire #portimaginaire"),
    ];

    public static readonly IReadOnlyList<string> Openings = ["Ce matin,", "Franchement,", "Petite question :", "D’après mon voisin,", "Je reviens du marché,", "Pour info,", "Au travail,", "Hier soir,", "Avec les enfants,", "Sérieusement,", "Vu de ma fenêtre,", "Après lecture,"];

    public static readonly IReadOnlyList<string> Middles =
    [
        "le port imaginaire était calme", "le port imaginaire sentait la marée", "personne ne parle de fermer le port imaginaire", "la gare du port imaginaire est en travaux", "le marché du port imaginaire vaut le détour",
        "j’ai vu les grues du port imaginaire tourner", "le musée du port imaginaire rouvre samedi", "on cherche un logement près du port imaginaire", "le ferry du port imaginaire avait une heure de retard",
        "la fanfare répète au port imaginaire", "les horaires du port imaginaire ont changé", "on a mangé des moules au port imaginaire", "la rumeur sur le port imaginaire me fatigue",
    ];

    public static readonly IReadOnlyList<string> Endings = ["et c’est tout.", "et vous ?", "comme chaque semaine.", "je ne sais pas quoi en penser.", "photos ce soir.", "merci aux équipes.", "on verra bien.", "quelqu’un confirme ?", "bonne journée.", "j’y retourne dimanche.", "et il pleut."];

    public static readonly IReadOnlyList<string> EnglishMiddles = ["the imaginary port was quiet today", "my cousin works at the imaginary port and it is open", "the ferry from the imaginary port was late again", "the museum of the imaginary port opens on Saturday", "who started this story about the imaginary port?"];

    /// <summary>Of those who talk for themselves: any likeness to a living account is chance.</summary>
    public static readonly IReadOnlyList<(string Handle, string Name, string Description)> People =
    [
        ("lucie_des_quais", "Lucie", "Institutrice, vélo, chorale."), ("atelier-marin", "L’Atelier marin", "Réparation de voiles depuis 1998."), ("tom.rade", "Tom", "Photos de la rade."), ("gazette_du_mole", "La Gazette du Môle", "Journal local, chaque jeudi."),
        ("nour.b", "Nour", "Infirmière de nuit."), ("pierrot_le_docker", "Pierrot", "Docker, grand-père, râleur."), ("meteo_du_port", "Météo du port", "Robot : hauteur d’eau et vent, toutes les heures."), ("inesvoile", "Inès", "Voile légère et mots croisés."),
        ("biblio_phare", "Bibliothèque du Phare", "Livres, contes, ateliers."), ("k_moreau", "K. Moreau", "Comptable le jour."), ("yann-pecheur", "Yann", "Pêche à pied."), ("sophie.lit", "Sophie", "Lectures et confitures."),
        ("ligne_12", "Ligne 12", "Usagers du tram."), ("abel_r", "Abel", "Étudiant en géographie."), ("mamie.douarn", "Mamie D.", "Tricot, politique, soupe."), ("theo_photos", "Théo", "Argentique."),
        ("port_dans_lau", "Jo", "Jeux de mots seulement."), ("rugby_rade", "Rugby Rade", "Club, tous âges."), ("celine.k", "Céline", "Juriste."), ("marchand_de_sable", "Le Marchand", "Insomniaque."),
        ("hugo_vend_vélos", "Hugo V.", "Vélos d’occasion."), ("lili_cuisine", "Lili", "Recettes de marée."), ("observe_oiseaux", "Les Limicoles", "Comptages d’oiseaux."), ("jeanne_a_quai", "Jeanne", "Retraitée du phare."),
        ("paul_emploi", "Paul", "Cherche un poste."), ("amine.dev", "Amine", "Logiciel libre."), ("fanfare_rade", "La Fanfare", "Cuivres et vent."), ("zoe_m", "Zoé", "Sage-femme."),
        ("capitaine_ad_hoc", "Capitaine", "Histoire navale."), ("louis.t", "Louis", "Professeur de maths."), ("friperie_du_quai", "La Friperie", "Ouvert le samedi."), ("anna_en", "Anna", "Moved here for the sea."),
        ("ben.harbour", "Ben", "Cargo spotter."), ("tide_tables", "Tide tables", "Automated: tides, twice a day."), ("mia_writes", "Mia", "Translator."), ("oldsalt", "Old Salt", "Retired pilot."),
    ];
}
