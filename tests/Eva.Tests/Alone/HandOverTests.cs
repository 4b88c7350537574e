using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Tests.Alone;

public sealed class HandOverTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task With_the_code_an_adviser_receives_the_evaluation_in_a_campaign_under_the_name_that_is_given(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var alone = await Participant.AloneAtTheEnd(site, "complet");
        var code = await alone.MakeCode();
        site.Clock.Advance(TimeSpan.FromDays(3));

        var hugo = await (await site.SignIn(Crew.Hugo)).Receive(code.ToLowerInvariant(), " Lou ", "Accueil de novembre");

        var evaluation = site.LastAlone()!;
        Assert.Equal(($"/eva/evaluations/{evaluation.Id}", HttpStatusCode.OK, "Résultats : Lou"), (hugo.Address, hugo.Status, hugo.Heading.Replace('\u00a0', ' ')));
        Assert.Equal(("Accueil de novembre", "Lou", site.StructureOf("Mission locale du Beffroi")), (evaluation.Campaign!.Label, evaluation.Beneficiary!.Name, evaluation.Beneficiary.StructureId));
        var handOver = evaluation.Alone!.HandOver!;
        Assert.Equal((site.IdOf(Crew.Hugo), SiteUnderTest.Start.AddDays(3), evaluation.CampaignId), (handOver.By, handOver.At, handOver.CampaignId));
        Assert.Empty(site.Read(db => db.HandOverCodes.ToList()));
        // What was played stays what the person chose, whatever the campaign plays.
        Assert.Equal(7, hugo.Page.QuerySelectorAll("[aria-labelledby=deroulement] > ul:first-of-type li").Length);
        Assert.Contains("joué sans accompagnement", hugo.Text, StringComparison.Ordinal);
        Assert.Contains("Lou", (await hugo.Open("/eva/evaluations?q=Lou")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_person_s_sheet_says_when_and_to_which_structure_and_is_still_read()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var alone = await Participant.Alone(site);
        var personal = await alone.AnswerQuestionnaire();
        await alone.PlayAll(_ => true);
        await (await site.SignIn(Crew.Hugo)).Receive(await alone.MakeCode());

        await alone.Visitor.Open("/eva/seul/resultats");

        Assert.Contains("le 23 novembre 2026 à 11 h 00, à Mission locale du Beffroi", alone.Visitor.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("Effacer mes réponses", alone.Visitor.Text, StringComparison.Ordinal);
        Assert.Equal("/eva/seul/resultats", (await alone.Visitor.Open("/eva/seul/donner")).Address);
        var later = await Participant.ComeBack(site, personal);
        Assert.Equal("/eva/seul/resultats", later.Visitor.Address);
        site.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal("/eva/seul/resultats", (await Participant.ComeBack(site, personal)).Visitor.Address);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Two_advisers_who_type_the_same_code_at_once_receive_it_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var alone = await Participant.AloneAtTheEnd(site);
        var code = await alone.MakeCode();
        var advisers = new[] { await site.SignIn(Crew.Hugo), await site.SignIn(Crew.OtherAdviser) };

        await Task.WhenAll(advisers.Select(a => a.Receive(code)));

        Assert.Single(advisers, a => a.Status == HttpStatusCode.OK);
        var refused = Assert.Single(advisers, a => a.Status == HttpStatusCode.UnprocessableEntity);
        Assert.StartsWith("Ce code n’ouvre rien", Assert.Single(refused.Mistakes), StringComparison.Ordinal);
        Assert.Equal(1, site.Read(db => db.HandOvers.Count()));
        Assert.Equal(1, site.Read(db => db.Beneficiaries.Count(b => b.Name == "Lou")));
        var evaluation = site.LastAlone()!;
        Assert.Equal(evaluation.Campaign!.StructureId, evaluation.Alone!.HandOver!.StructureId);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Two_quick_taps_of_one_adviser_lead_both_to_the_results(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var alone = await Participant.AloneAtTheEnd(site);
        var code = await alone.MakeCode();
        var hugo = await (await site.SignIn(Crew.Hugo)).Open("/eva/evaluations/recevoir");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["__RequestVerificationToken"] = hugo.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
            ["Code"] = code, ["Name"] = "Lou", ["Campaign"] = site.Campaign("Accueil de novembre").Id.ToString(),
        };

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => hugo.Http.PostAsync(new Uri("/eva/evaluations/recevoir", UriKind.Relative), new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken)));

        Assert.All(answers, a => Assert.Equal($"/eva/evaluations/{site.LastAlone()!.Id}", a.Headers.Location?.OriginalString));
        Assert.Equal(0, site.Read(db => db.WrongHandOverCodes.Count()));
    }

    [Fact]
    public async Task The_code_is_shown_once_kept_as_a_hash_and_sent_twice_stays_the_same()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var alone = await Participant.AloneAtTheEnd(site);
        await alone.Visitor.Open("/eva/seul/donner");
        var once = alone.Visitor.Page.QuerySelector("input[name=Once]")!.GetAttribute("value")!;

        await alone.Visitor.Press("Faire un code");
        var code = alone.Visitor.Page.QuerySelector(".personal-code")!.TextContent.Trim();
        await alone.Visitor.Post("/eva/seul/donner", ("Once", once));

        Assert.Matches("^[B-DF-HJ-NPR-TV-XZ]{4} [2-9]{4}$", code);
        Assert.Equal(code, alone.Visitor.Page.QuerySelector(".personal-code")!.TextContent.Trim());
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(code.Replace(" ", "", StringComparison.Ordinal))), site.Read(db => db.HandOverCodes.Single().Hash));
        await alone.Visitor.Open("/eva/seul/donner");
        Assert.DoesNotContain(code, alone.Visitor.Text, StringComparison.Ordinal);
        Assert.Contains("30 novembre 2026", alone.Visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_made_again_replaces_the_first_and_one_cancelled_opens_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var alone = await Participant.AloneAtTheEnd(site);
        var hugo = await site.SignIn(Crew.Hugo);
        var first = await alone.MakeCode();
        var second = await alone.MakeCode();

        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await hugo.Receive(first)).Status);
        await alone.Visitor.Press("Annuler ce code");
        Assert.Equal("Donner mes résultats", alone.Visitor.Heading);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await hugo.Receive(second)).Status);
        Assert.Equal(HttpStatusCode.OK, (await hugo.Receive(await alone.MakeCode())).Status);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public async Task A_code_lives_seven_days(int secondsMore, bool good)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var code = await (await Participant.AloneAtTheEnd(site)).MakeCode();
        site.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(secondsMore));

        var hugo = await (await site.SignIn(Crew.Hugo)).Receive(code);

        Assert.Equal(good, hugo.Status == HttpStatusCode.OK);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Ten_wrong_codes_shut_the_door_for_an_hour_even_to_a_good_one_and_each_leaves_a_row(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var code = await (await Participant.AloneAtTheEnd(site)).MakeCode();
        var hugo = await site.SignIn(Crew.Hugo);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await hugo.Receive("BCDF 2345")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await hugo.Receive(code)).Status);
        Assert.StartsWith("Trop de codes faux", Assert.Single(hugo.Mistakes), StringComparison.Ordinal);
        var who = $"compte:{site.IdOf(Crew.Hugo)}";
        Assert.Equal(10, site.Read(db => db.Audit.Count(a => a.Who == who && a.Act == "remise.recevoir" && a.Subject.StartsWith("WrongHandOverCode:"))));
        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.OK, (await hugo.Receive(code)).Status);
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_counts_as_no_try()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await (await site.SignIn(Crew.Hugo)).Open("/eva/evaluations/recevoir");

        await hugo.Press("Recevoir");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Equal(3, hugo.Mistakes.Count);
        Assert.Equal(0, site.Read(db => db.WrongHandOverCodes.Count()));
    }

    [Fact]
    public async Task A_campaign_of_another_structure_cannot_be_chosen_and_the_code_stays_good()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var code = await (await Participant.AloneAtTheEnd(site)).MakeCode();
        var hugo = await (await site.SignIn(Crew.Hugo)).Open("/eva/evaluations/recevoir");

        await hugo.Post("/eva/evaluations/recevoir", ("Code", code), ("Name", "Lou"), ("Campaign", site.Campaign("Équipe du canal").Id.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        await hugo.Post("/eva/evaluations/recevoir", ("Code", code), ("Name", "Lou"), ("Campaign", site.Campaign("Entretiens de Rose").Id.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);

        Assert.Null(site.LastAlone()!.CampaignId);
        Assert.Equal(HttpStatusCode.OK, (await hugo.Receive(code)).Status);
    }

    [Fact]
    public async Task Without_a_campaign_the_page_says_to_open_one()
    {
        await using var site = await SiteUnderTest.WithWorld();

        var camille = await (await site.SignIn(Crew.Superadmin)).Open("/eva/evaluations/recevoir");

        Assert.Equal(HttpStatusCode.OK, camille.Status);
        Assert.Contains("Ouvrez d’abord une campagne", camille.Text, StringComparison.Ordinal);
        Assert.Empty(camille.Page.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignIn(Crew.Charge)).Open("/eva/evaluations/recevoir")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignIn(Crew.Pending)).Open("/eva/evaluations/recevoir")).Status);
        Assert.StartsWith("/connexion", (await site.Visit().Open("/eva/evaluations/recevoir")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_given_before_the_end_and_a_campaign_s_evaluation_has_nothing_to_give()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var alone = await Participant.Alone(site);
        var awa = await Participant.Enter(site, "BKT59000");

        foreach (var person in new[] { alone, awa })
        {
            Assert.DoesNotContain("/seul/donner", (await person.Visitor.Open("/eva/seul/donner")).Address, StringComparison.Ordinal);
            await person.Visitor.Post("/eva/seul/donner");
            await person.Visitor.Post("/eva/seul/donner/annuler");
            await person.Visitor.Post("/eva/seul/effacer");
        }

        Assert.Empty(site.Read(db => db.HandOverCodes.ToList()));
        Assert.True(site.Read(db => db.Evaluations.Any(e => e.Beneficiary!.Name == "Awa" && e.FinishedAt == null)));
    }
}
