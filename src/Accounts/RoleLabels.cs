using Beffroi.Dsfr;
using Beffroi.Kit;

namespace Beffroi.Accounts;

public static class RoleLabels
{
    public static string Label(this Role role) => role switch
    {
        Role.Superadmin => "Superadmin",
        Role.ChargeDeMissionRegionale => "Chargée ou chargé de mission régionale",
        Role.Admin => "Admin",
        Role.Conseiller => "Conseillère ou conseiller",
    };

    static string Rights(this Role role) => role switch
    {
        Role.Superadmin => "Crée les structures et gère tous les comptes",
        Role.ChargeDeMissionRegionale => "Lit tout ce qui n’est pas privé",
        Role.Admin => "Gère les personnes et les campagnes de sa structure et de celles qu’elle regroupe",
        Role.Conseiller => "Crée des campagnes et lit celles de sa structure",
    };

    /// <summary>Roles to choose from, each with what it allows.</summary>
    public static IReadOnlyList<Option> OptionsOf(IReadOnlyList<Role> roles) =>
        [.. roles.Select(r => new Option(r.ToString(), r.Label(), r.Rights()))];

    /// <summary>A role by its name only: a number is no choice.</summary>
    public static Role? Read(string? name) =>
        Enum.GetNames<Role>().Contains(name, StringComparer.Ordinal) ? Enum.Parse<Role>(name!) : null;
}
