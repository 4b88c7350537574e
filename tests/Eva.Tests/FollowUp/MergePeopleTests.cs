using System.Net;

namespace Beffroi.Eva.Tests.FollowUp;

public sealed class MergePeopleTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Nothing_is_lost_and_both_codes_let_the_person_come_back(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (colette, elif) = (site.Person("Colette"), site.Person("Elif"));
        var all = site.EvaluationsOf(colette.Id).Concat(site.EvaluationsOf(elif.Id)).Order().ToList();
        var events = site.Read(db => db.Events.Count());
        var hugo = await site.SignIn(Crew.Hugo);
        await ListPeopleTests.Follow(site, hugo, "Elif", "suivi_en_cours", Crew.Rose);

        await hugo.Open(site.PageOf("Colette"));
        await hugo.Follow("Réunir avec une autre fiche de la même personne");
        await hugo.Press("Continuer", ("avec", "elf 10005"));
        Assert.Contains("ELF10005 marche encore", hugo.Text, StringComparison.Ordinal);
        Assert.Equal(2, site.Read(db => db.Beneficiaries.Count(b => b.Id == colette.Id || b.Id == elif.Id)));
        await hugo.Press("Réunir les deux fiches");

        Assert.StartsWith("Colette", hugo.Heading, StringComparison.Ordinal);
        Assert.Equal(all, site.EvaluationsOf(colette.Id).Order());
        Assert.Equal(events, site.Read(db => db.Events.Count()));
        Assert.False(site.Read(db => db.Beneficiaries.Any(b => b.Id == elif.Id)));
        Assert.Equal(colette.Id, site.Read(db => db.FollowUps.Single().BeneficiaryId));
        var merge = site.Read(db => db.PeopleMerges.Single());
        Assert.Equal((colette.Id, elif.Id, 1, site.IdOf(Crew.Hugo), SiteUnderTest.Start), (merge.KeptId, merge.MergedId, merge.Evaluations, merge.By, merge.At));
        Assert.Contains(site.Read(db => db.Audit.Where(a => a.Act == "personne.fusionner").ToList()), a => a.Subject == $"Beneficiary:{elif.Id}" && a.Change == "Deleted");
        // Elif had not finished: her code opens what she began, on the common door and on that of return, and Colette's code too.
        foreach (var code in new[] { "ELF10005", "CLT10003" })
        {
            Assert.StartsWith("/jouer", (await Participant.ComeBack(site, code)).Visitor.Address, StringComparison.Ordinal);
            var door = await site.Visit().Open("/eva");
            await door.Press("Continuer", ("Code", code));
            Assert.Equal("/jouer/", door.Address);
        }

        var second = await site.Create(Crew.Rose, "Bilan de fin");
        await Participant.Enter(site, second.Code, "ELF10005");
        Assert.Equal(colette.Id, site.LastEvaluation(second.Id).BeneficiaryId);
    }

    [Fact]
    public async Task A_person_who_joined_twice_is_still_found_by_every_code()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);

        await Merge(hugo, site.PageOf("Elif"), "DYL10004");
        await Merge(hugo, site.PageOf("Awa"), "DYL10004");

        var awa = site.Person("Awa");
        Assert.Equal(3, site.EvaluationsOf(awa.Id).Count);
        Assert.Equal(["DYL10004", "ELF10005"], awa.FormerCodes.Select(c => c.Code).Order(StringComparer.Ordinal));
        Assert.StartsWith("/jouer", (await Participant.ComeBack(site, "DYL10004")).Visitor.Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FBR10006")]
    [InlineData("CLT10003")]
    [InlineData("ZZZ99999")]
    [InlineData("BKT59000")]
    public async Task A_person_whom_one_does_not_accompany_or_the_same_one_or_nobody_is_not_found(string code)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await (await site.SignIn(Crew.Hugo)).Open($"{site.PageOf("Colette")}/fusionner");

        await hugo.Press("Continuer", ("avec", code));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.StartsWith("Aucune autre personne", Assert.Single(hugo.Mistakes), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Who_merges_must_accompany_both_of_one_structure(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await Participant.Enter(site, "CNL59500", "Sofia");
        var before = site.Read(db => db.Beneficiaries.Count());

        foreach (var (adviser, person, other) in new[] { (Crew.Hugo, "Colette", "Fabrice"), (Crew.Hugo, "Colette", "Sofia"), (Crew.OtherAdviser, "Sofia", "Colette"), (Crew.OtherAdviser, "Colette", "Sofia"), (Crew.RegionAdmin, "Colette", "Awa"), (Crew.Superadmin, "Colette", "Awa") })
        {
            var visitor = await (await site.SignIn(adviser)).Open("/compte");
            await visitor.Post($"{site.PageOf(person)}/fusionner", ("Other", site.Person(other).Id.ToString()));
            Assert.True(visitor.Status == HttpStatusCode.NotFound, $"{adviser} joined {other} to {person}: {visitor.Status}");
        }

        Assert.Equal((before, 0), (site.Read(db => db.Beneficiaries.Count()), site.Read(db => db.PeopleMerges.Count())));
    }

    static async Task Merge(Visitor adviser, string page, string code)
    {
        await adviser.Open($"{page}/fusionner?avec={code}");
        await adviser.Press("Réunir les deux fiches");
        Assert.Equal(HttpStatusCode.OK, adviser.Status);
    }
}
