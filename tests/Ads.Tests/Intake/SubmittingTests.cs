using System.Net;
using System.Text;
using Beffroi.Ads.Intake;
using Beffroi.Ads.Submitting;
using Beffroi.Ads.Tests.Pictures;
using Beffroi.Ads.Tests.Reviewing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Ads.Tests.Intake;

/// <summary>A citizen sends an ad, a reviewer reads it: through the pages.</summary>
public sealed class SubmittingTests
{
    const string Why = "Vue trois fois hier soir";

    static async Task<Visitor> Opened(SiteUnderTest site)
    {
        var visitor = await site.Visit().Open("/annonces/signaler");
        site.Clock.Advance(TimeSpan.FromSeconds(20));
        return visitor;
    }

    static (string, string) Stamp(Visitor visitor) => ("Opened", visitor.Page.QuerySelector("input[name=Opened]")!.GetAttribute("value")!);

    [Theory, ClassData(typeof(Engines))]
    public async Task A_link_sent_without_an_account_becomes_an_ad_once_somebody_read_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var citizen = await Opened(site);
        await citizen.Press("Envoyer", ("LibraryUrl", "https://www.facebook.com/ads/library/?id=700000000000001&access_token=EAAGxyz&utm_source=a"), ("PageName", "Ligue des Marées"), ("Text", "Reprenons la barre dimanche"), ("Why", Why), ("SeenOn", "2026-11-20"));
        Assert.Empty(citizen.Mistakes);
        Assert.Contains("Merci", citizen.Text, StringComparison.Ordinal);
        Assert.Equal("https://www.facebook.com/ads/library/?id=700000000000001", site.ReadAds(db => db.Submissions.Single().LibraryUrl));
        Assert.Equal(0, site.ReadAds(db => db.Ads.Count()));

