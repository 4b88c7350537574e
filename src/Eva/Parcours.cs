namespace Beffroi.Eva;

/// <summary>A list of situations that answers one question about a person.</summary>
public enum Parcours
{
    /// <summary>Reading, writing and counting at work.</summary>
    CompetencesDeBase,
}

/// <summary>A situation as a parcours offers it.</summary>
/// <param name="Minutes">Announced duration; free writing adds <see cref="ParcoursPlan.WritingMinutes"/>.</param>
public sealed record SituationPlan(string Name, string Label, int Minutes);

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

    public static IReadOnlyList<SituationPlan> Situations(this Parcours parcours) => parcours switch
    {
        Parcours.CompetencesDeBase => [new(Livraison, "La tournée de livraison", 12), new(Maintenance, "Le robot de l’atelier", 6)],
    };

    public static SituationPlan Situation(string name) =>
        Situations(Parcours.CompetencesDeBase).Single(s => string.Equals(s.Name, name, StringComparison.Ordinal));

    public static int Minutes(this Campaign campaign) =>
        campaign.Situations.Sum(s => Situation(s).Minutes) + (campaign.WithWriting ? WritingMinutes : 0);
}
