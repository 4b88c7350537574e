using Beffroi.Kit;

namespace Beffroi.Cli.World;

/// <summary>An invented person who signs in.</summary>
/// <param name="Accepted">False for an account that waits for a decision.</param>
public sealed record WorldPerson(string Name, string Email, Role Role, WorldStructure? Structure, bool Accepted = true);

/// <summary>The invented people of the named world: the seed plants them, the tests call them by their names.</summary>
public static class People
{
    /// <summary>
    /// The password of everyone here, printed by <c>beffroi serve --demo</c> and written in the README: it protects nothing but invented
    /// people, whom a seed refuses to put beside real ones.
    /// </summary>
    public const string Password = "carillon-du-matin";

    public static readonly WorldPerson Camille = new("Camille Fontaine", "camille.fontaine@equipe.beffroi.example", Role.Superadmin, Structure: null);
    public static readonly WorldPerson Ismael = new("Ismaël Roche", "ismael.roche@region.beffroi.example", Role.ChargeDeMissionRegionale, Structures.Region);
    public static readonly WorldPerson Paul = new("Paul Mercier", "paul.mercier@region.beffroi.example", Role.Admin, Structures.Region);
    public static readonly WorldPerson Nadia = new("Nadia Belkacem", "nadia.belkacem@mission.beffroi.example", Role.Admin, Structures.MissionLocale);
    public static readonly WorldPerson Hugo = new("Hugo Lemaire", "hugo.lemaire@mission.beffroi.example", Role.Conseiller, Structures.MissionLocale);
    public static readonly WorldPerson Rose = new("Rose Nguyen", "rose.nguyen@mission.beffroi.example", Role.Conseiller, Structures.MissionLocale);
    public static readonly WorldPerson Alex = new("Alex Martin", "alex.martin@mission.beffroi.example", Role.Conseiller, Structures.MissionLocale, Accepted: false);
    public static readonly WorldPerson Marc = new("Marc Delattre", "marc.delattre@atelier.beffroi.example", Role.Admin, Structures.Atelier);
    public static readonly WorldPerson Samira = new("Samira Haddad", "samira.haddad@atelier.beffroi.example", Role.Conseiller, Structures.Atelier);

    public static readonly IReadOnlyList<WorldPerson> All = [Camille, Ismael, Paul, Nadia, Hugo, Rose, Alex, Marc, Samira];
}
