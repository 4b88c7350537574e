namespace Beffroi.Eva;

/// <summary>A list of situations that answers one question about a person.</summary>
public enum Parcours
{
    /// <summary>Reading, writing and counting at work.</summary>
    CompetencesDeBase,
}

public static class ParcoursPlan
{
    /// <summary>Minutes announced for the free text (announced by the original service, read 2026-11).</summary>
    public const int WritingMinutes = 6;

    public const string Livraison = "livraison";
    public const string Maintenance = "maintenance";

    /// <summary>Technical name, in forms and exports.</summary>
    public static string Name(this Parcours parcours) => parcours switch
    {
        Parcours.CompetencesDeBase => "competences_de_base",
    };

    public static Parcours? Read(string? name) =>
        Enum.GetValues<Parcours>().Where(p => string.Equals(p.Name(), name, StringComparison.Ordinal)).Cast<Parcours?>().FirstOrDefault();

    public static string Label(this Parcours parcours) => parcours switch
    {
        Parcours.CompetencesDeBase => "Compétences de base : lire, écrire, compter au travail",
    };

    public static IReadOnlyList<SituationRules> Situations(this Parcours parcours) =>
        [.. Names(parcours).Select(SituationCatalog.Get)];

    public static int Minutes(this Campaign campaign) =>
        campaign.Situations.Sum(s => SituationCatalog.Get(s).Minutes) + (campaign.WithWriting ? WritingMinutes : 0);

    static string[] Names(Parcours parcours) => parcours switch
    {
        Parcours.CompetencesDeBase => [Livraison, Maintenance],
    };
}
