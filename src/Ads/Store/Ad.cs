using Beffroi.Ads.Intake;
using Beffroi.Kit;

namespace Beffroi.Ads;

/// <summary>Where an ad was read.</summary>
public enum AdSource
{
    /// <summary>Meta Ad Library: its API, or files of the same shape.</summary>
    MetaLibrary,

    /// <summary>Repository that a very large platform keeps (Regulation (EU) 2022/2065, art. 39).</summary>
    DsaRepository,

    /// <summary>European repository of political ads (Regulation (EU) 2024/900, art. 13).</summary>
    EuRepository,

    /// <summary>Our own format, documented in docs/ads-import.md.</summary>
    OwnFormat,

    /// <summary>Sent by a citizen.</summary>
    Submission,
}

public enum AdMedia
{
    None,
    Image,
    Video,
    Several,
}

/// <summary>An ad as its source gives it. Everything in it is text: no markup of an ad is ever kept as markup, no address keeps an access token.</summary>
public sealed class Ad
{
    public const int SourceIdMaxLength = 100;
    public const int NameMaxLength = 300;
    public const int TextMaxLength = 20_000;
    public const int PictureTextMaxLength = 1000;
    public const int LineMaxLength = 1000;
    public const int UrlMaxLength = 2000;
    public const int PlatformsMaxLength = 200;

    public required Guid Id { get; init; }
    public required AdSource Source { get; init; }

    /// <summary>Identifier that its source gives: with <see cref="Source"/>, the same ad.</summary>
    public required string SourceId { get; init; }

    /// <summary>Of the people it was shown to, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; set; }

    /// <summary>Of its text, as BCP 47; null when unknown.</summary>
    public string? Language { get; set; }

    public required Guid SponsorId { get; set; }

    /// <summary>Page that shows it, as its source names it.</summary>
    public required string PageName { get; set; }

    /// <summary>Who pays, as the source says; null: the source does not say.</summary>
    public string? Payer { get; set; }

    /// <summary>On whose behalf; null: the source does not say.</summary>
    public string? Beneficiary { get; set; }

    public required string Text { get; set; }

    /// <summary>Page and text as they are searched: lower case without accents.</summary>
    public string Folded
    {
        get => CleanText.Folded(PageName + " " + Text);
        private set => _ = value;
    }

    public string? LinkTitle { get; set; }
    public string? LinkDetail { get; set; }
    public string? LinkCaption { get; set; }

    /// <summary>Where it leads, without what follows a person.</summary>
    public string? LinkUrl { get; set; }

    public string? CallToAction { get; set; }
    public AdMedia Media { get; set; }

    /// <summary>Own copy of a picture that a citizen sent; null: there is a placeholder.</summary>
    public Guid? PictureId { get; set; }

    /// <summary>What that picture shows and says, in the words of the reviewer who accepted it; null: nobody has said.</summary>
    public string? PictureText { get; set; }

    /// <summary>Names separated by commas.</summary>
    public string Platforms { get; set; } = "";

    /// <summary>Null: the source does not say. When only a day is known, <see cref="HasTimes"/> is false and this is its midnight, UTC.</summary>
    public DateTimeOffset? FirstShownAt { get; set; }

    /// <summary>Last day or instant of display; null: still shown, or not said.</summary>
    public DateTimeOffset? LastShownAt { get; set; }

    public bool HasTimes { get; set; }

    /// <summary>Day when a citizen saw it: it had begun by then, and nobody says when; null: not said.</summary>
    public DateOnly? SeenOn { get; set; }

    public long? ImpressionsLow { get; set; }
    public long? ImpressionsHigh { get; set; }
    public decimal? SpendLow { get; set; }
    public decimal? SpendHigh { get; set; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; set; }

    /// <summary>Accounts reached in the European Union.</summary>
    public long? Reach { get; set; }

    /// <summary>Declared as political by who shows it; null: not said.</summary>
    public bool? DeclaredPolitical { get; set; }

    /// <summary>Where anybody reads it at its source, rebuilt from the identifier: never the address that an API gives.</summary>
    public string? LibraryUrl { get; set; }

    /// <summary>SHA-256 of what is said of it, in hexadecimal: the same file read again changes nothing.</summary>
    public required string ContentHash { get; set; }

    /// <summary>The same without what grows from day to day: what a reviewer judges.</summary>
    public string LastingHash { get; set; } = "";

    public required Guid GroupId { get; set; }
    public required Guid ImportId { get; set; }
    public required DateTimeOffset ImportedAt { get; init; }
    public DateTimeOffset? ChangedAt { get; set; }

    /// <summary>Of the newest file that said something of it: an older one changes nothing.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>No longer in its library: withdrawn, which is not unlawful.</summary>
    public DateTimeOffset? VanishedAt { get; set; }

    /// <summary>Kept out of every public page and of open data.</summary>
    public DateTimeOffset? HiddenAt { get; set; }

    public string? HiddenReason { get; set; }
}

/// <summary>Who speaks through ads: a page or an advertiser of one source.</summary>
public sealed class Sponsor
{
    public required Guid Id { get; init; }
    public required AdSource Source { get; init; }

    /// <summary>The page's or advertiser's identifier at its source; its folded name where there is none.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    /// <summary>ISO 3166-1 alpha-2; null when unknown.</summary>
    public string? Country { get; set; }
}

/// <summary>One file or answer that was read.</summary>
public sealed class AdImport
{
    public const int NameMaxLength = 200;
    public const int ReportMaxLength = 20_000;

    public required Guid Id { get; init; }
    public required AdSource Source { get; init; }
    public required string Name { get; init; }
    public required string Sha256 { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>When the library was read, as whoever imports says; null: not said.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    public Guid? By { get; init; }
    public int Added { get; set; }
    public int Changed { get; set; }
    public int Same { get; set; }
    public int Refused { get; set; }

    /// <summary>Lines refused, with their number and why.</summary>
    public string Report { get; set; } = "";
}

/// <summary>A picture of our own keeping: encoded again or cleaned, without what its file told of the person who sent it.</summary>
public sealed class AdPicture
{
    public required Guid Id { get; init; }
    public required string MediaType { get; init; }
    public required byte[] Bytes { get; init; }
    public required string Sha256 { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
}

/// <summary>An ad that a citizen sends, before somebody reads it.</summary>
public sealed class Submission
{
    public const int TextMaxLength = 5000;
    public const int WhyMaxLength = 1000;

    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Lang Language { get; init; }
    public string? LibraryUrl { get; init; }
    public string? PageName { get; init; }
    public string? Payer { get; init; }
    public string? Text { get; init; }
    public string? Why { get; init; }
    public DateOnly? SeenOn { get; init; }
    public Guid? PictureId { get; set; }

    /// <summary>Pseudonym of the day, for limits: emptied within 24 hours.</summary>
    public string? Network { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }
    public Guid? DecidedBy { get; set; }
    public string? RefusedBecause { get; set; }
    public Guid? AdId { get; set; }
}
