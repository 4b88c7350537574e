using Beffroi.Kit;

namespace Beffroi.Accounts;

/// <summary>Who may give what to whom, and what a structure cannot lose.</summary>
public static class TeamRules
{
    const string LastAdmin = "Cette personne est la seule admin de sa structure. Donnez d’abord ce rôle à une autre personne";

    /// <summary>The roles that this one may give: never above one's own. Regional officers read everything and give nothing.</summary>
    public static IReadOnlyList<Role> Givable(this Role giver) => giver switch
    {
        Role.Superadmin => [Role.Conseiller, Role.Admin, Role.ChargeDeMissionRegionale, Role.Superadmin],
        Role.ChargeDeMissionRegionale => [],
        Role.Admin => [Role.Conseiller, Role.Admin],
        Role.Conseiller => [],
    };

    public static bool MayGive(this Role giver, Role given) => giver.Givable().Contains(given);

    /// <summary>Whether the role is held within a structure.</summary>
    public static bool NeedsStructure(this Role role) => role is Role.Admin or Role.Conseiller;

    /// <summary>Why this person cannot change that account at all; null when they can.</summary>
    public static string? Objection(CurrentUser by, Account account) =>
        by.Id == account.Id ? "Vous ne pouvez pas décider de votre propre compte : demandez à une autre personne admin"
        : !by.Role.MayGive(account.Role) ? "Cette personne a un rôle plus étendu que le vôtre"
        : null;

    public static string? ObjectionToRole(CurrentUser by, Account account, Role role, int otherAdmins) =>
        Objection(by, account)
        ?? (!by.Role.MayGive(role) ? "Vous ne pouvez pas donner un rôle plus étendu que le vôtre"
            : role.NeedsStructure() && account.StructureId is null ? "Ce rôle s’exerce dans une structure, et cette personne n’en a pas"
            : role != Role.Admin && IsLastAdmin(account, otherAdmins) ? LastAdmin
            : null);

    public static string? ObjectionToVerdict(CurrentUser by, Account account, Verdict verdict, int otherAdmins) =>
        Objection(by, account)
        ?? (!Next(account.Verdict).Contains(verdict) ? "Ce compte a changé entre-temps : vérifiez son état"
            : verdict != Verdict.Accepted && IsLastAdmin(account, otherAdmins) ? LastAdmin
            : null);

    /// <summary>What can be decided from a state: an account in use is deactivated, one that waits is refused.</summary>
    public static IReadOnlyList<Verdict> Next(Verdict? state) => state switch
    {
        null => [Verdict.Accepted, Verdict.Refused],
        Verdict.Accepted => [Verdict.Deactivated],
        Verdict.Refused or Verdict.Deactivated => [Verdict.Accepted],
        _ => throw new InvalidOperationException("A verdict that the enumeration does not name."),
    };

    static bool IsLastAdmin(Account account, int otherAdmins) =>
        account is { Role: Role.Admin, Verdict: Verdict.Accepted, StructureId: not null } && otherAdmins == 0;
}
