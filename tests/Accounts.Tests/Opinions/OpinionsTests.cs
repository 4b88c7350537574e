using System.Net;
using Beffroi.Kit;
using Beffroi.Testing;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Accounts.Tests.Opinions;

public sealed class OpinionsTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task An_opinion_is_kept_without_anything_that_says_whose_it_is(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open("/avis?depuis=fin");
        await hugo.Press("Envoyer mon avis", ("Rating", "Good"), ("Clarity", "4"), ("Text", "Bien. Écrivez à hugo@mission.fr ou 06 12 34 56 78."));
        Assert.Equal("Merci pour votre avis", hugo.Heading);

        var opinion = site.ReadAccounts(db => db.Opinions.Single());
        Assert.Equal((new DateOnly(2026, 11, 23), OpinionRating.Good, 4, true), (opinion.Day, opinion.Rating, opinion.Clarity, opinion.AfterPlaying));
        Assert.Equal("Bien. Écrivez à [adresse] ou [numéro].", opinion.Text);
        Assert.Equal(["anonyme"], site.ReadAccounts(db => db.Audit.Where(a => a.Act == "avis.donner").Select(a => a.Who).ToList()));

        var superadmin = await (await site.SignIn(Crew.Superadmin)).Open("/admin/avis");
        Assert.Contains("[adresse] ou [numéro]", superadmin.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_English_the_same_is_asked_in_English_and_counted_with_the_others()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/en/opinion?service=annonces");
        Assert.Equal(("Give my opinion", "en"), (visitor.Heading, visitor.Page.DocumentElement.GetAttribute("lang")));
        Assert.Contains("Your opinion is about: Ads.", visitor.Text, StringComparison.Ordinal);
        await visitor.Press("Send my opinion");
        Assert.Equal("Choose an answer", visitor.Mistakes.Single());
        await visitor.Press("Send my opinion", ("Rating", "Good"), ("Clarity", "5"));

        Assert.Equal("Thank you for your opinion", visitor.Heading);
        var kept = site.ReadAccounts(db => db.Opinions.Single());
        Assert.Equal((SitePart.Ads, OpinionRating.Good, 5), (kept.Part, kept.Rating, kept.Clarity));
    }

    [Fact]
    public async Task An_opinion_without_its_first_answer_is_asked_again()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/avis");
        await visitor.Press("Envoyer mon avis", ("Text", "Rien"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal("Rien", visitor.Page.QuerySelector("textarea")!.TextContent);
        Assert.False(site.ReadAccounts(db => db.Opinions.Any()));
    }

    [Fact]
    public async Task Below_ten_the_count_is_masked_and_from_ten_it_is_public()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await Give(site, 9);
        var page = await site.Visit().Open("/stats.json");
        Assert.Contains("\"nom\":\"avis_recus\",\"libelle\":\"Avis reçus\",\"unite\":\"avis\",\"masque\":true", page.Page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_the_games_and_the_foot_of_each_page_lead_to_it()
    {
        await using var site = await SiteUnderTest.WithWorld();
        Assert.Equal("/avis", (await site.Visit().Open("/")).Page.QuerySelectorAll("footer a").Single(a => a.TextContent.Trim() == "Je donne mon avis").GetAttribute("href"));
        var participant = await Participant.Enter(site, "BKT59000", "Inès");
        await participant.AnswerQuestionnaire();
        await participant.PlayAll(_ => true);
        await participant.Visitor.Open("/eva/fin");
        await participant.Visitor.Follow("Je donne mon avis");
        Assert.Equal("Je donne mon avis", participant.Visitor.Heading);
    }

    static Task Give(SiteUnderTest site, int count) => site.Write<AccountsDb>(db => db.AddRange(Enumerable.Range(0, count).Select(_ => new Opinion { Id = Guid.NewGuid(), Day = new(2026, 11, 23), Rating = OpinionRating.Good, Clarity = null, Text = null, AfterPlaying = false })));
}
