using System.Net;
using Beffroi.Kit;
using Beffroi.Testing;

namespace Beffroi.Accounts.Tests.Joining;

public sealed class JoiningTests
{
    const string Password = "une phrase de passe";

    static (string, string?)[] Person(string name = "Lina Petit", string email = "lina.petit@structure.fr") =>
        [("Name", name), ("Email", email), ("Password", Password), ("TermsAccepted", "true")];

    static (string, string?)[] NewStructure(string siret = "73282932000074") =>
        [("StructureName", "Cap emploi du Nord"), ("Type", "CapEmploi"), ("PostCode", "59000"), ("Siret", siret), .. Person()];

    [Theory, ClassData(typeof(Engines))]
    public async Task A_structure_is_found_without_its_accents_and_joined_in_waiting(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var visitor = await site.Visit().Open("/inscription");
        await visitor.Press("Chercher", ("q", "  MISSION lôcale "));
        await visitor.Follow("Mission locale du Beffroi");
        await visitor.Press("Créer mon compte", Person());

        Assert.Equal("/compte?fait=inscription", visitor.Address);
        Assert.Contains("attend d’être validé", visitor.Text, StringComparison.Ordinal);
        var account = site.ReadAccounts(db => db.Users.Single(a => a.Name == "Lina Petit"));
        Assert.Equal((Role.Conseiller, site.StructureOf("Mission locale du Beffroi"), Terms.Version), (account.Role, account.StructureId, account.TermsVersion));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Who_opens_a_structure_is_its_admin_at_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var visitor = await site.Visit().Open("/inscription");
        await visitor.Follow("Créer ma structure");
        await visitor.Press("Créer ma structure et mon compte", NewStructure());

        Assert.Equal("/compte?fait=inscription", visitor.Address);
        await visitor.Open("/personnes");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("Lina Petit", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Crew.Hugo, visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_shown_back_as_typed_without_the_password_and_nothing_is_kept()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/inscription/nouvelle-structure");
        await visitor.Press("Créer ma structure et mon compte", ("StructureName", "Cap emploi du Nord"), ("PostCode", "5900"), ("Siret", "12345678901234"), ("Password", "trop court"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal("12345678901234", visitor.Page.GetElementById("Siret")!.GetAttribute("value"));
        Assert.DoesNotContain("trop court", visitor.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector("#erreurs a[href='#PostCode']"));
        Assert.Equal(7, visitor.Mistakes.Count);
        Assert.False(site.ReadAccounts(db => db.Structures.Any(s => s.Name == "Cap emploi du Nord")));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Neither_an_address_nor_a_number_is_taken_twice(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var first = await site.Visit().Open("/inscription/nouvelle-structure");
        await first.Press("Créer ma structure et mon compte", NewStructure());

        var second = await site.Visit().Open("/inscription/nouvelle-structure");
        await second.Press("Créer ma structure et mon compte", NewStructure());
        Assert.Contains("Une structure a déjà ce numéro", Assert.Single(second.Mistakes), StringComparison.Ordinal);

        await second.Press("Créer ma structure et mon compte", [.. NewStructure("35600000049837").Where(f => f.Item1 is not "Email"), ("Email", "LINA.petit@Structure.fr")]);
        Assert.Contains("déjà un compte", Assert.Single(second.Mistakes), StringComparison.Ordinal);
        Assert.Equal(1, site.ReadAccounts(db => db.Structures.Count(s => s.Name == "Cap emploi du Nord")));
    }

    [Fact]
    public async Task The_first_account_of_an_empty_structure_is_its_admin_unless_somebody_was_invited()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (free, awaited) = (Open("Structure libre"), Open("Structure attendue"));
        var (invitation, _) = Invitation.Write(EmailAddress.Read("attendue@structure.fr", "", new())!, Role.Admin, awaited.Id, site.IdOf(Crew.Superadmin), site.Clock.GetUtcNow());
        await site.Write<AccountsDb>(db => db.AddRange(free, awaited, invitation));

        var first = await site.Visit().Open($"/inscription/structure/{free.Id}");
        await first.Press("Créer mon compte", Person());
        var intruder = await site.Visit().Open($"/inscription/structure/{awaited.Id}");
        await intruder.Press("Créer mon compte", Person("Pas Attendue", "pas.attendue@structure.fr"));

        Assert.Equal(HttpStatusCode.OK, (await first.Open("/personnes")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await intruder.Open("/personnes")).Status);
    }

    [Fact]
    public async Task Nobody_walks_into_a_structure_that_heads_others()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/inscription?q=region");
        Assert.Contains("Aucune structure", visitor.Text, StringComparison.Ordinal);
        await visitor.Open($"/inscription/structure/{site.StructureOf("Région des Beffrois")}");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    static Structure Open(string name) => Structure.Open(
        StructureDetails.Read(new() { StructureName = name, Kind = "Locale", Type = "Autre", PostCode = "62000" }, new())!, null, SiteUnderTest.Start);
}
