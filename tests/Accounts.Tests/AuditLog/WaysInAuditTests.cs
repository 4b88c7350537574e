using Beffroi.Accounts.OpenId;
using Beffroi.Accounts.Tests.Outside;
using Beffroi.Accounts.Tests.Passkeys;
using Beffroi.Accounts.Tests.SecondStep;
using Beffroi.Kit;
using Beffroi.Testing;
using Beffroi.Testing.Providers;

namespace Beffroi.Accounts.Tests.AuditLog;

/// <summary>Whatever opens an account is in the log when it changes; what it is made of is not.</summary>
public sealed class WaysInAuditTests
{
    [Fact]
    public async Task An_identity_linked_and_unlinked_is_told_without_saying_which()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = await site.OpenTo(Provider.FranceConnect);
        var hugo = (await site.SignIn(Crew.Hugo)).Through(server);
        await LinkingTests.Link(hugo, "FranceConnect");
        await hugo.Press("Ne plus utiliser FranceConnect");

        Assert.Equal(["Added", "Deleted"], Rows(site, "connexion.franceconnect", "connexion.delier").Where(r => r.Subject.StartsWith("IdentityUserLogin", StringComparison.Ordinal)).Select(r => r.Change).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(site.ReadAccounts(db => db.Audit.ToList()), r => $"{r.Subject} {r.Fields} {r.Who}".Contains(server.SubjectOf(Somebody.Angela), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_passkey_is_told()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await PasskeysTests.Add(site, new SoftKey());
        Assert.Contains(Rows(site, "connexion.cle.ajouter"), r => r.Subject.StartsWith("IdentityUserPasskey", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_codes_of_a_telephone_and_of_paper_are_told_and_not_given()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (_, paper) = await SecondStepTests.SetUp(site);
        Assert.Equal(RecoveryCode.Each, Rows(site, "connexion.application").Count(r => r.Subject.StartsWith("RecoveryCode:", StringComparison.Ordinal)));
        Assert.Contains(Rows(site, "connexion.application"), r => r.Subject.StartsWith("Authenticator:", StringComparison.Ordinal));
        var all = string.Join(' ', site.ReadAccounts(db => db.Audit.ToList()).Select(r => $"{r.Subject} {r.Fields}"));
        Assert.All(paper, code => Assert.DoesNotContain(code, all, StringComparison.OrdinalIgnoreCase));
    }

    static List<AuditRow> Rows(SiteUnderTest site, params string[] acts)
    {
        var who = $"compte:{site.IdOf(Crew.Hugo)}";
        return [.. site.ReadAccounts(db => db.Audit.ToList()).Where(r => acts.Contains(r.Act, StringComparer.Ordinal) && r.Who == who)];
    }
}
