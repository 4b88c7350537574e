using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Beffroi.Ads.Law;

namespace Beffroi.Ads.Intake;

/// <summary>An ad as its source gives it, read and checked: what cannot be believed was refused before.</summary>
public sealed record AdRecord
{
    AdRecord()
    {
    }

    public required AdSource Source { get; init; }
    public required string SourceId { get; init; }
    public required string Country { get; init; }
    public string? Language { get; init; }

    /// <summary>The identifier of the page at its source; its folded name where there is none.</summary>
    public required string SponsorKey { get; init; }

    public required string PageName { get; init; }
    public string? SponsorCountry { get; init; }
    public string? Payer { get; init; }
    public string? Beneficiary { get; init; }
    public required string Text { get; init; }
    public string? LinkTitle { get; init; }
    public string? LinkDetail { get; init; }
    public string? LinkCaption { get; init; }
    public string? LinkUrl { get; init; }
    public string? CallToAction { get; init; }
    public AdMedia Media { get; init; }
    public string Platforms { get; init; } = "";
    public DateTimeOffset? FirstShownAt { get; init; }
    public DateTimeOffset? LastShownAt { get; init; }
    public bool HasTimes { get; init; }

    /// <summary>Day when the citizen who sends it saw it.</summary>
    public DateOnly? SeenOn { get; init; }
    public long? ImpressionsLow { get; init; }
    public long? ImpressionsHigh { get; init; }
    public decimal? SpendLow { get; init; }
    public decimal? SpendHigh { get; init; }
    public string? Currency { get; init; }
    public long? Reach { get; init; }
    public bool? DeclaredPolitical { get; init; }
    public string? LibraryUrl { get; init; }

    /// <summary>Own copy of a picture that a citizen sent.</summary>
    public Guid? PictureId { get; init; }

    /// <summary>SHA-256 of all that is said.</summary>
    public string ContentHash => Hash(withTotals: true);

    /// <summary>SHA-256 without what grows from day to day: impressions, spend, reach, the last day shown.</summary>
    public string LastingHash => Hash(withTotals: false);

    /// <summary>The record, or why there is none.</summary>
    /// <param name="country">Of the people it was shown to, where the file does not say.</param>
    public static (AdRecord? Record, Words? Fault) Read(AdSource source, AdFields fields, string country)
    {
        if (Identifier(source, fields) is not { } id)
        {
            return Refused("identifiant de l’annonce absent ou illisible", "the ad’s identifier is missing or cannot be read");
        }

        if ((fields.Text?.Length ?? 0) > Ad.TextMaxLength)
        {
            return Refused($"texte de plus de {Ad.TextMaxLength} caractères", $"text of more than {Ad.TextMaxLength} characters");
        }

        if (!Readings.Instant(fields.FirstShown, out var first, out var firstHasTime) || !Readings.Instant(fields.LastShown, out var last, out var lastHasTime))
        {
            return Refused("date d’affichage illisible", "a date of display cannot be read");
        }

        // When only days are known, the last one may be that of the first.
        if (first > last && !(first.Value.UtcDateTime.Date == last.Value.UtcDateTime.Date && firstHasTime != lastHasTime))
        {
            return Refused("la fin de l’affichage précède son début", "the display ends before it begins");
        }

        if (!Readings.Count(fields.ImpressionsLow, out var impressionsLow) || !Readings.Count(fields.ImpressionsHigh, out var impressionsHigh) || !Readings.Count(fields.Reach, out var reach)
            || !Readings.Amount(fields.SpendLow, out var spendLow) || !Readings.Amount(fields.SpendHigh, out var spendHigh))
        {
            return Refused("un nombre est illisible ou négatif", "a number cannot be read, or is negative");
        }

        if (impressionsLow > impressionsHigh || spendLow > spendHigh)
        {
            return Refused("une fourchette finit avant de commencer", "a range ends before it begins");
        }

        var text = CleanText.Lines(fields.Text);
        var pageName = CleanText.Line(fields.PageName, Ad.NameMaxLength);
        var pageId = CleanText.Line(fields.PageId, Ad.NameMaxLength);
        if (pageName is null && pageId is null && text.Length == 0)
        {
            return Refused("ni page ni texte", "neither a page nor a text");
        }

        var hasTimes = firstHasTime && (last is null || lastHasTime);
        return (new()
        {
            Source = source,
            SourceId = id,
            Country = Readings.Country(fields.Country) ?? country,
            Language = Readings.Language(fields.Language) ?? LanguageGuess.Of(text),
            SponsorKey = SponsorKeyOf(pageId, pageName),
            PageName = pageName ?? "",
            SponsorCountry = Readings.Country(fields.SponsorCountry),
            Payer = CleanText.Line(fields.Payer, Ad.NameMaxLength),
            Beneficiary = CleanText.Line(fields.Beneficiary, Ad.NameMaxLength),
            Text = text,
            LinkTitle = CleanText.Line(fields.LinkTitle, Ad.LineMaxLength),
            LinkDetail = CleanText.Line(fields.LinkDetail, Ad.LineMaxLength),
            LinkCaption = CleanText.Line(fields.LinkCaption, Ad.LineMaxLength),
            LinkUrl = CleanUrl.Of(fields.LinkUrl),
            CallToAction = CleanText.Line(fields.CallToAction, Ad.NameMaxLength),
            Media = MediaOf(fields.Media),
            Platforms = PlatformsOf(fields.Platforms),
            FirstShownAt = hasTimes ? first : Midnight(first),
            LastShownAt = hasTimes ? last : Midnight(last),
            HasTimes = hasTimes,
            ImpressionsLow = impressionsLow,
            ImpressionsHigh = impressionsHigh,
            SpendLow = spendLow,
            SpendHigh = spendHigh,
            Currency = Readings.Currency(fields.Currency),
            Reach = reach,
            DeclaredPolitical = fields.DeclaredPolitical,
            LibraryUrl = source is AdSource.MetaLibrary ? MetaAddress.Of(id) : CleanUrl.Of(fields.PublicUrl),
        }, null);
    }

