using System.Net;
using Beffroi.Kit;
using Beffroi.Testing;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Accounts.Tests.Invitations;

public sealed class InvitePersonTests
{
    const string Email = "lina.petit@structure.fr";

    static readonly (string, string?)[] Lina = [("Name", "Lina Petit"), ("Password", "une phrase de passe"), ("TermsAccepted", "true")];

    [Theory, ClassData(typeof(Engines))]
    public async Task An_invitation_opens_an_accepted_account_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var link = await Invite(await site.SignIn(Crew.Admin));

        // Both have the form on their screen; the second one presses too late.
        var (first, second) = (await site.Visit().Open(link), await site.Visit().Open(link));
        await first.Press("Créer mon compte", Lina);
        await second.Press("Créer mon compte", Lina);

        Assert.Equal("/compte", first.Address);
        Assert.DoesNotContain("attend", first.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, second.Status);
        Assert.Equal("Ce lien n’est plus valable", (await site.Visit().Open(link)).Heading);
        var account = site.ReadAccounts(db => db.Users.Single(a => a.Email == Email));
        Assert.Equal((Role.Conseiller, site.StructureOf("Mission locale du Beffroi")), (account.Role, account.StructureId));
        Assert.Equal(account.Id, site.ReadAccounts(db => db.Invitations.Single().AcceptedBy));
    }

    [Fact]
    public async Task The_link_is_kept_nowhere()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var admin = await site.SignIn(Crew.Admin);
        var link = await Invite(admin);
        var token = link[(link.LastIndexOf('/') + 1)..];

        Assert.Contains("no-store", admin.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(token, site.ReadAccounts(db => db.Invitations.Single().TokenHash));
        Assert.DoesNotContain(token, (await admin.Open("/invitations")).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_invitation_opens_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var admin = await site.SignIn(Crew.Admin);
        var link = await Invite(admin);
        await admin.Open("/invitations");
        await admin.Press("Annuler");

        Assert.Contains("Annulée le 23 novembre 2026", admin.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visit().Open(link)).Status);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task After_fourteen_days_it_opens_nothing_and_another_can_be_sent(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var link = await Invite(await site.SignIn(Crew.Admin));
        site.Clock.Advance(TimeSpan.FromDays(14));

        Assert.Equal(HttpStatusCode.NotFound, (await site.Visit().Open(link)).Status);
        await Invite(await site.SignIn(Crew.Admin));
    }

    [Fact]
    public async Task Nobody_invites_above_their_own_role()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var admin = await site.SignIn(Crew.Admin);
        await admin.Open("/invitations/nouvelle");
        Assert.Equal(2, admin.Page.QuerySelectorAll("input[name=Role]").Length);
        await admin.Press("Inviter", ("Email", Email), ("Role", nameof(Role.Superadmin)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        Assert.Contains("plus étendu que le vôtre", Assert.Single(admin.Mistakes), StringComparison.Ordinal);
        Assert.False(site.ReadAccounts(db => db.Invitations.Any()));
    }

    [Fact]
    public async Task Nobody_invites_into_the_structure_of_others()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var admin = await site.SignIn(Crew.Admin);
        var elsewhere = site.StructureOf("Atelier du Canal").ToString();
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Open($"/invitations/nouvelle?structure={elsewhere}")).Status);

        await admin.Open("/invitations/nouvelle");
        await admin.Press("Inviter", ("Email", Email), ("Role", nameof(Role.Conseiller)), ("Structure", elsewhere));
        Assert.Equal(HttpStatusCode.NotFound, admin.Status);
    }

    [Fact]
    public async Task The_invitation_of_somebody_who_lost_the_right_is_worth_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var link = await Invite(await site.SignIn(Crew.RegionAdmin), site.StructureOf("Mission locale du Beffroi"));
        await site.Write<AccountsDb>(db => db.Users.Single(a => a.Name == Crew.RegionAdmin).GiveRole(Role.Conseiller));

        Assert.Equal(HttpStatusCode.NotFound, (await site.Visit().Open(link)).Status);
    }

    [Fact]
    public async Task The_address_of_the_account_is_the_invitations_whatever_the_form_says()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open(await Invite(await site.SignIn(Crew.Admin)));
        await visitor.Press("Créer mon compte", [.. Lina, ("Email", "autre@structure.fr")]);

        Assert.Equal("/compte", visitor.Address);
        Assert.True(site.ReadAccounts(db => db.Users.Any(a => a.Email == Email)));
        Assert.False(site.ReadAccounts(db => db.Users.Any(a => a.Email == "autre@structure.fr")));
    }

    [Fact]
    public async Task An_address_is_invited_once_at_a_time_and_not_when_it_has_an_account()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var admin = await site.SignIn(Crew.Admin);
        await Invite(admin);
        await admin.Open("/invitations/nouvelle");
        await admin.Press("Inviter", ("Email", Email.ToUpperInvariant()), ("Role", nameof(Role.Conseiller)));
        Assert.Contains("déjà en cours", Assert.Single(admin.Mistakes), StringComparison.Ordinal);

        await admin.Press("Inviter", ("Email", Crew.EmailOf(Crew.Hugo)), ("Role", nameof(Role.Conseiller)));
        Assert.Contains("déjà un compte", Assert.Single(admin.Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_person_of_a_structure_is_its_admin_even_when_invited_as_an_adviser()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var empty = Structure.Open(StructureDetails.Read(new() { StructureName = "Structure neuve", Kind = "Locale", Type = "Autre", PostCode = "62000" }, new())!, null, SiteUnderTest.Start);
        await site.Write<AccountsDb>(db => db.Add(empty));
        var visitor = await site.Visit().Open(await Invite(await site.SignIn(Crew.Superadmin), empty.Id));
        await visitor.Press("Créer mon compte", Lina);

        Assert.Equal(Role.Admin, site.ReadAccounts(db => db.Users.Single(a => a.Email == Email).Role));
    }

    static async Task<string> Invite(Visitor admin, Guid? structure = null)
    {
        await admin.Open("/invitations/nouvelle" + (structure is { } id ? $"?structure={id}" : ""));
        await admin.Press("Inviter", ("Email", Email), ("Role", nameof(Role.Conseiller)));
        Assert.Equal("Invitation prête", admin.Heading);
        return new Uri(admin.Page.GetElementById("lien")!.GetAttribute("value")!).AbsolutePath;
    }
}
