using Beffroi.Accounts.Tests.Post;
using Beffroi.Testing;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Accounts.Tests;

public sealed class FirstStepsTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task The_four_steps_are_ticked_by_what_happens_and_then_go_away(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var lina = await site.Visit().Open("/inscription/nouvelle-structure");
        await lina.Press("Créer ma structure et mon compte", ("StructureName", "Cap emploi du Nord"), ("Type", "CapEmploi"), ("PostCode", "59000"), ("Siret", "73282932000074"), ("Name", "Lina Petit"), ("Email", "lina@structure.fr"), ("Password", "une phrase de passe"), ("TermsAccepted", "true"));
        Assert.Equal(["À faire", "À faire", "À faire", "À faire"], Steps(await lina.Open("/")));

        await lina.Open("/eva/campagnes/nouvelle");
        await lina.Press("Créer la campagne", ("Label", "Accueil"), ("Parcours", "competences_de_base"));
        Assert.Equal(["Fait", "À faire", "À faire", "À faire"], Steps(await lina.Open("/")));

        var code = site.Read(db => db.Campaigns.Single(c => c.Label == "Accueil").Code);
        await Participant.Enter(site, code, "Lina");
        Assert.Equal(["Fait", "Fait", "À faire", "À faire"], Steps(await lina.Open("/")));
        Assert.Contains("1 sur 4", lina.Text, StringComparison.Ordinal);

        var confirming = await site.Visit().Open(site.Link(Assert.Single(site.Letters("bienvenue"))));
        await confirming.Press("Confirmer mon adresse");
        Assert.Equal(["Fait", "Fait", "Fait", "À faire"], Steps(await lina.Open("/")));

        foreach (var name in new[] { "Awa", "Elif", "Sam" })
        {
            await Participant.Enter(site, code, name);
        }

        Assert.Empty(Steps(await lina.Open("/")));
    }

    [Fact]
    public async Task They_are_put_away_for_good_and_are_not_shown_to_strangers()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await (await site.SignIn(Crew.Hugo)).Open("/");
        await hugo.Press("Ne plus afficher");
        Assert.Equal("/", hugo.Address);
        Assert.Empty(Steps(hugo));
        Assert.Empty(Steps(await (await site.SignIn(Crew.Hugo)).Open("/")));
        Assert.Empty(Steps(await site.Visit().Open("/")));
    }

    static IEnumerable<string> Steps(Visitor visitor) => visitor.Page.QuerySelectorAll("section[aria-labelledby=premiers-pas] li .fr-badge").Select(b => b.TextContent);
}
