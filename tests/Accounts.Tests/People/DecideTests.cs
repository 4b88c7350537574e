using System.Net;
using Beffroi.Kit;
using Beffroi.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Accounts.Tests.People;

public sealed class DecideTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Who_waits_sees_only_their_own_account_until_accepted(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var alex = await site.SignIn(Crew.Pending);
        await alex.Open("/personnes");
        Assert.Equal((HttpStatusCode.Forbidden, "Votre compte attend d’être validé"), (alex.Status, alex.Heading));
        Assert.Equal(HttpStatusCode.OK, (await alex.Open("/compte")).Status);

        var admin = await site.SignIn(Crew.Admin);
        await admin.Open("/personnes?etat=attente");
        await admin.Follow(Crew.Pending);
        await admin.Press("Accepter");

        Assert.Contains($"Acceptée le 23 novembre 2026 à 11 h 00, par {Crew.Admin}", admin.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("attend", (await alex.Open("/compte")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_refused_is_told_so_and_can_be_accepted_later()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (alex, admin) = (await site.SignIn(Crew.Pending), await site.SignIn(Crew.Admin));
        await admin.Open($"/personnes/{site.IdOf(Crew.Pending)}");
        await admin.Press("Refuser");

        await alex.Open("/structures");
        Assert.Equal((HttpStatusCode.Forbidden, "Votre demande de compte a été refusée"), (alex.Status, alex.Heading));
        await admin.Press("Accepter de nouveau");
        Assert.DoesNotContain("refusée", (await alex.Open("/compte")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deactivated_account_is_closed_at_once_and_cannot_come_back_in()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (hugo, admin) = (await site.SignIn(Crew.Hugo), await site.SignIn(Crew.Admin));
        await admin.Open($"/personnes/{site.IdOf(Crew.Hugo)}");
        await admin.Press("Désactiver le compte");

        Assert.Equal("Se connecter", (await hugo.Open("/compte")).Heading);
        await hugo.Press("Se connecter", ("Email", Crew.EmailOf(Crew.Hugo)), ("Password", Cli.World.People.Password));
        Assert.Contains("désactivé", Assert.Single(hugo.Mistakes), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_last_admin_of_a_structure_stays_until_there_is_another(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var above = await site.SignIn(Crew.RegionAdmin);
        var nadia = $"/personnes/{site.IdOf(Crew.Admin)}";
        await above.Open(nadia);
        await above.Press("Désactiver le compte");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, above.Status);
        Assert.Contains("seule admin de sa structure", above.Text, StringComparison.Ordinal);
        await above.Press("Changer le rôle", ("Role", nameof(Role.Conseiller)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, above.Status);
        Assert.Equal(Role.Admin, site.ReadAccounts(db => db.Users.Single(a => a.Name == Crew.Admin).Role));

        await above.Open($"/personnes/{site.IdOf(Crew.Hugo)}");
        await above.Press("Changer le rôle", ("Role", nameof(Role.Admin)));
        await above.Open(nadia);
        await above.Press("Désactiver le compte");
        Assert.Equal(HttpStatusCode.OK, above.Status);
        Assert.Contains("Désactivée", above.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_two_decisions_on_a_team_at_the_same_moment_one_is_refused(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await using var other = site.Scope();
        var db = other.ServiceProvider.GetRequiredService<AccountsDb>();
        other.ServiceProvider.GetRequiredService<Actor>().Act = "test";
        var structure = await db.Structures.SingleAsync(s => s.Name == "Mission locale du Beffroi", TestContext.Current.CancellationToken);
        structure.TeamChanged();

        await site.Write<AccountsDb>(meanwhile => meanwhile.Structures.Single(s => s.Id == structure.Id).TeamChanged());

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nobody_changes_their_own_role_nor_a_wider_one()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var admin = await site.SignIn(Crew.RegionAdmin);
        await admin.Open($"/personnes/{site.IdOf(Crew.RegionAdmin)}");
        Assert.Contains("votre propre compte", admin.Text, StringComparison.Ordinal);
        await admin.Post($"/personnes/{site.IdOf(Crew.RegionAdmin)}/role", ("Role", nameof(Role.Conseiller)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);

        // The regional officer sits in the structure of this admin, with a role above theirs.
        await admin.Post($"/personnes/{site.IdOf(Crew.Charge)}/desactiver");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        await admin.Post($"/personnes/{site.IdOf(Crew.Hugo)}/role", ("Role", nameof(Role.Superadmin)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        Assert.Equal(Role.Conseiller, site.ReadAccounts(db => db.Users.Single(a => a.Name == Crew.Hugo).Role));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_list_holds_the_people_of_the_subtree_by_pages(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var structure = site.StructureOf("Mission locale du Beffroi");
        await site.Write<AccountsDb>(db =>
        {
            for (var i = 0; i < 45; i++)
            {
                var email = EmailAddress.Read($"personne{i:00}@structure.fr", "", new())!;
                var account = Account.Open(PersonName.Read($"Personne {i:00}", "", new())!, email, Role.Conseiller, structure, SiteUnderTest.Start);
                account.NormalizedEmail = account.NormalizedUserName = email.Text.ToUpperInvariant();
                db.Add(account);
            }
        });

        var admin = await site.SignIn(Crew.Admin);
        await admin.Open("/personnes?page=3");
        Assert.Equal(49 - 40, admin.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(20, (await admin.Open("/personnes?page=1")).Page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(9, (await admin.Open("/personnes?page=99")).Page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("(49)", admin.Page.QuerySelector("caption")!.TextContent, StringComparison.Ordinal);

        var above = await site.SignIn(Crew.RegionAdmin);
        Assert.Contains("(53)", (await above.Open("/personnes")).Page.QuerySelector("caption")!.TextContent, StringComparison.Ordinal);
    }
}
