using Beffroi.Ads.Law;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Ads.Tests.Reviewing;

/// <summary>What the rules are told is what is known, and no more.</summary>
public sealed class FactsTests
{
    const string Long = "Avec Camille Delorme, choisissons le cap : un port ouvert, des écoles neuves, des rues calmes. Votez dimanche.";

    static readonly LawBook Book = LawBook.Load();

    [Fact]
    public void A_day_when_somebody_saw_an_ad_is_not_its_first_day()
    {
        var election = Book.Elections.Single(e => e.Id == "fr-municipal-2026");
        var eve = election.Dates[0].Rounds[0].Date.AddDays(-1);
        var ad = Ad(AdSource.Submission, Long);
        ad.SeenOn = eve;
        var facts = FactsOf.Ad(ad, null, [], AdDetails.None);
        Assert.Equal((Shown.ByDay(eve), Shown.FromDay(eve), FactOrigin.Sender), (facts.FirstShown.Value, facts.LastShown.Value, facts.FirstShown.Origin));

        // A message left online since before the eve is tolerated: that it was put out that day has to be known.
        var whole = facts with { Election = Of(election.Id), Names = Of(true), Promotes = Of(true), Paid = Of(true), NewPolemic = Of(false) };
        var now = new DateTimeOffset(eve.AddDays(20), TimeOnly.MinValue, TimeSpan.Zero);
        RuleStatus Status(AdFacts given) => Book.Judge(given, now).Process.Single(f => f.Rule == "R2").Status;
        Assert.Equal(RuleStatus.Undetermined, Status(whole));
        // Had that day been its first one, the rule would have found a sign: the case is one where it matters.
        Assert.Equal(RuleStatus.LikelyBreach, Status(whole with { FirstShown = Of(Shown.OnDay(eve)), LastShown = Of(Shown.OnDay(eve)) }));
    }

    [Fact]
    public void A_sight_still_proves_that_the_ad_was_shown_that_day()
    {
        var ad = Ad(AdSource.Submission, Long);
        ad.SeenOn = new(2026, 2, 1);
        var facts = FactsOf.Ad(ad, null, [], AdDetails.None) with { Election = Of("fr-municipal-2026"), Names = Of(true), Promotes = Of(true), Paid = Of(true) };
        Assert.Equal(RuleStatus.LikelyBreach, Book.Judge(facts, new(2026, 3, 20, 0, 0, 0, TimeSpan.Zero)).Process.Single(f => f.Rule == "R1").Status);
    }

    [Theory]
    [InlineData(AdSource.MetaLibrary, null, false, false)]
    [InlineData(AdSource.MetaLibrary, "Union du Phare", true, true)]
    [InlineData(AdSource.MetaLibrary, "Union du Phare", null, null)]
    [InlineData(AdSource.Submission, null, null, null)]
    public void Who_pays_is_not_said_only_where_neither_the_ad_nor_its_register_says_it(AdSource source, string? payer, bool? declared, bool? named)
    {
        var ad = Ad(source, Long);
        (ad.Payer, ad.DeclaredPolitical) = (payer, declared);
        var facts = FactsOf.Ad(ad, null, [], new() { Payer = new(new Dictionary<PayerAnswer, int> { [PayerAnswer.NotSaid] = 9 }) });
        Assert.Equal(named, facts.PayerNamed.IsKnown ? facts.PayerNamed.Value : null);
    }

    [Theory]
    [InlineData(Long, "fr", AdMedia.None, true)]
    [InlineData("Choisissons le cap.", "fr", AdMedia.None, false)]
    [InlineData(Long, "br", AdMedia.None, false)]
    [InlineData(Long, null, AdMedia.None, false)]
    [InlineData(Long, "fr", AdMedia.Image, false)]
    [InlineData(Long + " Participez à la cagnotte.", "fr", AdMedia.None, false)]
    [InlineData(Long + " Soutenez-nous !", "fr", AdMedia.None, false)]
    [InlineData(Long + " Adhérez dès ce soir.", "fr", AdMedia.None, false)]
    [InlineData(Long + " Aidez-nous.", "fr", AdMedia.None, false)]
    [InlineData(Long + " Chip in 5 today.", "en", AdMedia.None, false)]
    public void That_an_ad_asks_for_no_donation_is_said_of_long_texts_alone_and_by_this_program(string text, string? language, AdMedia media, bool known)
    {
        var ad = Ad(AdSource.MetaLibrary, text);
        (ad.Language, ad.Media) = (language, media);
        var donation = FactsOf.Ad(ad, null, [], AdDetails.None).Donation;
        Assert.Equal(known, donation.IsKnown);
        Assert.True(!known || donation is { Origin: FactOrigin.Reading, Value: DonationAppeal.None });
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Who_pays_is_never_taken_from_another_sponsors_ad_of_the_same_text(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var answered = await site.Campaign(answers: 8);
        var group = site.ReadAds(db => db.Ads.Single().GroupId);
        var (other, later) = (await site.Ad(Given.Shop, Long, GroupState.Open), await site.Ad(Given.Party, Long, GroupState.Open));
        await site.Write<AdsDb>(db =>
        {
            foreach (var ad in db.Ads.Where(a => a.Id == other || a.Id == later))
            {
                ad.GroupId = group;
                ad.FirstShownAt = ad.Id == later ? ad.FirstShownAt!.Value.AddYears(-1) : ad.FirstShownAt;
            }

            foreach (var answer in db.Answers)
            {
                (answer.Payer, answer.Labelled) = (PayerAnswer.LegalPerson, YesNo.No);
            }
        });
        foreach (var (id, same) in new[] { (answered, true), (other, false), (later, false) })
        {
            await using var scope = site.Scope();
            var db = scope.ServiceProvider.GetRequiredService<AdsDb>();
            var details = await AdDetails.Of(await db.Ads.SingleAsync(a => a.Id == id, TestContext.Current.CancellationToken), db, TestContext.Current.CancellationToken);
            // What the text says is the same for all.
            Assert.Equal(YesNo.Yes, details.NamesSomebody.Agreed());
            Assert.Equal((same, same, same), (details.Payer.Answers == 8, details.Labelled.Answers == 8, details.Election.Answers == 8));
        }
    }

    static Fact<T> Of<T>(T value) where T : notnull => Fact.Known(value, FactOrigin.Citizens);

    static Ad Ad(AdSource source, string text) => new()
    {
        Id = Guid.NewGuid(), Source = source, SourceId = "1", Country = "FR", Language = "fr", SponsorId = Guid.Empty, PageName = Given.Party, Text = text, ContentHash = "", GroupId = Guid.Empty, ImportId = Guid.Empty, ImportedAt = SiteUnderTest.Start,
    };
}