    static (AdRecord?, Words?) Refused(string french, string english) => (null, new(french, english));

    /// <summary>As it is kept; null: missing, or it cannot be believed.</summary>
    internal static string? Identifier(AdSource source, AdFields fields)
    {
        if (source is AdSource.MetaLibrary)
        {
            // What the address says is the identifier in the library; other numbers may stand in the record.
            return MetaAddress.Id(fields.SnapshotUrl) ?? (fields.Id?.Trim() is { Length: >= 5 and <= 30 } number && number.All(char.IsAsciiDigit) ? number : null);
        }

        // An identifier is kept as it is, or not at all: cut, two would become one.
        return CleanText.Line(fields.Id, int.MaxValue) is { Length: <= Ad.SourceIdMaxLength } id && string.Equals(id, fields.Id?.Trim(), StringComparison.Ordinal) ? id : null;
    }

    static string SponsorKeyOf(string? pageId, string? name) =>
        pageId ?? (CleanText.Folded(name ?? "") is { Length: > 0 } folded ? CleanText.Cut(folded, Ad.NameMaxLength) : name ?? "?");

    static DateTimeOffset? Midnight(DateTimeOffset? at) => at is { } instant ? new(instant.UtcDateTime.Date, TimeSpan.Zero) : null;

    static AdMedia MediaOf(string? text) => CleanText.Folded(text ?? "") switch
    {
        "image" or "photo" or "picture" or "meme" => AdMedia.Image,
        "video" => AdMedia.Video,
        "several" or "carousel" or "multi images" or "multi videos" or "multi medias" or "dco" or "dpa" => AdMedia.Several,
        _ => AdMedia.None,
    };

    static string PlatformsOf(IReadOnlyList<string> platforms)
    {
        var names = platforms.Take(20).Select(p => CleanText.Line(p, 40)?.Replace(',', ' ').ToLowerInvariant()).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return CleanText.Cut(string.Join(',', names), Ad.PlatformsMaxLength);
    }

    /// <summary>What does not grow from day to day, by name.</summary>
    internal IEnumerable<(string Name, string? Value)> Lasting =>
    [
        ("country", Country), ("language", Language), ("sponsor", SponsorKey), ("page", PageName), ("sponsor_country", SponsorCountry), ("payer", Payer), ("beneficiary", Beneficiary),
        ("text", Text.Length == 0 ? null : Text), ("title", LinkTitle), ("detail", LinkDetail), ("caption", LinkCaption), ("link", LinkUrl), ("call", CallToAction),
        ("media", Media is AdMedia.None ? null : Media.ToString()), ("platforms", Platforms.Length == 0 ? null : Platforms), ("first_shown", Day(FirstShownAt, HasTimes)), ("currency", Currency),
        ("political", DeclaredPolitical?.ToString()), ("url", LibraryUrl), ("picture", PictureId?.ToString()),
    ];

    string Hash(bool withTotals)
    {
        // Each part with its length: no two lists of parts are written alike.
        var written = new StringBuilder();
        foreach (var part in (IEnumerable<string?>)
        [
            Source.ToString(), SourceId, .. Lasting.Select(l => l.Value),
            .. withTotals ? (string?[])[Day(LastShownAt, HasTimes), Number(ImpressionsLow), Number(ImpressionsHigh), Number(SpendLow), Number(SpendHigh), Number(Reach)] : [],
        ])
        {
            written.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(written.ToString())));
    }

    static string? Day(DateTimeOffset? at, bool hasTime) => at?.UtcDateTime.ToString(hasTime ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string? Number(decimal? value) => value?.ToString("0.##", CultureInfo.InvariantCulture);
}
