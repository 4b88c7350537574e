using AngleSharp;
using System.Net;
using Beffroi.Ads.Law;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Tests.Reviewing;

/// <summary>What everybody may be shown, and when.</summary>
public sealed class PublicationTests
{
    static readonly string[] Statuses = ["LikelyBreach", "Undetermined", "NoSign", "Breach", "signe d’un manquement", "L. 52-1", "L52-1"];

    [Theory, ClassData(typeof(Engines))]
    public async Task Before_a_named_reviewer_decides_pages_and_files_carry_answers_and_counts_only(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var ad = await site.Campaign();
        await site.Appointed(Given.Reviewer, "Hugo Lemaire, juriste");

        var hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open(Given.Desk(ad));
        Assert.Contains("À vérifier : signe d’un manquement", Visitor.Flat(hugo.Text).Replace('\u00A0', ' '), StringComparison.Ordinal);

        var shown = await site.Everything(ad);
        Assert.All(Statuses, status => Assert.DoesNotContain(status, shown, StringComparison.Ordinal));
        var stranger = site.Visit();
        await stranger.Open(Given.Page(ad));
        Assert.Contains("6 réponses", stranger.Text, StringComparison.Ordinal);
        Assert.Contains("Ce n’est pas un sondage", stranger.Text, StringComparison.Ordinal);
        Assert.Contains("6 personnes sur 6", stranger.Text, StringComparison.Ordinal);
        Assert.Contains("Aucune décision publiée", stranger.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_decision_appears_with_its_name_and_the_sponsors_words_once_the_delay_is_over(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var ad = await site.Campaign();
        await site.Appointed(Given.Reviewer);
        var hugo = await site.SignIn(Given.Reviewer);

        // Without an agreement to be named, nothing is decided.
        await hugo.Open(Given.Desk(ad));
        await hugo.Press(Decide(hugo), ("Outcome-R1", "Breach"), ("Reason-R1", "Elle invite à voter pour une candidate, et sa diffusion est payée."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        await hugo.Open("/annonces/relecture");
        await hugo.Press("Enregistrer", ("PublicName", "Hugo Lemaire, juriste"), ("Agrees", "true"));
        var juror = site.ReadAds(db => db.Jurors.Single());
        Assert.Equal((site.Clock.GetUtcNow(), "Hugo Lemaire, juriste"), (juror.ConsentedAt, juror.PublicName));

        await hugo.Open(Given.Desk(ad));
        await hugo.Press(Decide(hugo), ("Outcome-R1", "Breach"), ("Reason-R1", "Elle invite à voter pour une candidate, et sa diffusion est payée."));
        Assert.Equal(HttpStatusCode.OK, hugo.Status);
        site.Clock.Advance(TimeSpan.FromDays(30));
        Assert.DoesNotContain("Hugo Lemaire", await site.Everything(ad), StringComparison.Ordinal);

        // Thirty days later nobody had been invited: the delay has not begun.
        hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open(Given.Desk(ad));
        await hugo.Press("Préparer l’invitation à répondre");
        var secret = new Uri(hugo.Page.QuerySelectorAll("code").Select(c => c.TextContent).Single(c => c.Contains("droit-de-reponse", StringComparison.Ordinal))).PathAndQuery;
        await hugo.Press("Dire qu’elle est partie : le délai commence", ($"How-{site.ReadAds(db => db.Invitations.Single().Id):N}", "par courriel"));
        await hugo.Open(Given.Desk(ad));
        Assert.DoesNotContain(secret, hugo.Page.ToHtml(), StringComparison.Ordinal);

        var sponsor = site.Visit();
        await sponsor.Open(secret);
        Assert.Contains("Elle invite à voter pour une candidate", sponsor.Text, StringComparison.Ordinal);
        await sponsor.Press("Envoyer ma réponse", ("ByName", "Union du Phare"), ("Text", "  Nous ne sommes pas d’accord : <b>ce message</b> était gratuit.\n\nLa présidente  "));
        Assert.Equal(HttpStatusCode.OK, sponsor.Status);

        site.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.DoesNotContain("Hugo Lemaire", await site.Everything(ad), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var shown = await site.Everything(ad);
        Assert.Contains("R1 2011-04-20 Breach 2026-11-23", shown, StringComparison.Ordinal);
        var stranger = site.Visit();
        await stranger.Open(Given.Page(ad));
        Assert.Contains("Contraire à cet article, selon la relecture", stranger.Text, StringComparison.Ordinal);
        Assert.Contains("Hugo Lemaire, juriste", stranger.Text, StringComparison.Ordinal);
        Assert.Equal("Nous ne sommes pas d’accord : <b>ce message</b> était gratuit.\n\nLa présidente", stranger.Page.QuerySelector("blockquote")!.TextContent);
        Assert.Contains("juge seul", stranger.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)ill[ée]gal", shown);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_later_decision_takes_the_place_of_the_first_waits_in_its_turn_and_history_is_kept(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var ad = await site.Campaign();
        await site.Appointed(Given.Reviewer, "Hugo Lemaire, juriste");
        var first = await site.Decided(ad, ReviewOutcome.Breach);
        site.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Contains("Breach", await site.Everything(ad), StringComparison.Ordinal);

        await site.Decided(ad, ReviewOutcome.NoBreach, replaces: first, at: site.Clock.GetUtcNow());
        Assert.DoesNotContain("Breach", await site.Everything(ad), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromDays(7));

        var stranger = site.Visit();
        await stranger.Open(Given.Page(ad));
        Assert.Contains("Pas contraire à cet article", stranger.Text, StringComparison.Ordinal);
        Assert.Contains("Décisions précédentes (1)", stranger.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_breach_whose_invitation_was_not_sent_or_whose_reviewer_no_longer_agrees_is_not_shown()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (uninvited, named) = (await site.Campaign(), await site.Campaign("Votez Camille Delorme !"));
        await site.Appointed(Given.Reviewer, "Hugo Lemaire, juriste");
        await site.Decided(uninvited, ReviewOutcome.Breach, invited: false);
        await site.Decided(named, ReviewOutcome.Breach);
        site.Clock.Advance(TimeSpan.FromDays(60));
        Assert.DoesNotContain("Hugo Lemaire", await site.Visit().Body(Given.Page(uninvited)), StringComparison.Ordinal);
        Assert.Contains("Hugo Lemaire", await site.Visit().Body(Given.Page(named)), StringComparison.Ordinal);

        var hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open("/annonces/relecture");
        await hugo.Press("Enregistrer", ("PublicName", ""), ("Agrees", null));
        Assert.DoesNotContain("Hugo Lemaire", await site.Everything(named), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_two_reviewers_who_decide_at_once_one_is_told_and_loses_nothing(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var ad = await site.Campaign();
        await site.Appointed(Given.Reviewer, "Hugo Lemaire, juriste");
        await site.Appointed(Crew.Rose, "Rose Nguyen");
        var (hugo, rose) = (await site.SignIn(Given.Reviewer), await site.SignIn(Crew.Rose));
        await hugo.Open(Given.Desk(ad));
        await rose.Open(Given.Desk(ad));
        await hugo.Press(Decide(hugo), ("Outcome-R1", "NoBreach"), ("Reason-R1", "Rien ne dit que cette diffusion soit payée."));
        await rose.Press(Decide(rose), ("Outcome-R1", "Breach"), ("Reason-R1", "La bibliothèque dit que cette diffusion est payée."));

        Assert.Equal(HttpStatusCode.Conflict, rose.Status);
        Assert.Contains("Quelqu’un vient de décider", rose.Text, StringComparison.Ordinal);
        Assert.Equal("La bibliothèque dit que cette diffusion est payée.", rose.Page.QuerySelector("textarea[name=Reason-R1]")!.TextContent);
        await rose.Press(Decide(rose));
        Assert.Equal([ReviewOutcome.NoBreach, ReviewOutcome.Breach], site.ReadAds(db => db.Reviews.OrderBy(r => r.Replaces != null).Select(r => r.Outcome).ToList()));
        Assert.Equal(1, site.ReadAds(db => db.Reviews.Count(r => r.Replaces != null)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_two_first_decisions_sent_in_the_same_instant_one_is_kept(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var ad = await site.Campaign();
        await site.Appointed(Given.Reviewer, "Hugo Lemaire, juriste");
        await site.Appointed(Crew.Rose, "Rose Nguyen");
        Visitor[] reviewers = [await site.SignIn(Given.Reviewer), await site.SignIn(Crew.Rose)];
        foreach (var reviewer in reviewers)
        {
            await reviewer.Open(Given.Desk(ad));
        }

        await Task.WhenAll(reviewers.Select(r => r.Press(Decide(r), ("Outcome-R1", "NoBreach"), ("Reason-R1", "Rien ne dit que cette diffusion soit payée."))));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], reviewers.Select(r => r.Status).Order());
        Assert.Equal(1, site.ReadAds(db => db.Reviews.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task From_the_eve_of_a_national_poll_to_its_last_close_nothing_of_the_answers_is_published(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var ad = await site.Campaign();
        await site.Appointed(Given.Reviewer, "Hugo Lemaire, juriste");
        await site.Decided(ad, ReviewOutcome.NoBreach);
        var freeze = PublicationFreeze.Of(LawBook.Load(), "FR").First(f => f.From > SiteUnderTest.Start && f.Elections.Any(e => e.Kind == "presidential"));

        site.Clock.SetUtcNow(freeze.From.AddSeconds(-1));
        Assert.Contains("Hugo Lemaire", await site.Everything(ad), StringComparison.Ordinal);
        foreach (var instant in new[] { freeze.From, freeze.Until.AddSeconds(-1) })
        {
            site.Clock.SetUtcNow(instant);
            var stranger = site.Visit();
            await stranger.Open(Given.Page(ad));
            Assert.Contains("Publication suspendue pendant le vote", stranger.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("6 réponses", stranger.Text, StringComparison.Ordinal);
            var everything = await site.Everything(ad);
            Assert.DoesNotContain("Hugo Lemaire", everything, StringComparison.Ordinal);
            Assert.DoesNotContain("0.9951", everything, StringComparison.Ordinal);
            Assert.Contains("\"frozen\":true", everything, StringComparison.Ordinal);
            Assert.Contains("Publication suspendue", await stranger.Body("/annonces/resultats"), StringComparison.Ordinal);
            Assert.DoesNotContain(ad.ToString(), await stranger.Body("/annonces/toutes?purpose=PartyOrCandidate"), StringComparison.Ordinal);
            Assert.Contains("Nothing of the answers is published from", await stranger.Body("/annonces/donnees/datapackage.json"), StringComparison.Ordinal);
        }

        site.Clock.SetUtcNow(freeze.Until);
        Assert.Contains("Hugo Lemaire", await site.Everything(ad), StringComparison.Ordinal);
    }

    [Theory, InlineData(FreezeChoice.None, 0, 0), InlineData(FreezeChoice.National, 1, 0), InlineData(FreezeChoice.All, 1, 1)]
    public async Task The_operator_chooses_which_polls_suspend_publication(FreezeChoice choice, int presidential, int municipal)
    {
        await using var site = await SiteUnderTest.Empty();
        await using var scope = site.Scope();
        var (db, book) = ((AdsDb)scope.ServiceProvider.GetService(typeof(AdsDb))!, LawBook.Load());
        int During(string kind)
        {
            var freeze = PublicationFreeze.Of(book, "FR").Last(f => f.Elections.All(e => e.Kind == kind));
            return new Publication(db, book, new() { Freeze = choice }, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(freeze.From.AddHours(30))).Frozen.Count;
        }

        Assert.Equal((presidential, municipal), (During("presidential"), During("municipal")));
    }

    // The name of the button of the first rule, as it is heard.
    static string Decide(Visitor reviewer) => reviewer.Page.QuerySelector("#regle-R1 form button[aria-label^=Enregistrer]")!.GetAttribute("aria-label")!;
}
