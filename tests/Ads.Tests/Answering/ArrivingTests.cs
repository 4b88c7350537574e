using System.Net;
using Beffroi.Kit;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Ads.Tests.Answering;

/// <summary>From arrival to thanks, through the pages, without a script.</summary>
public sealed class ArrivingTests
{
    static string Yes(Lang l) => PoliticalAnswer.Yes.Say(l);

    [Theory]
    [InlineData(Lang.French)]
    [InlineData(Lang.English)]
    public async Task A_stranger_answers_in_one_press_then_says_what_it_is_for_then_more(Lang l)
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(1);
        var visitor = await site.Visit().Open(Addresses.Home(l));
        Assert.Contains(l.Say("le financeur n’est pas précisé", "the funder is not specified"), visitor.Text);
        Assert.Contains("Annonce numéro 1.", visitor.Text);

        await visitor.Press(Yes(l));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Equal(Question.Purpose.Say(l), visitor.Heading);
        Assert.Equal([.. PurposeWords.Offered.Select(p => p.Say(l))], visitor.Page.QuerySelectorAll("button[name=Purpose]").Select(b => Visitor.Flat(b.TextContent)).ToList());
        Assert.All(PurposeWords.Offered.Select(p => p.Article(l)).OfType<string>(), article => Assert.Contains(article, visitor.Text));

        await visitor.Press(Purpose.PartyOrCandidate.Say(l));
        await visitor.Press(l.Say("Envoyer", "Send"), ("NamesSomebody", "Yes"), ("Payer", "NotSaid"), ("Labelled", "No"), ("Election", "none"));
        Assert.Equal(l.Say("Merci pour cette réponse", "Thank you for this answer"), visitor.Heading);

        var answer = site.ReadAds(db => db.Answers.Single());
        Assert.Equal((PoliticalAnswer.Yes, Purpose.PartyOrCandidate, YesNo.Yes, PayerAnswer.NotSaid, YesNo.No, "none", l), (answer.Political, answer.Purpose, answer.NamesSomebody, answer.Payer, answer.Labelled, answer.Election, answer.Language));
        Assert.Equal(1, site.ReadAds(db => db.Groups.Single().Answers));

