using Beffroi.Ads;

namespace Beffroi.Testing;

/// <summary>Two readings of an invented library with what it announces, and an ad that a citizen sent with a picture.</summary>
public static class AdsIntakeFurnishing
{
    public static readonly Guid First = Id(50), Second = Id(51), Sending = Id(52), Picture = Id(53);

    /// <summary>One white point.</summary>
    static readonly byte[] Point = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==");

    public static void Fill(AdsDb db, DateTimeOffset now)
    {
        Reading(db, First, now.AddDays(-14), now, [Line("2025001", "text=11111111;payer=22222222", 100), Line("2025002", "text=33333333", 500)]);
        Reading(db, Second, now.AddDays(-7), now, [Line("2025002", "text=44444444", 400), Line("2025003", "text=55555555", 1)]);
        db.Add(new AnnouncedTotal { Id = Id(54), Source = AdSource.MetaLibrary, Country = "FR", Day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-10), Ads = 3, Advertisers = 2, Name = "rapport.csv", Sha256 = new('5', 64), ImportId = AdsFurnishing.Import });
        db.Add(new AdPicture { Id = Picture, MediaType = "image/png", Bytes = Point, Sha256 = new('6', 64), Width = 1, Height = 1 });
        db.Add(new Submission { Id = Sending, At = now.AddHours(-5), Language = Beffroi.Kit.Lang.French, LibraryUrl = "https://www.facebook.com/ads/library/?id=2025099", PageName = "Ligue des Marées", Text = "Avec Ivan Brossard, reprenons la barre.", Why = "Vue trois fois hier soir, entre deux vidéos de cuisine.", PictureId = Picture });
    }

    static void Reading(AdsDb db, Guid id, DateTimeOffset at, DateTimeOffset now, List<DumpLine> lines)
    {
        db.Add(new Dump { Id = id, Source = AdSource.MetaLibrary, Country = "FR", Name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"lecture-{at:yyyy-MM-dd}.json"), Sha256 = new('7', 64), TakenAt = at, ImportedAt = now, CompletedAt = now, ImportId = AdsFurnishing.Import, Ads = lines.Count });
        db.AddRange(lines.Select(l => new DumpLine { DumpId = id, SourceId = l.SourceId, ContentHash = l.ContentHash, Fields = l.Fields, Advertiser = l.Advertiser, Spend = l.Spend }));
    }

    static DumpLine Line(string id, string fields, decimal spend) =>
        new() { DumpId = Guid.Empty, SourceId = id, ContentHash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(fields))), Fields = fields, Advertiser = "union-du-phare", Spend = spend };

    static Guid Id(int number) => new($"ad500000-0000-7000-8000-{number:d12}");
}