        var reviewer = await site.SignIn(Crew.Superadmin);
        await reviewer.Open("/annonces/envois");
        Assert.Contains(Why, reviewer.Text, StringComparison.Ordinal);
        await reviewer.Press("Montrer cette annonce", ("Payer", "Association des Marées"));
        var ad = site.ReadAds(db => db.Ads.Single());
        Assert.Equal((null, null, new DateOnly(2026, 11, 20)), (ad.FirstShownAt, ad.LastShownAt, ad.SeenOn));
        Assert.Contains("vue le 20 novembre 2026", (await site.Visit().Open(Given.Page(ad.Id))).Text, StringComparison.Ordinal);
        Assert.Equal((AdSource.Submission, "Ligue des Marées", "Association des Marées", "Reprenons la barre dimanche"), (ad.Source, ad.PageName, ad.Payer, ad.Text));
        Assert.Equal(ad.GroupId, site.ReadAds(db => db.Groups.Single(g => g.State == GroupState.Open).Id));
        Assert.Equal(ad.Id, site.ReadAds(db => db.Submissions.Single().AdId));
        Assert.Contains("Rien n’attend", reviewer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_screenshot_is_cleaned_shown_to_reviewers_only_then_to_all_with_headers_that_run_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var citizen = await Opened(site);
        await citizen.Upload("Picture", "capture.png", PictureTests.Png(more: ("tEXt", Encoding.UTF8.GetBytes("Author\0Camille chez elle"))), Stamp(citizen), ("Why", Why), ("PageName", "Page"));
        Assert.Empty(citizen.Mistakes);
        var picture = site.ReadAds(db => db.Pictures.Single());
        Assert.DoesNotContain("Camille", Encoding.Latin1.GetString(picture.Bytes), StringComparison.Ordinal);

        var address = Addresses.Picture(picture.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visit().Http.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        var reviewer = await site.SignIn(Crew.Superadmin);
        var seen = await reviewer.Http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal("image/png", seen.Content.Headers.ContentType!.MediaType);
        Assert.Contains("no-store", seen.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        // Who does not see the picture reads what it shows.
        await (await reviewer.Open("/annonces/envois")).Press("Montrer cette annonce");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reviewer.Status);
        await reviewer.Press("Montrer cette annonce", ("PictureText", "Une affiche bleue : « Votez Delorme »."));
        Assert.Equal("Une affiche bleue : « Votez Delorme ».", (await site.Visit().Open(Addresses.Ad(Kit.Lang.French, site.ReadAds(db => db.Ads.Single().Id)))).Page.QuerySelector("img.ad-picture")!.GetAttribute("alt"));
        var shown = await site.Visit().Http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(picture.Bytes, await shown.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("nosniff", shown.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", shown.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("same-origin", shown.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal((AdMedia.Image, (Guid?)picture.Id), site.ReadAds(db => db.Ads.AsEnumerable().Select(a => (a.Media, a.PictureId)).Single()));
    }

    [Fact]
    public async Task A_refusal_says_why_and_erases_the_picture()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var citizen = await Opened(site);
        await citizen.Upload("Picture", "capture.png", PictureTests.Png(), Stamp(citizen), ("Why", Why), ("PageName", "Page"));
        var reviewer = await site.SignIn(Crew.Superadmin);
        await (await reviewer.Open("/en/ads/submissions")).Press("Refuse", ("Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reviewer.Status);
        await reviewer.Press("Refuse", ("Reason", "Une personne privée y est reconnaissable"));
        Assert.Equal("Une personne privée y est reconnaissable", site.ReadAds(db => db.Submissions.Single().RefusedBecause));
        Assert.Equal((0, 0), site.ReadAds(db => ValueTuple.Create(db.Pictures.Count(), db.Ads.Count())));

        await Nights(site, 29);
        Assert.Equal(1, site.ReadAds(db => db.Submissions.Count()));
        await Nights(site, 2);
        Assert.Equal(0, site.ReadAds(db => db.Submissions.Count()));
    }

    [Fact]
    public async Task An_ad_of_the_library_that_is_here_already_is_not_made_twice()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (sponsor, group, ad) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await site.Write<AdsDb>(db => db.AddRange(
            new Sponsor { Id = sponsor, Source = AdSource.MetaLibrary, Key = "1", Name = "Page" }, new AdGroup { Id = group, ShownAdId = ad, Country = "FR", Ads = 1 },
            new Ad { Id = ad, Source = AdSource.MetaLibrary, SourceId = "700000000000001", Country = "FR", SponsorId = sponsor, PageName = "Page", Text = "t", ContentHash = "", GroupId = group, ImportId = Guid.Empty, ImportedAt = SiteUnderTest.Start }));
        var citizen = await Opened(site);
        await citizen.Upload("Picture", "capture.png", PictureTests.Png(), Stamp(citizen), ("Why", Why), ("PageName", "Page"), ("LibraryUrl", "https://www.facebook.com/ads/library/?id=700000000000001"));
        var reviewer = await site.SignIn(Crew.Superadmin);
        await (await reviewer.Open("/annonces/envois")).Press("Montrer cette annonce", ("PictureText", "Une affiche bleue."));
        Assert.Equal(ad, site.ReadAds(db => db.Submissions.Single().AdId));
        Assert.NotNull(site.ReadAds(db => db.Ads.Single().PictureId));
    }

    [Theory]
    [InlineData("LibraryUrl", "javascript:alert(1)")]
    [InlineData("Why", "")]
    [InlineData("SeenOn", "2199-01-01")]
    [InlineData("LibraryUrl", "")]
    public async Task What_is_wrong_is_told_beside_its_field_and_what_was_typed_stays(string field, string value)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var citizen = await Opened(site);
        var typed = new Dictionary<string, string?>(StringComparer.Ordinal) { ["LibraryUrl"] = "https://a.example/annonce", ["Why"] = Why, ["PageName"] = "Ma page", [field] = value };
        await citizen.Press("Envoyer", [.. typed.Select(t => (t.Key, t.Value))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, citizen.Status);
        Assert.NotEmpty(citizen.Mistakes);
        Assert.Equal("Ma page", citizen.Page.QuerySelector("input[name=PageName]")!.GetAttribute("value"));
        Assert.Equal(0, site.ReadAds(db => db.Submissions.Count()));
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_told_and_what_was_typed_stays()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var citizen = await Opened(site);
        await citizen.Upload("Picture", "capture.png", "<html>"u8.ToArray(), Stamp(citizen), ("Why", Why), ("LibraryUrl", "https://a.example/annonce"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, citizen.Status);
        Assert.Contains(citizen.Mistakes, m => m.Contains("PNG", StringComparison.Ordinal));
        Assert.Contains(Why, citizen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_floods_and_repeats_are_held_back()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var fast = await site.Visit().Open("/annonces/signaler");
        await fast.Press("Envoyer", ("LibraryUrl", "https://a.example/1"), ("Why", Why));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, fast.Status);

        var trapped = await Opened(site);
        await trapped.Press("Envoyer", ("LibraryUrl", "https://a.example/1"), ("Why", Why), (SubmissionDoor.Trap, "https://spam.example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, trapped.Status);
        Assert.Equal(0, site.ReadAds(db => db.Submissions.Count()));

        var many = await Opened(site);
        for (var i = 0; i < new SubmissionSettings().PerHour; i++)
        {
            await many.Press("Envoyer", ("LibraryUrl", $"https://a.example/{i}"), ("Why", Why));
            Assert.Equal(HttpStatusCode.OK, many.Status);
            await many.Open("/annonces/signaler");
            site.Clock.Advance(TimeSpan.FromSeconds(20));
        }

        await many.Press("Envoyer", ("LibraryUrl", "https://a.example/de-trop"), ("Why", Why));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, many.Status);
        Assert.Equal(new SubmissionSettings().PerHour, site.ReadAds(db => db.Submissions.Count()));
        // Nobody's address is kept.
        Assert.All(site.ReadAds(db => db.Submissions.AsNoTracking().ToList()), s => Assert.Null(s.Network));
    }

    [Fact]
    public async Task A_picture_is_opened_only_for_who_may_send()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var late = await Opened(site);
        await late.Upload("Picture", "capture.png", "<html>"u8.ToArray(), ("Opened", ""), ("Why", Why), ("LibraryUrl", "https://a.example/annonce"));
        Assert.Contains("trop longtemps", late.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(late.Mistakes, m => m.Contains("PNG, JPEG", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_signed_in_sends_like_anybody()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await (await site.SignIn(Crew.Hugo)).Open("/annonces/signaler");
        site.Clock.Advance(TimeSpan.FromSeconds(20));
        await hugo.Press("Envoyer", ("LibraryUrl", "https://a.example/1"), ("Why", Why));
        Assert.Equal(1, site.ReadAds(db => db.Submissions.Count()));
        Assert.All(site.ReadAds(db => db.Audit.AsNoTracking().Where(a => a.Act == "annonces.envoyer").ToList()), row => Assert.Equal("anonyme", row.Who));
        Assert.NotEmpty(site.ReadAds(db => db.Audit.AsNoTracking().Where(a => a.Act == "annonces.envoyer").ToList()));
    }

    static async Task Nights(SiteUnderTest site, int days)
    {
        site.Clock.Advance(TimeSpan.FromDays(days));
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Beffroi.Kit.Actor>().Act = "test.nuit";
        await scope.ServiceProvider.GetRequiredService<AdsDb>().EraseRefused(site.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
    }
}