        await visitor.Follow(l.Say("Voir à quoi mènent mes réponses", "See what my answers lead to"));
        Assert.Contains(PoliticalAnswer.Yes.Label(l), visitor.Text);
        Assert.Contains(l.Say("pas encore assez de réponses", "not enough answers yet"), visitor.Text);
    }

    [Fact]
    public async Task The_card_says_what_the_source_says_and_runs_nothing_of_it()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(1, change: ad =>
        {
            (ad.Text, ad.Payer, ad.Beneficiary, ad.LinkTitle, ad.CallToAction, ad.Media) = ("<script>alert(1)</script><img src=x onerror=alert(1)>", "Les Amis du Phare", "Union du Phare", "<b>Lire</b>", "S’inscrire", AdMedia.Video);
            (ad.ImpressionsLow, ad.ImpressionsHigh, ad.SpendLow, ad.SpendHigh, ad.Currency, ad.Reach, ad.LibraryUrl) = (1000, 4999, 0, 99, "EUR", 1234, "javascript:alert(1)");
        });
        var visitor = await site.Visit().Open("/annonces");
        var card = visitor.Page.QuerySelector(".ad-card")!;
        Assert.Empty(card.QuerySelectorAll("script, img, b, a"));
        Assert.Contains("<script>alert(1)</script>", visitor.Text);
        Assert.Contains("financé par Les Amis du Phare", visitor.Text);
        Assert.Contains("Pour le compte de Union du Phare", visitor.Text);
        Assert.Contains("S’inscrire", visitor.Text);
        Assert.Contains("nous n’en avons pas de copie", visitor.Text);
        Assert.Contains(Visitor.Flat($"entre {French.Number(1000)} et {French.Number(4999)}"), visitor.Text);
        Assert.Contains("depuis le 1er novembre 2026", visitor.Text);
    }

    [Fact]
    public async Task One_browser_answers_once_about_a_group_and_is_told_so_kindly()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(1);
        var visitor = await site.Visit().Open("/annonces");
        var ticket = visitor.Page.QuerySelector("input[name=Ticket]")!.GetAttribute("value")!;
        await visitor.Press("Non");
        var first = visitor.Address;
        await visitor.Post("/annonces/repondre", ("Ad", GivenAds.Ad(1).ToString()), ("Ticket", ticket), ("Political", "Yes"));
        Assert.Equal(HttpStatusCode.Conflict, visitor.Status);
        Assert.Equal("Vous avez déjà répondu pour cette annonce", visitor.Heading);
        await visitor.Follow("Continuer avec cette réponse");
        Assert.Equal(first, visitor.Address);
        Assert.Equal(PoliticalAnswer.No, site.ReadAds(db => db.Answers.Single().Political));
    }

    /// <summary>Fifty-one times almost the same text (as in 2019): one answer serves them all.</summary>
    [Fact]
    public async Task One_answer_serves_a_group_of_almost_identical_ads()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(1, changeGroup: (_, group) => group.Ads = 51);
        await site.Write<AdsDb>(db =>
        {
            var first = db.Ads.Single();
            db.Add(new Ad { Id = GivenAds.Ad(2), Source = AdSource.OwnFormat, SourceId = "twin", Country = "FR", SponsorId = first.SponsorId, PageName = first.PageName, Text = first.Text + " !", ContentHash = first.ContentHash, GroupId = first.GroupId, ImportId = first.ImportId, ImportedAt = first.ImportedAt });
        });
        var visitor = await site.Visit().Open("/annonces");
        await visitor.Press("Non");
        await (await visitor.Open("/annonces")).Open("/annonces/mes-reponses");
        Assert.Contains("51 annonces presque identiques", visitor.Text);
        await visitor.Open("/annonces");
        Assert.Contains("Aucune autre annonce n’attend", visitor.Text);
        await site.Visit().Open("/annonces");
        await visitor.Open("/annonces/signaler");
        await visitor.Post("/annonces/repondre", ("Ad", GivenAds.Ad(2).ToString()), ("Political", "Yes"));
        Assert.Equal(HttpStatusCode.Conflict, visitor.Status);
    }

    [Theory]
    [InlineData("Political", "Perhaps")]
    [InlineData("Political", "yes")]
    [InlineData("Political", "0")]
    [InlineData("Political", "Yes,No")]
    [InlineData("Political", "")]
    [InlineData("Ad", "not-an-ad")]
    [InlineData(AnswerLimits.Trap, "https://spam.example")]
    public async Task What_is_not_offered_is_refused(string field, string value)
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(1);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Ad"] = GivenAds.Ad(1).ToString(), ["Political"] = "Yes" };
        fields[field] = value;
        var visitor = await site.Visit().Open("/annonces");
        await visitor.Post("/annonces/repondre", [.. fields.Select(f => (f.Key, f.Value))]);
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.Equal(0, site.ReadAds(db => db.Answers.Count()));
    }

    [Theory]
    [InlineData("Purpose", "Legal")]
    [InlineData("Election", "fr-nowhere-1900")]
    [InlineData("Payer", "9")]
    [InlineData("Labelled", "Perhaps")]
    [InlineData("NamesSomebody", "true")]
    public async Task What_is_not_offered_afterwards_is_refused_and_changes_nothing(string field, string value)
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(1);
        var visitor = await site.Visit().Open("/annonces");
        await visitor.Press("Non");
        await visitor.Post(visitor.Address, (field, value));
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        var answer = site.ReadAds(db => db.Answers.Single());
        Assert.Equal((null, null, null, null, null), (answer.Purpose, answer.Election, answer.Payer, answer.Labelled, answer.NamesSomebody));
    }

    [Fact]
    public async Task Nobody_reads_nor_completes_the_answer_of_another_browser()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(2);
        var one = await site.Visit().Open("/annonces");
        await one.Press("Non");
        var other = await site.Visit().Open("/annonces");
        await other.Open(one.Address);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        await (await other.Open("/annonces")).Post(one.Address, ("Purpose", "Poll"));
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        Assert.Null(site.ReadAds(db => db.Answers.Single().Purpose));
    }

    [Fact]
    public async Task The_same_ad_stays_until_it_is_answered_or_passed_and_none_comes_twice()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(6);
        var visitor = await site.Visit().Open("/annonces");
        var shown = Shown(visitor);
        Assert.Equal(shown, Shown(await visitor.Open("/en/ads")));
        var seen = new List<string> { shown };
        for (var turn = 1; turn < 6; turn++)
        {
            if (turn % 2 == 0)
            {
                await visitor.Press("Voir une autre annonce");
            }
            else
            {
                await (await visitor.Open("/annonces")).Press("Non");
                await visitor.Open("/annonces");
            }

            seen.Add(Shown(visitor));
        }

        Assert.Equal(6, seen.Distinct(StringComparer.Ordinal).Count());
        await visitor.Press("Voir une autre annonce");
        Assert.Contains("Aucune autre annonce n’attend", visitor.Text);
    }

    [Fact]
    public async Task From_one_address_so_many_answers_a_minute_and_no_more()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(1);
        var visitor = await site.Visit().Open("/annonces");
        var form = visitor.Page.QuerySelector("form.ads-question")!;
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var said = new List<HttpStatusCode>();
        for (var turn = 0; turn <= new AnsweringSettings().AnswersPerMinute; turn++)
        {
            using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Political", "Perhaps")]);
            using var answer = await visitor.Http.PostAsync(new Uri("/annonces/repondre", UriKind.Relative), body, TestContext.Current.CancellationToken);
            said.Add(answer.StatusCode);
        }

        Assert.All(said.SkipLast(1), status => Assert.Equal(HttpStatusCode.BadRequest, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, said[^1]);
    }

    [Fact]
    public async Task A_program_that_says_so_reads_an_ad_and_takes_no_place()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(1);
        var visitor = site.Visit();
        visitor.Http.DefaultRequestHeaders.UserAgent.ParseAdd("Somebot/1.0 (+https://somebot.example)");
        await visitor.Open("/annonces");
        Assert.Contains("Annonce numéro 1.", visitor.Text);
        Assert.False(visitor.Response.Headers.Contains("Set-Cookie") && visitor.Response.Headers.GetValues("Set-Cookie").Any(c => c.Contains("annonces", StringComparison.Ordinal)));
        Assert.Equal(0, site.ReadAds(db => db.Holds.Count()));
    }

    static string Shown(Visitor visitor) => visitor.Page.QuerySelector("input[name=Ad]")!.GetAttribute("value")!;
}
