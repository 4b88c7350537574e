using Beffroi.Ads;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Testing;

/// <summary>A few invented ads, so that each page about ads has something on it. No party, candidate nor company of these exists.</summary>
public static class AdsFurnishing
{
    /// <summary>Somebody without an account, whose browser answered about <see cref="Answered"/>.</summary>
    public const string Volunteer = "une personne qui a répondu à une annonce";

    public static readonly Guid Import = Id(1), Sponsor = Id(2), Shop = Id(3);
    public static readonly Guid Answered = Id(10), Political = Id(11), Commercial = Id(12), Known = Id(13);

    /// <summary>What the volunteer answered.</summary>
    public static readonly Guid Answer = Id(20);

    /// <summary>The group of an ad of these: one each.</summary>
    public static Guid GroupOf(Guid ad) => new(ad.ToString().Replace("ad500000", "ad5000ff", StringComparison.Ordinal));

    public static void Fill(AdsDb db, DateTimeOffset now)
    {
        db.Add(new AdImport { Id = Import, Source = AdSource.OwnFormat, Name = "annonces-inventees.json", Sha256 = new('0', 64), At = now, Added = 4 });
        db.Add(new Sponsor { Id = Sponsor, Source = AdSource.OwnFormat, Key = "union-du-phare", Name = "Union du Phare", Country = "FR" });
        db.Add(new Sponsor { Id = Shop, Source = AdSource.OwnFormat, Key = "velos-martin-pecheur", Name = "Vélos Martin-Pêcheur", Country = "FR" });
        Add(db, now, Answered, Sponsor, "Union du Phare", "Le 18 avril, avec Camille Delorme, choisissons le cap.\nRejoignez l’Union du Phare.", payer: null, rank: -1);
        Add(db, now, Political, Sponsor, "Union du Phare", "Camille Delorme a un projet pour les ports. Lisez-le avant de voter.", payer: "Union du Phare");
        Add(db, now, Commercial, Shop, "Vélos Martin-Pêcheur", "Révision complète de votre vélo : 29 € jusqu’à dimanche.", payer: "Martin-Pêcheur SARL");
        Add(db, now, Known, Shop, "Vélos Martin-Pêcheur", "Une sonnette offerte pour tout achat d’un casque.", payer: "Martin-Pêcheur SARL", state: GroupState.Gold);
        db.Add(new GoldAnswer { GroupId = GroupOf(Known), Political = PoliticalAnswer.No, Purpose = Purpose.Commercial, Because = "Un magasin offre une sonnette.", By = Guid.Empty, At = now });
        AdsReviewFurnishing.Fill(db, now);
    }

    /// <summary>Before the volunteer answers: nobody had this answer, there is room for it, and whoever answered before came from elsewhere (two of a network are asked about an ad).</summary>
    public static async Task MakeRoom(AdsDb db, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"""DELETE FROM ads_answers WHERE "Id" = {Answer}""", ct);
        await db.Database.ExecuteSqlAsync($"""UPDATE ads_answers SET "Network" = NULL WHERE "GroupId" = {GroupOf(Answered)}""", ct);
        await db.Database.ExecuteSqlAsync($"""UPDATE ads_holds SET "Network" = NULL WHERE "GroupId" = {GroupOf(Answered)}""", ct);
        await db.Database.ExecuteSqlAsync($"""UPDATE ads_groups SET "State" = 'Open', "Answers" = 0, "Promised" = 0, "Wanted" = 50 WHERE "Id" = {GroupOf(Answered)}""", ct);
    }

    /// <summary>Afterwards: the answer that was just given is the one that pages are addressed by.</summary>
    public static async Task Name(AdsDb db, Guid given, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"""UPDATE ads_answers SET "Id" = {Answer} WHERE "Id" = {given}""", ct);

    /// <summary>The volunteer of a test: a browser that answered through the form.</summary>
    public static async Task<Visitor> VolunteerOf(SiteUnderTest site, CancellationToken ct)
    {
        await site.WriteAds(db => MakeRoom(db, ct));
        var visitor = await AtTheAd(site);
        await visitor.Press(PoliticalAnswer.Yes.Say(Lang.French));
        var given = Guid.Parse(visitor.Address.Split('/')[^1]);
        await site.WriteAds(db => Name(db, given, ct));
        return visitor;
    }

    /// <summary>A browser that is shown the ad that pages are addressed by: one in some is shown an ad whose answer is known first.</summary>
    public static async Task<Visitor> AtTheAd(SiteUnderTest site)
    {
        var visitor = await site.Visit().Open(Addresses.French);
        while ((visitor.Page.QuerySelector("input[name=Ad]") ?? throw new InvalidOperationException("No ad is left for this browser.")).GetAttribute("value") != Answered.ToString())
        {
            await visitor.Press("Voir une autre annonce");
        }

        return visitor;
    }

    static void Add(AdsDb db, DateTimeOffset now, Guid id, Guid sponsor, string page, string text, string? payer, GroupState state = GroupState.Open, int rank = 0)
    {
        db.Add(new AdGroup { Id = GroupOf(id), ShownAdId = id, Country = "FR", Language = "fr", Ads = 1, State = state, Rank = rank, Shuffle = id.ToByteArray()[15], AddedAt = now });
        db.Add(new Ad
        {
            Id = id, Source = AdSource.OwnFormat, SourceId = id.ToString("N"), Country = "FR", Language = "fr", SponsorId = sponsor, PageName = page, Payer = payer, Text = text,
            LinkTitle = "En savoir plus", LinkCaption = "exemple.example", CallToAction = "Lire la suite", Media = AdMedia.Image, Platforms = "Exemplegramme", FirstShownAt = new(now.Date.AddDays(-20), TimeSpan.Zero), LastShownAt = new(now.Date.AddDays(-6), TimeSpan.Zero),
            ImpressionsLow = 1000, ImpressionsHigh = 4999, SpendLow = 0, SpendHigh = 99, Currency = "EUR", ContentHash = new('1', 64), LastingHash = new('1', 64), GroupId = GroupOf(id), ImportId = Import, ImportedAt = now,
        });
    }

    static Guid Id(int number) => new($"ad500000-0000-7000-8000-{number:d12}");
}
