using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Tests.Reviewing;

/// <summary>Nothing is printed of a named sponsor who was not invited to answer, and what is said of it is true.</summary>
public sealed class RightOfReplyTests
{
    [Theory]
    [InlineData(ReviewOutcome.Breach)]
    [InlineData(ReviewOutcome.NoBreach)]
    [InlineData(ReviewOutcome.CannotTell)]
    public async Task No_decision_is_printed_without_an_invitation(ReviewOutcome outcome)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var ad = await site.Campaign();
        await site.Appointed(Given.Reviewer, "Hugo Lemaire, juriste");
        await site.Decided(ad, outcome, invited: false);
        site.Clock.Advance(TimeSpan.FromDays(60));
        Assert.DoesNotContain("Hugo Lemaire", await site.Everything(ad), StringComparison.Ordinal);
        var hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open(Given.Desk(ad));
        await hugo.Press("Préparer l’invitation à répondre");
        Assert.Equal(HttpStatusCode.OK, hugo.Status);
        await hugo.Press("Dire qu’elle est partie : le délai commence", (How(site), "par courriel"));
        site.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Contains("Hugo Lemaire", await site.Everything(ad), StringComparison.Ordinal);
        Assert.Contains("dit avoir invité l’annonceur à répondre", (await site.Visit().Open(Given.Page(ad))).Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task That_it_cannot_be_sent_is_another_act_and_another_sentence(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var ad = await site.Campaign();
        await site.Appointed(Given.Reviewer, "Hugo Lemaire, juriste");
        await site.Decided(ad, ReviewOutcome.Breach, invited: false);
        var hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open(Given.Desk(ad));
        await hugo.Press("Préparer l’invitation à répondre");
        var why = $"Why-{site.ReadAds(db => db.Invitations.Single().Id):N}";
        await hugo.Press("Dire qu’elle ne peut pas partir : le délai commence", (why, "sa page ne donne aucune adresse"));
        Assert.Equal((null, "sa page ne donne aucune adresse"), site.ReadAds(db => db.Invitations.AsNoTracking().AsEnumerable().Select(i => (i.SentHow, i.NotSentBecause)).Single()));
        site.Clock.Advance(TimeSpan.FromDays(7));
        var stranger = await site.Visit().Open(Given.Page(ad));
        Assert.Contains("n’a pas pu être invité à répondre", stranger.Text, StringComparison.Ordinal);
        Assert.Contains("sa page ne donne aucune adresse", stranger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("dit avoir invité", stranger.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_delay_runs_from_the_last_invitation(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var ad = await site.Campaign();
        await site.Appointed(Given.Reviewer, "Hugo Lemaire, juriste");
        var review = await site.Decided(ad, ReviewOutcome.Breach);
        site.Clock.Advance(TimeSpan.FromDays(6));
        await site.Write<AdsDb>(db => db.Add(new ReplyInvitation { Id = Guid.NewGuid(), ReviewId = review, SecretHash = new('d', 64), At = site.Clock.GetUtcNow(), Until = site.Clock.GetUtcNow().AddDays(7), By = site.IdOf(Given.Reviewer), SentHow = "à la bonne adresse" }));
        site.Clock.Advance(TimeSpan.FromDays(6));
        Assert.DoesNotContain("Hugo Lemaire", await site.Everything(ad), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("Hugo Lemaire", await site.Everything(ad), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sponsors_page_says_what_is_public_and_a_reply_that_harms_is_withheld_with_its_reason_and_shown_again()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var ad = await site.Campaign();
        await site.Appointed(Given.Reviewer, "Hugo Lemaire, juriste");
        var review = await site.Decided(ad, ReviewOutcome.Breach);
        var sponsor = await site.Visit().Open(Addresses.Reply(Beffroi.Kit.Lang.French, review.ToString()));
        Assert.Contains("pas encore publique", sponsor.Text, StringComparison.Ordinal);
        await sponsor.Press("Envoyer ma réponse", ("ByName", Given.Party), ("Text", "Demandez à notre voisin, au 3 de la rue."));
        site.Clock.Advance(TimeSpan.FromDays(7));
        sponsor = await site.Visit().Open(Addresses.Reply(Beffroi.Kit.Lang.French, review.ToString()));
        Assert.DoesNotContain("pas encore publique", sponsor.Text, StringComparison.Ordinal);
        Assert.Contains("Sa décision est publique", sponsor.Text, StringComparison.Ordinal);
        Assert.Contains("notre voisin", await site.Visit().Body(Given.Page(ad)), StringComparison.Ordinal);

        var hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open(Given.Desk(ad));
        await hugo.Press("Retenir cette réponse", ($"Withheld-{site.ReadAds(db => db.Replies.Single().Id):N}", "elle donne l’adresse d’une personne privée"));
        var stranger = await site.Visit().Open(Given.Page(ad));
        Assert.DoesNotContain("notre voisin", stranger.Text, StringComparison.Ordinal);
        Assert.Contains("elle donne l’adresse d’une personne privée", stranger.Text, StringComparison.Ordinal);
        Assert.Contains("Une réponse est arrivée", stranger.Text, StringComparison.Ordinal);
        await hugo.Press("Montrer cette réponse");
        Assert.Contains("notre voisin", await site.Visit().Body(Given.Page(ad)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_printed_as_people_agree_now_and_leave_in_letters_with_what_is_shown_only()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var ad = await site.Campaign();
        await site.Appointed(Given.Reviewer, "Hugo Lemaire, juriste");
        await site.Appointed(Crew.Rose, "Rose Nguyen");
        await site.Decided(ad, ReviewOutcome.Breach);
        var rose = await site.SignIn(Crew.Rose);
        async Task<string> Letter(Visitor reviewer)
        {
            await reviewer.Open(Given.Desk(ad));
            await reviewer.Press("Signalement à l’autorité");
            return site.ReadAds(db => db.Notices.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).First()).Text;
        }

        Assert.DoesNotContain("Hugo", await Letter(rose), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromDays(8));
        var hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open("/annonces/relecture");
        await hugo.Press("Enregistrer", ("PublicName", "H. Lemaire"), ("Agrees", "true"));
        var shown = await site.Everything(ad);
        Assert.Contains("H. Lemaire", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Hugo Lemaire, juriste", shown, StringComparison.Ordinal);
        rose = await site.SignIn(Crew.Rose);
        Assert.Contains("H. Lemaire", await Letter(rose), StringComparison.Ordinal);
        await hugo.Open("/annonces/relecture");
        await hugo.Press("Enregistrer", ("PublicName", ""), ("Agrees", null));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain("Lemaire", await Letter(rose), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_of_a_text_that_was_not_read_is_a_hyphen()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var ad = await site.Campaign();
        await site.Appointed(Given.Reviewer, "Hugo Lemaire, juriste");
        var review = await site.Decided(ad, ReviewOutcome.CannotTell);
        await site.Write<AdsDb>(db => db.Reviews.Where(r => r.Id == review).ExecuteUpdate(r => r.SetProperty(x => x.TextFrom, (DateOnly?)null)));
        site.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Contains("R1 - CannotTell 2026-11-23", await site.Visit().Body("/annonces/donnees/ads.csv"), StringComparison.Ordinal);
    }

    static string How(SiteUnderTest site) => $"How-{site.ReadAds(db => db.Invitations.Single().Id):N}";
}
