using Beffroi.Ads.Law;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Tests.Reviewing;

/// <summary>What waits for reviewers, and what the rules are told of an ad.</summary>
public sealed class ReviewQueueTests
{
    /// <summary>An imported ad of a country without files of law took the list down for all.</summary>
    [Fact]
    public async Task An_ad_of_a_country_without_files_of_law_breaks_neither_the_list_nor_its_own_page()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var ad = await site.Campaign();
        await site.Write<AdsDb>(db => db.Database.ExecuteSqlRaw("""UPDATE ads_ads SET "Country" = 'BE'"""));
        await site.Appointed(Given.Reviewer, "Hugo Lemaire, juriste");
        var hugo = await site.SignIn(Given.Reviewer);
        foreach (var page in new[] { "/annonces/relecture", Given.Desk(ad) })
        {
            await hugo.Open(page);
            Assert.Equal(System.Net.HttpStatusCode.OK, hugo.Status);
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Ads_about_which_people_differ_come_first_then_those_in_which_a_rule_finds_a_sign(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var sign = await site.Campaign();
        var disputed = await site.Ad(Given.Shop, "Des avis partagés", GroupState.Disputed, "No:4;Yes:4");
        await site.Ad(Given.Shop, "Une révision de vélo", GroupState.Settled, "No:6", "Commercial:6");
        await site.Appointed(Given.Reviewer, "Hugo Lemaire, juriste");
        var hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open("/annonces/relecture");
        Assert.Equal([$"/annonces/relecture/{disputed}", $"/annonces/relecture/{sign}"], hugo.Page.QuerySelectorAll("main ul li.fr-mb-2w a").Select(a => a.GetAttribute("href")));

        await site.Decided(sign, ReviewOutcome.CannotTell);
        await hugo.Open("/annonces/relecture");
        Assert.Equal([$"/annonces/relecture/{disputed}"], hugo.Page.QuerySelectorAll("main ul li.fr-mb-2w a").Select(a => a.GetAttribute("href")));
        Assert.Contains("Pas avant le", hugo.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reviewer_reads_both_aggregations_each_rule_with_its_article_and_the_two_outputs_apart()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var ad = await site.Campaign();
        await site.Appointed(Given.Reviewer);
        var hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open(Given.Desk(ad));
        var rules = LawBook.Load().RulesOf("FR").Select(r => r.Rule.Id).ToList();
        Assert.Equal(rules, hugo.Page.QuerySelectorAll("section.ad-rule").Select(s => s.Id!["regle-".Length..]));
        Assert.All(["Compétence pesée", "Majorité simple", "lu le", "Ce qu’il faudrait savoir", "l’effet sur l’élection"], words => Assert.Contains(words, hugo.Text.Replace('\u00A0', ' '), StringComparison.Ordinal));
        // Every field and anchor of the page has its own identifier.
        var ids = hugo.Page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Facts_come_from_the_source_and_from_answers_that_enough_people_agree_on()
    {
        var ad = Ad(AdSource.MetaLibrary);
        var yes = Verdict(Question.Political, "Yes", settled: true);
        var facts = FactsOf.Ad(ad, null, [yes, Verdict(Question.Purpose, "PartyOrCandidate", settled: true)], new() { Election = new(new Dictionary<string, int> { ["fr-presidential-2027"] = 8, ["none"] = 1 }), Payer = new(new Dictionary<PayerAnswer, int> { [PayerAnswer.LegalPerson] = 3 }) });
        Assert.Equal((true, FactOrigin.Citizens, "fr-presidential-2027", true, FactOrigin.Platform), (facts.Political.Value, facts.Political.Origin, facts.Election.Value, facts.Paid.Value, facts.Paid.Origin));
        Assert.True(facts.Names.Value && facts.Criticises.Value);
        // "For or against" is one answer: nobody said that it supports.
        Assert.False(facts.Promotes.IsKnown);
        // Three who agree are too few (Wilson's lower bound of 3 of 3 is 0.438).
        Assert.False(facts.Payer.Kind.IsKnown);

        var unsettled = FactsOf.Ad(ad, null, [Verdict(Question.Political, "Yes", settled: false), Verdict(Question.Purpose, "Poll", settled: false)], AdDetails.None);
        Assert.False(unsettled.Political.IsKnown || unsettled.PollQuoted.IsKnown || unsettled.Election.IsKnown);
        // A day of a library may be of any time zone.
        Assert.Equal(Shown.OnDayOfUnknownZone(new(2026, 11, 2)), FactsOf.Ad(ad, null, [], AdDetails.None).FirstShown.Value);
        Assert.False(FactsOf.Ad(Ad(AdSource.Submission), null, [], AdDetails.None).Paid.IsKnown);
    }

    [Theory, InlineData(3, 0, false), InlineData(4, 0, true), InlineData(4, 2, false), InlineData(12, 5, false), InlineData(15, 5, true), InlineData(0, 0, false)]
    public void Short_questions_count_when_two_thirds_and_surely_a_majority_agree(int yes, int no, bool agreed) =>
        Assert.Equal(agreed, new Detail<YesNo>(new Dictionary<YesNo, int> { [YesNo.Yes] = yes, [YesNo.No] = no }).Agreed() == YesNo.Yes);

    static Ad Ad(AdSource source) => new()
    {
        Id = Guid.NewGuid(), Source = source, SourceId = "1", Country = "FR", SponsorId = Guid.Empty, PageName = Given.Party, Text = "Choisissons le cap.", ContentHash = "", GroupId = Guid.Empty, ImportId = Guid.Empty,
        ImportedAt = SiteUnderTest.Start, FirstShownAt = new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero),
    };

    static Verdict Verdict(Question question, string leading, bool settled) => new() { GroupId = Guid.Empty, Question = question, Leading = leading, Settled = settled, Answers = 5, At = SiteUnderTest.Start };
}
