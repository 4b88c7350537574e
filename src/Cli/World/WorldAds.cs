using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Beffroi.Accounts;
using Beffroi.Ads;
using Beffroi.Ads.Intake;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Cli.World;

/// <summary>Ads of an invented register: two readings of it, what people answered, one that divides them, one whose answer is known, one reviewed with its sponsor's reply.</summary>
public static class WorldAds
{
    const int FirstReading = 9;
    const int SecondReading = 2;

    /// <summary>Plants them where there is no ad, once the people of the world are there; true when it did.</summary>
    public static async Task<bool> Plant(AdsDb db, AccountsDb accounts, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Ads.AnyAsync(ct))
        {
            return false;
        }

        var reviewer = await accounts.Users.Where(a => a.Email == People.Camille.Email).Select(a => a.Id).SingleAsync(ct);
        await Read(db, now, FirstReading, [.. WorldAdTexts.All.Where(a => a.From > FirstReading)], reviewer, ct);
        await Read(db, now, SecondReading, [.. WorldAdTexts.All.Where(a => a.From > SecondReading && a != WorldAdTexts.Vanished).Select(Later)], reviewer, ct);
        Announce(db, now);
        var ads = await db.Ads.AsNoTracking().ToDictionaryAsync(a => a.SourceId, StringComparer.Ordinal, ct);
        foreach (var (ad, votes) in WorldAnswers.All)
        {
            var shown = ads[ad];
            WorldAnswers.Add(db, await db.Groups.SingleAsync(g => g.Id == shown.GroupId, ct), shown.Id, votes, now);
        }

        var known = await db.Groups.SingleAsync(g => g.Id == ads[WorldAdTexts.Known.Key].GroupId, ct);
        known.State = GroupState.Gold;
        db.Add(new GoldAnswer { GroupId = known.Id, Political = PoliticalAnswer.No, Purpose = Purpose.Commercial, Because = "Un magasin offre une sonnette : rien n’y touche à une élection ni à un débat.", By = reviewer, At = now.AddDays(-8) });
        Review(db, ads[WorldAdTexts.Reviewed.Key], reviewer, now);
        db.Add(new Submission
        {
            Id = Guid.CreateVersion7(now.AddHours(-7)), At = now.AddHours(-7), Language = Lang.French, LibraryUrl = "https://registre.example/annonces/marees-nuit", PageName = "Ligue des Marées",
            Text = "Cette nuit, ne laissez pas les autres choisir pour vous. Ivan Brossard.", Why = "Elle passe en boucle dans les vidéos de recettes, et rien ne dit qui paie.", SeenOn = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1),
        });
        await db.SaveChangesAsync(ct);
        return true;
    }

    // One reading to the next: a payer that is said no more, a total that falls.
    static WorldAd Later(WorldAd ad) => ad.Key switch
    {
        "lune-barometre-2" => ad with { Payer = null },
        "hulotte-soutien" => ad with { SpendLow = 2500, SpendHigh = 2999 },
        _ => ad,
    };

    static async Task Read(AdsDb db, DateTimeOffset now, int daysAgo, IReadOnlyList<WorldAd> ads, Guid by, CancellationToken ct)
    {
        var at = new DateTimeOffset(now.UtcDateTime.Date.AddDays(-daysAgo).AddHours(6), TimeSpan.Zero);
        var name = string.Create(CultureInfo.InvariantCulture, $"registre-exemplegramme-{at:yyyy-MM-dd}.json");
        var lines = ads.Select((ad, i) => AdLine.Of(i + 1, AdRecord.Read(AdSource.DsaRepository, ad.Fields(now), "FR"))).ToList();
        var import = new AdImport { Id = Guid.CreateVersion7(at), Source = AdSource.DsaRepository, Name = name, Sha256 = Hash(string.Join('\n', lines.Select(l => l.Record!.ContentHash))), At = at, By = by };
        var dump = new Dump { Id = Guid.CreateVersion7(at), Source = import.Source, Country = "FR", Name = name, Sha256 = import.Sha256, TakenAt = at, ImportedAt = at, ImportId = import.Id };
        await new AdIntake(db, new Stopped(at)).Take(lines.ToAsyncEnumerable(), import, dump, null, ct);
        db.ChangeTracker.Clear();
    }

    static void Announce(AdsDb db, DateTimeOffset now) => db.AddRange(new[] { (16, 31), (FirstReading, 34), (SecondReading, 42) }.Select(t => new AnnouncedTotal
    {
        Id = Guid.CreateVersion7(now), Source = AdSource.DsaRepository, Country = "FR", Day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-t.Item1), Ads = t.Item2, Advertisers = 12, WithoutPayer = 9, Name = "rapport-exemplegramme.csv", Sha256 = Hash("rapport"), ImportId = Guid.Empty,
    }));

    static void Review(AdsDb db, Ad ad, Guid reviewer, DateTimeOffset now)
    {
        var review = new Review
        {
            Id = Guid.CreateVersion7(now.AddDays(-12)), AdId = ad.Id, TextHash = ad.LastingHash, Quotation = Publication.Quote(ad.Text), Rule = "R1", TextFrom = new(2011, 4, 20), Outcome = ReviewOutcome.Breach,
            Reason = "L’annonce est payée, nomme une candidate et appelle à voter pour elle, moins de six mois avant le mois de l’élection. Rien n’y demande de don.", Computed = "LikelyBreach",
            By = reviewer, ByName = People.Camille.Name, At = now.AddDays(-12), ShownFrom = now.AddDays(-5),
        };
        db.AddRange(
            new Juror { Id = Guid.CreateVersion7(now.AddDays(-30)), AccountId = reviewer, PublicName = People.Camille.Name, ConsentedAt = now.AddDays(-30), GivenBy = reviewer, GivenAt = now.AddDays(-30) },
            review,
            new ReplyInvitation { Id = Guid.CreateVersion7(now.AddDays(-12)), ReviewId = review.Id, SecretHash = Hash(review.Id.ToString()), At = now.AddDays(-12), Until = now.AddDays(-5), By = reviewer, SentHow = "Par courriel, à l’adresse de la page." },
            new SponsorReply { Id = Guid.CreateVersion7(now.AddDays(-9)), ReviewId = review.Id, ByName = "Union du Phare", Text = "Cette promotion a été lancée par un comité local, sans l’accord de la candidate. Elle a été arrêtée le jour où nous l’avons su.", At = now.AddDays(-9) });
    }

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
