using System.Net;

namespace Beffroi.Eva.Tests.FollowUp;

/// <summary>Who may do what to which person: the table, and every door tried for every person.</summary>
public sealed class PeopleRightsTests
{
    // C: sees and accompanies; S: sees only; a dot: does not exist for this person. Colette (public of Hugo's structure), Fabrice (private of Rose), Sofia (public of the other structure).
    public static readonly TheoryData<string, string, DbEngine> Table = Rows(
        (Crew.Superadmin, "S.S"),
        (Crew.Charge, "S.S"),
        (Crew.RegionAdmin, "S.S"),
        (Crew.Admin, "C.."),
        (Crew.Hugo, "C.."),
        (Crew.Rose, "CC."),
        (Crew.OtherAdmin, "..C"),
        (Crew.OtherAdviser, "..C"));

    static readonly string[] People = ["Colette", "Fabrice", "Sofia"];

    static readonly string[] Doors = ["fusionner", "donnees", "donnees.json", "effacer"];

    [Theory, MemberData(nameof(Table))]
    public async Task Each_door_opens_to_those_of_the_table_and_to_nobody_else(string person, string rights, DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await Participant.Enter(site, "CNL59500", "Sofia");
        var visitor = await site.SignIn(person);
        var list = (await visitor.Open("/eva/beneficiaires?q=")).Text;

        foreach (var (name, right) in People.Zip(rights))
        {
            var page = site.PageOf(name);
            Assert.Equal(right == '.' ? HttpStatusCode.NotFound : HttpStatusCode.OK, (await visitor.Open(page)).Status);
            Assert.True(right == 'C' == visitor.Page.QuerySelectorAll("main form").Length > 0, $"{person} on the page of {name}");
            Assert.Equal(right != '.', list.Contains(name, StringComparison.Ordinal));
            foreach (var door in Doors)
            {
                var status = (await visitor.Open($"{page}/{door}")).Status;
                Assert.True(right == 'C' ? status == HttpStatusCode.OK : status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{person} at {door} of {name}: {(int)status}");
            }

            if (right == 'C')
            {
                continue;
            }

            var before = Everything(site);
            foreach (var (change, field, value) in new[] { ("suivi", "State", "suivi_en_cours"), ("nom", "Name", "Prise"), ("fusionner", "Other", site.Person("Awa").Id.ToString()), ("effacer", "x", "y") })
            {
                await visitor.Open("/compte");
                await visitor.Post($"{page}/{change}", (field, value));
                Assert.True(visitor.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{person} tries to {change} {name}: {(int)visitor.Status}");
            }

            Assert.Equal(before, Everything(site));
        }
    }

    [Theory, MemberData(nameof(Table))]
    public async Task Only_who_accompanies_says_what_was_done(string person, string rights, DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var visitor = await site.SignIn(person);
        var address = $"/eva/evaluations/{MiseEnActionTests.Of(site, "Colette")}/mise-en-action";

        var status = (await visitor.Open(address)).Status;
        Assert.True(rights[0] == 'C' ? status == HttpStatusCode.OK : status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{person}: {(int)status}");
        await visitor.Open("/compte");
        await visitor.Post(address, ("Answer", "oui.formation_metier"));

        Assert.Equal(rights[0] == 'C' ? 1 : 0, site.Read(db => db.MisesEnAction.Count()));
    }

    [Theory]
    [InlineData(Crew.Admin, true)]
    [InlineData(Crew.OtherAdmin, true)]
    [InlineData(Crew.RegionAdmin, true)]
    [InlineData(Crew.Hugo, false)]
    [InlineData(Crew.Charge, false)]
    [InlineData(Crew.Superadmin, false)]
    public async Task Only_an_admin_says_how_long_the_own_structure_keeps(string person, bool may)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.SignIn(person);

        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await visitor.Open("/eva/conservation")).Status);
        await visitor.Open("/compte");
        await visitor.Post("/eva/conservation", ("Months", "6"));

        Assert.Equal(may ? 1 : 0, site.Read(db => db.RetentionRules.Count()));
    }

    [Fact]
    public async Task A_pending_account_and_a_stranger_find_every_door_shut()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (pending, stranger, before) = (await site.SignIn(Crew.Pending), site.Visit(), Everything(site));

        foreach (var door in Doors.Select(d => $"{site.PageOf("Colette")}/{d}").Append(site.PageOf("Colette")).Append("/eva/conservation").Append($"/eva/evaluations/{MiseEnActionTests.Of(site, "Colette")}/mise-en-action"))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await pending.Open(door)).Status);
            Assert.StartsWith("/connexion", (await stranger.Open(door)).Address, StringComparison.Ordinal);
        }

        foreach (var change in new[] { "suivi", "nom", "fusionner", "effacer" })
        {
            await pending.Open("/compte");
            Assert.Equal(HttpStatusCode.Forbidden, (await pending.Post($"{site.PageOf("Colette")}/{change}", ("Name", "Prise"))).Status);
        }

        Assert.Equal(before, Everything(site));
    }

    static string Everything(SiteUnderTest site) =>
        string.Join('\n', WholeDatabase.Read(site).Where(c => c.Table is "eva_beneficiaries" or "eva_follow_ups" or "eva_evaluations" or "eva_people_merges").Select(c => $"{c.Table}.{c.Column}={c.Value}").Order(StringComparer.Ordinal));

    static TheoryData<string, string, DbEngine> Rows(params (string Person, string Rights)[] table)
    {
        var rows = new TheoryData<string, string, DbEngine>();
        foreach (var (person, rights) in table)
        {
            foreach (var engine in new Engines())
            {
                rows.Add(new TheoryDataRow<string, string, DbEngine>(person, rights, engine.Data) { Skip = engine.Skip });
            }
        }

        return rows;
    }
}
