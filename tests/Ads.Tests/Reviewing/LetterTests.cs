using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Tests.Reviewing;

/// <summary>Letters about an ad: drafted in one action, sent by a person only, followed to their answer.</summary>
public sealed class LetterTests
{
    [Theory]
    [InlineData("/annonces/relecture/", "Notification à l’éditeur de la publicité", "règlement (UE) 2024/900")]
    [InlineData("/annonces/relecture/", "Signalement à l’autorité", "signalement d’une annonce")]
    [InlineData("/annonces/relecture/", "Pièces pour le juge", "que le juge apprécie seul")]
    [InlineData("/en/ads/review/", "Notice to the publisher of the ad", "Regulation (EU) 2024/900")]
    [InlineData("/en/ads/review/", "Report to the authority", "report of an ad")]
    [InlineData("/en/ads/review/", "File for the court", "the court alone assesses")]
    public async Task One_press_drafts_a_letter_with_the_ad_the_reasons_and_who_writes(string desk, string kind, string subject)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var ad = await site.Campaign();
        await site.Appointed(Given.Reviewer);
        var hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open(desk + ad);
        await hugo.Press(kind);

        Assert.Equal(HttpStatusCode.OK, hugo.Status);
        var text = site.ReadAds(db => db.Notices.Single()).Text;
        var source = site.ReadAds(db => db.Ads.Single().SourceId);
        Assert.All([source, "https://www.facebook.com/ads/library/?id=1234", Given.Party, Crew.Hugo, Crew.EmailOf(Crew.Hugo), "Avec Camille Delorme", subject], part => Assert.Contains(part, text.Replace('\u00A0', ' '), StringComparison.Ordinal));
        // The reasoned explanation: the article and the text that was read, as something to be checked.
        Assert.Contains(desk.StartsWith("/en", StringComparison.Ordinal) ? "To be checked in the light of" : "À vérifier au regard de", text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("52-1", text, StringComparison.Ordinal);
        // A notice rests on the regulation that lets anybody write it; what a country asks is told apart.
        Assert.Equal(subject.Contains("2024/900", StringComparison.Ordinal), System.Text.RegularExpressions.Regex.IsMatch(text.Replace('\u00A0', ' '), "(Pour information, hors de ce règlement|For information, outside this regulation)\\. [^\n]*52-1", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
        Assert.DoesNotMatch("(?i)ill[ée]gal|illicite|unlawful", text);
        Assert.Null(site.ReadAds(db => db.Notices.Single()).SentAt);
        Assert.True(hugo.Page.QuerySelector("[data-print]") is not null);
    }

    [Fact]
    public async Task Nothing_leaves_the_site()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var ad = await site.Campaign();
        await site.Appointed(Given.Reviewer);
        var letters = site.ReadAccounts(db => db.Outbox.Count());
        var hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open(Given.Desk(ad));
        await hugo.Press("Signalement à l’autorité");
        await hugo.Press("Dire qu’il est envoyé");
        Assert.Equal(letters, site.ReadAccounts(db => db.Outbox.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_letter_is_corrected_said_to_be_sent_and_followed_the_most_overdue_first(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var ad = await site.Campaign();
        await site.Appointed(Given.Reviewer);
        var hugo = await site.SignIn(Given.Reviewer);
        async Task<string> Sent(string kind, string due)
        {
            await hugo.Open(Given.Desk(ad));
            await hugo.Press(kind);
            var address = hugo.Address;
            await hugo.Press("Enregistrer", ("To", $"Destinataire {due}"), ("Text", "Texte corrigé."));
            Assert.Equal(HttpStatusCode.OK, hugo.Status);
            await hugo.Press("Dire qu’il est envoyé", ("DueOn", due));
            return address;
        }

        var late = await Sent("Notification à l’éditeur de la publicité", "2026-11-25");
        await Sent("Signalement à l’autorité", "2026-12-24");
        await hugo.Open(Given.Desk(ad));
        await hugo.Press("Pièces pour le juge");

        site.Clock.Advance(TimeSpan.FromDays(3));
        hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open("/annonces/courriers");
        Assert.Contains("1 courrier en retard", hugo.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(["Destinataire 2026-11-25", "Destinataire 2026-12-24", "Juge compétent (à vérifier et compléter)"], hugo.Page.QuerySelectorAll("tbody tr td:nth-child(2)").Select(c => Visitor.Flat(c.TextContent)));

        // What has left changes no more.
        await hugo.Open(late);
        Assert.Null(hugo.Page.QuerySelector("textarea[name=Text]"));
        await hugo.Post(late, ("To", "Un autre"), ("Text", "Un autre texte"));
        Assert.Equal("Texte corrigé.", site.ReadAds(db => db.Notices.Single(n => n.To == "Destinataire 2026-11-25")).Text);

        await hugo.Open(late);
        await hugo.Press("Enregistrer la suite", ("Receipt", "true"), ("Answered", "true"), ("AnswerNote", "Annonce retirée"));
        await hugo.Open("/annonces/courriers");
        Assert.DoesNotContain("courrier en retard", hugo.Text, StringComparison.Ordinal);
        var kept = site.ReadAds(db => db.Notices.Single(n => n.AnsweredAt != null));
        Assert.Equal((site.IdOf(Given.Reviewer), "Annonce retirée", SiteUnderTest.Start, SiteUnderTest.Start.AddDays(3)), (kept.SentBy, kept.AnswerNote, kept.SentAt, kept.ReceiptAt));
    }

    [Fact]
    public async Task What_cannot_be_is_said_beside_its_field_and_nothing_is_lost()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var ad = await site.Campaign();
        await site.Appointed(Given.Reviewer);
        var hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open(Given.Desk(ad));
        await hugo.Press("Signalement à l’autorité");
        var address = hugo.Address;
        await hugo.Press("Enregistrer", ("To", ""), ("Text", "Le texte que je garde."));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Le texte que je garde."), (hugo.Status, hugo.Page.QuerySelector("textarea[name=Text]")!.TextContent));
        await hugo.Open(address);
        await hugo.Press("Dire qu’il est envoyé", ("DueOn", "demain"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        await hugo.Open(address);
        await hugo.Press("Dire qu’il est envoyé", ("DueOn", "2026-11-01"));
        Assert.Single(hugo.Mistakes);
        Assert.Null(site.ReadAds(db => db.Notices.Single()).SentAt);
    }
}
