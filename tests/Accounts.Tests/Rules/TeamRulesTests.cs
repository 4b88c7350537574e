using Beffroi.Kit;
using CsCheck;

namespace Beffroi.Accounts.Tests.Rules;

public sealed class TeamRulesTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    static readonly Gen<Role> AnyRole = Gen.Enum<Role>();
    static readonly Guid StructureId = new("01936f2e-0000-7000-8000-000000000001");

    static CurrentUser User(Role role, Guid? id = null) =>
        new() { Id = id ?? Guid.Empty, Name = "Qui décide", Role = role, StructureId = StructureId, Structures = [StructureId], Accepted = true };

    static Account Person(Role role, params Verdict[] verdicts)
    {
        var account = Account.Open(
            PersonName.Read("Personne", "Name", new())!,
            EmailAddress.Read("personne@structure.fr", "Email", new())!,
            role, role.NeedsStructure() ? StructureId : null, Now);
        foreach (var verdict in verdicts)
        {
            account.Decide(verdict, null, Now);
        }

        return account;
    }

    // The order of the enumeration is from the widest role to the narrowest.
    [Fact]
    public void Nobody_gives_a_role_above_their_own() =>
        Gen.Select(AnyRole, AnyRole).Sample((giver, given) => Assert.True(!giver.MayGive(given) || given >= giver));

    [Fact]
    public void Only_a_superadmin_makes_superadmins_and_regional_officers()
    {
        foreach (var giver in Enum.GetValues<Role>())
        {
            Assert.Equal(giver == Role.Superadmin, giver.MayGive(Role.Superadmin));
            Assert.Equal(giver == Role.Superadmin, giver.MayGive(Role.ChargeDeMissionRegionale));
            Assert.Equal(giver is Role.Superadmin or Role.Admin, giver.MayGive(Role.Conseiller));
        }
    }

    [Fact]
    public void The_last_admin_of_a_structure_is_neither_lowered_nor_deactivated()
    {
        var admin = Person(Role.Admin, Verdict.Accepted);
        Assert.Contains("seule admin", TeamRules.ObjectionToRole(User(Role.Superadmin), admin, Role.Conseiller, otherAdmins: 0), StringComparison.Ordinal);
        Assert.Contains("seule admin", TeamRules.ObjectionToVerdict(User(Role.Superadmin), admin, Verdict.Deactivated, otherAdmins: 0), StringComparison.Ordinal);
        Assert.Null(TeamRules.ObjectionToRole(User(Role.Superadmin), admin, Role.Conseiller, otherAdmins: 1));
        Assert.Null(TeamRules.ObjectionToVerdict(User(Role.Superadmin), admin, Verdict.Deactivated, otherAdmins: 1));
    }

    [Fact]
    public void An_admin_in_waiting_does_not_count_as_one() =>
        Assert.Null(TeamRules.ObjectionToVerdict(User(Role.Admin), Person(Role.Admin), Verdict.Refused, otherAdmins: 0));

    [Fact]
    public void Nobody_decides_on_themselves()
    {
        var self = Person(Role.Admin, Verdict.Accepted);
        Assert.NotNull(TeamRules.ObjectionToRole(User(Role.Admin, self.Id), self, Role.Conseiller, otherAdmins: 3));
    }

    [Fact]
    public void An_admin_cannot_touch_a_wider_role() =>
        Assert.NotNull(TeamRules.Objection(User(Role.Admin), Person(Role.Superadmin, Verdict.Accepted)));

    [Fact]
    public void A_role_of_a_structure_needs_one() =>
        Assert.NotNull(TeamRules.ObjectionToRole(User(Role.Superadmin), Person(Role.ChargeDeMissionRegionale, Verdict.Accepted), Role.Admin, otherAdmins: 0));

    [Fact]
    public void The_last_decision_holds_whatever_the_clock()
    {
        var account = Person(Role.Conseiller, Verdict.Refused, Verdict.Accepted, Verdict.Deactivated);
        Assert.Equal(Verdict.Deactivated, account.Verdict);
        Assert.Null(Person(Role.Conseiller).Verdict);
    }

    [Fact]
    public void From_each_state_only_some_decisions_make_sense()
    {
        Assert.NotNull(TeamRules.ObjectionToVerdict(User(Role.Superadmin), Person(Role.Conseiller), Verdict.Deactivated, otherAdmins: 1));
        Assert.NotNull(TeamRules.ObjectionToVerdict(User(Role.Superadmin), Person(Role.Conseiller, Verdict.Accepted), Verdict.Accepted, otherAdmins: 1));
        Assert.Null(TeamRules.ObjectionToVerdict(User(Role.Superadmin), Person(Role.Conseiller, Verdict.Deactivated), Verdict.Accepted, otherAdmins: 1));
    }
}
