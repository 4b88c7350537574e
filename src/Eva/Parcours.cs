namespace Beffroi.Eva;

/// <summary>A list of situations that answers one question about a person.</summary>
public enum Parcours
{
    /// <summary>Reading, writing and counting at work.</summary>
    CompetencesDeBase,

    /// <summary>The same, and how one goes about a task.</summary>
    Complet,
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
    };

    public static Parcours? Read(string? name) =>
        Enum.GetValues<Parcours>().Where(p => string.Equals(p.Name(), name, StringComparison.Ordinal)).Cast<Parcours?>().FirstOrDefault();

    public static string Label(this Parcours parcours) => parcours switch
    {
        Parcours.CompetencesDeBase => "Compétences de base : lire, écrire, compter au travail",
        Parcours.Complet => "Complet : compétences de base, et manières de travailler",
    };

    /// <summary>What a person who plays alone chooses between.</summary>
    public static string ShortLabel(this Parcours parcours) => parcours switch { Parcours.CompetencesDeBase => "Court", Parcours.Complet => "Complet" };

    /// <summary>In the order of play.</summary>
    public static IReadOnlyList<SituationRules> Situations(this Parcours parcours) => [.. Names(parcours).Select(SituationCatalog.Get)];

    /// <summary>The order of the original service (read 2026-11): it begins with the shortest of the base situations, played with two buttons.</summary>
    public static IReadOnlyList<string> Names(Parcours parcours) => parcours switch
    {
        Parcours.CompetencesDeBase => [Maintenance, Livraison, "objets_trouves"],
        Parcours.Complet => [Maintenance, Livraison, "tri", "controle", "securite", "objets_trouves", "inventaire"],
    };

    /// <summary>What a campaign announces to those who enter, its options included.</summary>
    public static int Minutes(this Campaign campaign) => Announced(campaign.Parcours, campaign.Situations) + campaign.Options.Minutes;

    /// <summary>The announced duration of a parcours (original service, read 2026-11); a campaign that plays another list announces the sum of what it plays.</summary>
    public static int Announced(Parcours parcours, IReadOnlyCollection<string> situations)
    {
        var played = situations.Where(s => !string.Equals(s, PlanDeLaVille, StringComparison.Ordinal)).ToList();
        return played.SequenceEqual(Names(parcours), StringComparer.Ordinal)
            ? parcours switch { Parcours.CompetencesDeBase => 25, Parcours.Complet => 55 }
            : played.Sum(s => SituationCatalog.Get(s).Minutes);
    }
}
