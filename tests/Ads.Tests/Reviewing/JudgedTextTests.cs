using System.Net;
using System.Text;
using Beffroi.Ads.Intake;
using Beffroi.Ads.Tests.Answering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Ads.Tests.Reviewing;

/// <summary>A decision holds for the words that were judged; an ad may be hidden; whoever is no longer a superadmin reviews no more.</summary>
public sealed class JudgedTextTests
{
    const string Words = "Avec Camille Delorme, choisissons le cap : un port ouvert, des écoles neuves, des rues calmes.";

    [Theory, ClassData(typeof(Engines))]
    public async Task A_decision_about_other_words_is_withheld_and_the_ad_comes_back_to_the_queue(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var ad = await Imported(site, Words, "100");
        await site.Appointed(Given.Reviewer, "Hugo Lemaire, juriste");
        var hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open(Given.Desk(ad));
        await hugo.Press(Decide(hugo), ("Outcome-R1", "CannotTell"), ("Reason-R1", "La source ne dit pas qui paie cette diffusion."));
        var review = site.ReadAds(db => db.Reviews.AsNoTracking().Single());
        Assert.Equal((64, Words, site.ReadAds(db => db.Ads.Single().LastingHash)), (review.TextHash.Length, review.Quotation, review.TextHash));
        await Invited(site, review.Id);
        site.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Contains("Hugo Lemaire", await site.Everything(ad), StringComparison.Ordinal);

        // Its totals grow: it says the same.
        await Imported(site, Words, "2000");
        Assert.Contains("Hugo Lemaire", await site.Everything(ad), StringComparison.Ordinal);

        await Imported(site, Words + " Votez.", "2000");
        var shown = await site.Everything(ad);
        Assert.DoesNotContain("Hugo Lemaire", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("CannotTell", shown, StringComparison.Ordinal);
        hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open("/annonces/relecture");
        Assert.Contains(Words, hugo.Page.QuerySelector("#changees ~ ul")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Retenue", hugo.Text, StringComparison.Ordinal);

        // Decided again, on what it says now: it waits no more.
        await hugo.Open(Given.Desk(ad));
        await hugo.Press(Decide(hugo), ("Outcome-R1", "CannotTell"), ("Reason-R1", "Le nouveau texte ne le dit pas davantage."));
        await hugo.Open("/annonces/relecture");
        Assert.Null(hugo.Page.QuerySelector("#changees"));
    }

    [Fact]
    public async Task An_ad_that_changes_while_somebody_writes_is_read_again_and_nothing_is_lost()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var ad = await Imported(site, Words, "100");
        await site.Appointed(Given.Reviewer, "Hugo Lemaire, juriste");
        var hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open(Given.Desk(ad));
        await Imported(site, Words + " Votez.", "100");
        await hugo.Press(Decide(hugo), ("Outcome-R1", "CannotTell"), ("Reason-R1", "La source ne dit pas qui paie cette diffusion."));
        Assert.Equal((HttpStatusCode.Conflict, "La source ne dit pas qui paie cette diffusion."), (hugo.Status, hugo.Page.QuerySelector("textarea[name=Reason-R1]")!.TextContent));
        Assert.Equal(0, site.ReadAds(db => db.Reviews.Count()));
        await hugo.Press(Decide(hugo));
        Assert.EndsWith("Votez.", site.ReadAds(db => db.Reviews.Single().Quotation), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Deciding_on_one_rule_leaves_the_signs_of_the_others_in_the_list(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        // Both the months before the poll and who may give: a company pays for propaganda.
        var ad = await site.Campaign(answers: 8);
        await site.Write<AdsDb>(db =>
        {
            foreach (var answer in db.Answers)
            {
                answer.Payer = PayerAnswer.LegalPerson;
            }

            db.Add(new EstablishedFact { Id = Guid.NewGuid(), AdId = ad, Key = Beffroi.Ads.Law.FactKey.Label, Value = FactAnswers.No, Because = "Lu sur une capture.", TextHash = db.Ads.Single().LastingHash, By = Guid.NewGuid(), At = SiteUnderTest.Start });
        });
        await site.Appointed(Given.Reviewer, "Hugo Lemaire, juriste");
        var hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open(Given.Desk(ad));
        var signs = hugo.Page.QuerySelectorAll("section.ad-rule").Where(s => s.QuerySelector(".fr-badge--warning") is not null).Select(s => s.Id!["regle-".Length..]).ToList();
        Assert.True(signs.Count > 1, string.Join(' ', signs));
        foreach (var (rule, left) in signs.Select((r, i) => (r, signs.Count - 1 - i)))
        {
            await site.Decided(ad, ReviewOutcome.NoBreach, rule);
            await hugo.Open("/annonces/relecture");
            Assert.Equal(left > 0, hugo.Page.QuerySelector($"li.fr-mb-2w a[href$='{ad}']") is not null);
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_hidden_ad_leaves_every_public_page_with_its_picture_another_takes_its_place_and_it_comes_back(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (ad, picture) = (await site.Ad(Given.Party, "Un texte montré.", GroupState.Open), Guid.NewGuid());
        var (group, twin) = (site.ReadAds(db => db.Ads.Single().GroupId), await site.Ad(Given.Party, "Un texte jumeau.", GroupState.Open));
        await site.Write<AdsDb>(db =>
        {
            db.Add(new AdPicture { Id = picture, MediaType = "image/png", Bytes = [1, 2, 3], Sha256 = new('b', 64), Width = 1, Height = 1 });
            db.Ads.Single(a => a.Id == ad).PictureId = picture;
            db.Ads.Single(a => a.Id == twin).GroupId = group;
        });
        await site.Appointed(Given.Reviewer, "Hugo Lemaire, juriste");
        var hugo = await site.SignIn(Given.Reviewer);
        Assert.Equal(HttpStatusCode.OK, (await site.Visit().Open(Addresses.Picture(picture))).Status);

        await hugo.Open(Given.Desk(ad));
        await hugo.Press("Masquer", (Judging.HideAd.Field, ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        await hugo.Press("Masquer", (Judging.HideAd.Field, "Une personne privée y est reconnaissable"));
        Assert.Equal((site.Clock.GetUtcNow(), "Une personne privée y est reconnaissable"), site.ReadAds(db => db.Ads.AsNoTracking().Where(a => a.Id == ad).AsEnumerable().Select(a => (a.HiddenAt!.Value, a.HiddenReason!)).Single()));
        Assert.Equal(twin, site.ReadAds(db => db.Groups.Single(g => g.Id == group).ShownAdId));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visit().Open(Given.Page(ad))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visit().Open(Addresses.Picture(picture))).Status);
        Assert.All(new[] { "/annonces/toutes", "/api/ads", "/annonces/donnees/ads.csv" }, url => Assert.DoesNotContain(ad.ToString(), site.Visit().Body(url).GetAwaiter().GetResult(), StringComparison.Ordinal));
        Assert.Contains(site.ReadAds(db => db.Audit.AsNoTracking().Select(a => a.Act).ToList()), act => act == "annonces.masquer");

        await hugo.Open("/annonces/relecture");
        Assert.Contains("Une personne privée", hugo.Page.QuerySelector("#masquees ~ ul")!.TextContent, StringComparison.Ordinal);
        // The other one too: nothing of the group is shown, until one comes back.
        await hugo.Open(Given.Desk(twin));
        await hugo.Press("Masquer", (Judging.HideAd.Field, "Par erreur"));
        await hugo.Open(Given.Desk(ad));
        await hugo.Press("Montrer de nouveau");
        Assert.Equal(ad, site.ReadAds(db => db.Groups.Single(g => g.Id == group).ShownAdId));
        Assert.Equal(HttpStatusCode.OK, (await site.Visit().Open(Addresses.Picture(picture))).Status);
    }

    [Fact]
    public async Task Who_answered_about_an_ad_that_is_hidden_since_reads_it_no_more()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(1);
        var visitor = await site.Visit().Open("/annonces");
        await visitor.Press("Non");
        var answer = visitor.Address;
        await site.Write<AdsDb>(db => db.Ads.Single().HiddenAt = SiteUnderTest.Start);
        foreach (var page in new[] { answer, "/annonces/mes-reponses" })
        {
            await visitor.Open(page);
            Assert.Equal(HttpStatusCode.OK, visitor.Status);
            Assert.Contains("n’est plus montrée", visitor.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Annonce numéro 1", visitor.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Union du Phare", visitor.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_is_no_longer_a_superadmin_reviews_no_more_though_they_agreed_to_be_named()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open("/annonces/relecture");
        await camille.Press("Enregistrer", ("PublicName", "Camille Fontaine"), ("Agrees", "true"));
        await using var scope = site.Scope();
        var db = scope.ServiceProvider.GetRequiredService<AdsDb>();
        var id = site.IdOf(Crew.Superadmin);
        Assert.Equal("Camille Fontaine", db.Jurors.Single(j => j.AccountId == id).PublicName);
        Assert.False(await db.Jurors.Current().AnyAsync(j => j.AccountId == id, TestContext.Current.CancellationToken));
        await camille.Open("/annonces/relecteurs");
        Assert.DoesNotContain("Camille Fontaine", camille.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await camille.Press("Nommer", ("Email", Crew.EmailOf(Crew.Superadmin)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
    }

    static async Task Invited(SiteUnderTest site, Guid review) => await site.Write<AdsDb>(db => db.Add(new ReplyInvitation
    {
        Id = Guid.NewGuid(), ReviewId = review, SecretHash = new('c', 64), At = SiteUnderTest.Start, Until = site.Clock.GetUtcNow().AddDays(7), By = site.IdOf(Given.Reviewer), SentHow = "par courriel",
    }));

    static async Task<Guid> Imported(SiteUnderTest site, string text, string impressions)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Beffroi.Kit.Actor>().Act = "test.importer";
        var (record, _) = AdRecord.Read(AdSource.DsaRepository, new() { Id = "d-1", PageId = "p", PageName = Given.Party, Text = text, ImpressionsLow = impressions, FirstShown = "2026-11-02" }, "FR");
        var (db, ct) = (scope.ServiceProvider.GetRequiredService<AdsDb>(), TestContext.Current.CancellationToken);
        var import = new AdImport { Id = Guid.NewGuid(), Source = AdSource.DsaRepository, Name = "un.json", Sha256 = new('0', 64), At = site.Clock.GetUtcNow() };
        var ad = await scope.ServiceProvider.GetRequiredService<AdIntake>().TakeOne(record!, import, ct);
        await db.SaveChangesAsync(ct);
        return ad.Id;
    }

    static string Decide(Visitor reviewer) => reviewer.Page.QuerySelector("#regle-R1 form button[aria-label^=Enregistrer]")!.GetAttribute("aria-label")!;
}
