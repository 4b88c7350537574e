using Beffroi.Eva.Contracts;

namespace Beffroi.Eva;

/// <summary>A list of situations that answers one question about a person.</summary>
public enum Parcours
{
    /// <summary>Reading, writing and counting at work.</summary>
    CompetencesDeBase,

    /// <summary>The same, and how one goes about a task.</summary>
    Complet,

    /// <summary>Where a person stands in reading and writing, question after question.</summary>
    PositionnementLitteratie,

    /// <summary>The same, in numbers.</summary>
    PositionnementNumeratie,

    /// <summary>Both.</summary>
    Positionnement,
}

public static class ParcoursPlan
{
    public const string Livraison = "livraison";
    public const string Maintenance = "maintenance";

    /// <summary>Optional, before the others: handling the device.</summary>
    public const string PlanDeLaVille = "plan_de_la_ville";

    /// <summary>Technical name, in forms and exports.</summary>
    public static string Name(this Parcours parcours) => parcours switch
    {
        Parcours.CompetencesDeBase => "competences_de_base",
        Parcours.Complet => "complet",
        Parcours.PositionnementLitteratie => "positionnement_litteratie",
        Parcours.PositionnementNumeratie => "positionnement_numeratie",
        Parcours.Positionnement => "positionnement",
    };

    public static Parcours? Read(string? name) =>
        Enum.GetValues<Parcours>().Where(p => string.Equals(p.Name(), name, StringComparison.Ordinal)).Cast<Parcours?>().FirstOrDefault();

    public static string Label(this Parcours parcours) => parcours switch
    {
        Parcours.CompetencesDeBase => "Compétences de base : lire, écrire, compter au travail",
        Parcours.Complet => "Complet : compétences de base, et manières de travailler",
        Parcours.PositionnementLitteratie => "Positionnement en littératie : lire, comprendre, écrire",
        Parcours.PositionnementNumeratie => "Positionnement en numératie : compter, calculer, mesurer",
        Parcours.Positionnement => "Positionnement en littératie et en numératie",
    };

    /// <summary>For an adviser.</summary>
    public static string Label(RouteMode route) => route switch
    {
        RouteMode.Beffroi => "Adaptatif",
        RouteMode.Historique => "Historique",
    };

    /// <summary>What a person who plays alone chooses between.</summary>
    public static string ShortLabel(this Parcours parcours) => parcours switch
    {
        Parcours.CompetencesDeBase => "Court",
        Parcours.Complet => "Complet",
        Parcours.PositionnementLitteratie or Parcours.PositionnementNumeratie or Parcours.Positionnement => parcours.Label(),
    };

    /// <summary>In the order of play.</summary>
    public static IReadOnlyList<SituationRules> Situations(this Parcours parcours) => [.. Names(parcours).Select(SituationCatalog.Get)];

    /// <summary>The order of the original service (read 2026-11): it begins with the shortest of the base situations, played with two buttons.</summary>
    public static IReadOnlyList<string> Names(Parcours parcours) => parcours switch
    {
        Parcours.CompetencesDeBase => [Maintenance, Livraison, "objets_trouves"],
        Parcours.Complet => [Maintenance, Livraison, "tri", "controle", "securite", "objets_trouves", "inventaire"],
        Parcours.PositionnementLitteratie => [CafeCodebook.Situation],
        Parcours.PositionnementNumeratie => [MarcheCodebook.Situation],
        Parcours.Positionnement => [CafeCodebook.Situation, MarcheCodebook.Situation],
    };

    /// <summary>What a campaign announces to those who enter, its options included.</summary>
    public static int Minutes(this Campaign campaign) =>
        (campaign.Route is null ? Announced(campaign.Parcours, campaign.Situations) : campaign.Situations.Where(IsAnnounced).Sum(s => SituationCatalog.Get(s).MinutesIn(campaign.Programme))) + campaign.Options.Minutes;

    /// <summary>The announced duration of a parcours (original service, read 2026-11); a campaign that plays another list announces the sum of what it plays.</summary>
    public static int Announced(Parcours parcours, IReadOnlyCollection<string> situations)
    {
        var played = situations.Where(IsAnnounced).ToList();
        var sum = played.Sum(s => SituationCatalog.Get(s).Minutes);
        return !played.SequenceEqual(Names(parcours), StringComparer.Ordinal) ? sum : parcours switch
        {
            Parcours.CompetencesDeBase => 25,
            Parcours.Complet => 55,
            Parcours.PositionnementLitteratie or Parcours.PositionnementNumeratie or Parcours.Positionnement => sum,
        };
    }

    // Its minutes are those of an option.
    static bool IsAnnounced(string situation) => !string.Equals(situation, PlanDeLaVille, StringComparison.Ordinal);
}
