using System.Net;

namespace Beffroi.Eva.Tests.FollowUp;

public sealed class FollowPersonTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Each_change_of_the_follow_up_is_a_row_with_its_date_and_author(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await site.SignIn(Crew.Hugo);
        await ListPeopleTests.Follow(site, hugo, "Colette", "suivi_en_cours", Crew.Rose);
        site.Clock.Advance(TimeSpan.FromHours(1));
        var rose = await site.SignIn(Crew.Rose);
        await ListPeopleTests.Follow(site, rose, "Colette", "suivi_effectue", Crew.Rose);

        var person = site.Person("Colette").Id;
        var rows = site.Read(db => db.FollowUps.Where(f => f.BeneficiaryId == person).OrderBy(f => f.At).ToList());
        Assert.Equal([(site.IdOf(Crew.Hugo), SiteUnderTest.Start), (site.IdOf(Crew.Rose), SiteUnderTest.Start.AddHours(1))], rows.Select(r => (r.By, r.At)));
        var text = rose.Text.Replace('\u00a0', ' ');
        Assert.Contains("Suivi effectué, responsable : Rose Nguyen. Dit par Rose Nguyen, le 23 novembre 2026 à 12 h 00.", text, StringComparison.Ordinal);
        Assert.Contains("Suivi en cours, responsable : Rose Nguyen. Dit par Hugo Lemaire, le 23 novembre 2026 à 11 h 00.", text, StringComparison.Ordinal);
        Assert.Equal("Suivi effectué", rose.Page.QuerySelector("h1 .fr-badge")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_same_sent_twice_is_kept_once()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);

        await ListPeopleTests.Follow(site, hugo, "Awa", "suivi_en_cours", Crew.Hugo);
        await ListPeopleTests.Follow(site, hugo, "Awa", "suivi_en_cours", Crew.Hugo);

        Assert.Equal(1, site.Read(db => db.FollowUps.Count()));
    }

    [Fact]
    public async Task Only_a_colleague_of_the_structure_is_responsible_and_only_a_known_state_is_kept()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await (await site.SignIn(Crew.Hugo)).Open(site.PageOf("Awa"));
        Assert.DoesNotContain(hugo.Page.QuerySelectorAll("select[name=Responsible] option"), o => o.TextContent.Contains(Crew.OtherAdviser, StringComparison.Ordinal));

        await hugo.Post($"{site.PageOf("Awa")}/suivi", ("State", "suivi_en_cours"), ("Responsible", site.IdOf(Crew.OtherAdviser).ToString()));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (hugo.Status, hugo.Mistakes.Count));
        await hugo.Post($"{site.PageOf("Awa")}/suivi", ("State", "perdue"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (hugo.Status, hugo.Mistakes.Count));

        Assert.Equal(0, site.Read(db => db.FollowUps.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_person_is_renamed_and_the_log_says_that_it_was_and_not_how(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (page, code) = (site.PageOf("Awa"), site.Person("Awa").Code);
        var hugo = await (await site.SignIn(Crew.Hugo)).Open(page);

        await hugo.Press("Renommer", ("Name", "  "));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Écrivez le nom de la personne"), (hugo.Status, Assert.Single(hugo.Mistakes)));
        await hugo.Press("Renommer", ("Name", " Awa Diallo "));

        Assert.StartsWith("Awa Diallo", hugo.Heading, StringComparison.Ordinal);
        Assert.Equal(code, site.Person("Awa Diallo").Code);
        var row = site.Read(db => db.Audit.Single(a => a.Act == "personne.renommer"));
        Assert.Equal(($"compte:{site.IdOf(Crew.Hugo)}", "Name"), (row.Who, row.Fields));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_second_evaluation_in_another_campaign_of_the_structure_joins_the_same_person(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var second = await site.Create(Crew.Rose, "Bilan de fin");
        var awa = site.Person("Awa");

        await Participant.Enter(site, second.Code, awa.Code.ToLowerInvariant());

        Assert.Equal(awa.Id, site.LastEvaluation(second.Id).BeneficiaryId);
        Assert.Equal(1, site.Read(db => db.Beneficiaries.Count(b => b.Name == "Awa")));
        var hugo = await (await site.SignIn(Crew.Hugo)).Open(site.PageOf("Awa"));
        Assert.Equal(["Bilan de fin", "Accueil de novembre"], hugo.Page.QuerySelectorAll("section[aria-labelledby=evaluations] tbody tr td:nth-child(2)").Select(c => c.TextContent.Trim()));
        // The code of a person of one structure is a mere name in another.
        await Participant.Enter(site, "CNL59500", awa.Code);
        Assert.Equal(2, site.EvaluationsOf(awa.Id).Count);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_was_played_alone_joins_a_person_who_is_known_already(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var awa = site.Person("Awa");
        var code = await (await Participant.AloneAtTheEnd(site)).MakeCodeToGive();
        var hugo = await (await site.SignIn(Crew.Hugo)).Open(site.PageOf("Awa"));

        await hugo.Follow("Recevoir des résultats joués seule");
        await hugo.Press("Recevoir", ("Code", code), ("Campaign", site.Campaign("Accueil de novembre").Id.ToString()));

        Assert.Equal("Résultats : Awa", hugo.Heading.Replace('\u00a0', ' '));
        Assert.Equal(2, site.EvaluationsOf(awa.Id).Count);
        Assert.Equal(1, site.Read(db => db.HandOvers.Count()));
        Assert.Equal("Awa", site.Person("Awa").Name);
    }

    [Fact]
    public async Task Results_played_alone_never_join_somebody_whom_one_does_not_accompany()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var code = await (await Participant.AloneAtTheEnd(site)).MakeCodeToGive();
        var samira = await (await site.SignIn(Crew.OtherAdviser)).Open("/eva/evaluations/recevoir");
        var hugo = await (await site.SignIn(Crew.Hugo)).Open("/eva/evaluations/recevoir");

        await samira.Press("Recevoir", ("Code", code), ("Known", "AWA10001"), ("Campaign", site.Campaign("Équipe du canal").Id.ToString()));
        await hugo.Press("Recevoir", ("Code", code), ("Known", site.Person("Fabrice").Code), ("Campaign", site.Campaign("Accueil de novembre").Id.ToString()));

        Assert.All(new[] { samira, hugo }, adviser => Assert.StartsWith("Aucune personne que vous accompagnez", Assert.Single(adviser.Mistakes), StringComparison.Ordinal));
        Assert.Equal(0, site.Read(db => db.HandOvers.Count()));
        Assert.Equal(1, site.Read(db => db.HandOverCodes.Count()));
    }
}

static class Giving
{
    /// <summary>A code to give, made on the person's page.</summary>
    public static async Task<string> MakeCodeToGive(this Participant person)
    {
        await person.Visitor.Open("/eva/seul/donner");
        await person.Visitor.Press("Faire un code");
        return person.Visitor.Page.QuerySelector(".personal-code")!.TextContent.Trim();
    }
}
