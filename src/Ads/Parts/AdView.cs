using System.Linq.Expressions;
using Beffroi.Kit;

namespace Beffroi.Ads;

/// <summary>What the card of an ad shows: what its source says, and nothing that we think of it.</summary>
public sealed record AdView
{
    public required Guid Id { get; init; }
    public required Guid GroupId { get; init; }
    public required AdSource Source { get; init; }
    public required string PageName { get; init; }
    public string? Payer { get; init; }
    public string? Beneficiary { get; init; }
    public string? Language { get; init; }
    public required string Text { get; init; }
    public string? LinkTitle { get; init; }
    public string? LinkDetail { get; init; }
    public string? LinkCaption { get; init; }
    public string? CallToAction { get; init; }
    public AdMedia Media { get; init; }
    public Guid? PictureId { get; init; }
    public string? PictureText { get; init; }
    public string Platforms { get; init; } = "";
    public DateTimeOffset? FirstShownAt { get; init; }
    public DateTimeOffset? LastShownAt { get; init; }
    public bool HasTimes { get; init; }
    public DateOnly? SeenOn { get; init; }
    public long? ImpressionsLow { get; init; }
    public long? ImpressionsHigh { get; init; }
    public decimal? SpendLow { get; init; }
    public decimal? SpendHigh { get; init; }
    public string? Currency { get; init; }
    public long? Reach { get; init; }
    public bool? DeclaredPolitical { get; init; }
    public string? LibraryUrl { get; init; }
    public DateTimeOffset? VanishedAt { get; init; }

    /// <summary>For a query: <c>db.Ads.Public().Select(AdView.FromAd)</c>.</summary>
    public static readonly Expression<Func<Ad, AdView>> FromAd = a => new AdView
    {
        Id = a.Id, GroupId = a.GroupId, Source = a.Source, PageName = a.PageName, Payer = a.Payer, Beneficiary = a.Beneficiary, Language = a.Language, Text = a.Text,
        LinkTitle = a.LinkTitle, LinkDetail = a.LinkDetail, LinkCaption = a.LinkCaption, CallToAction = a.CallToAction, Media = a.Media, PictureId = a.PictureId, PictureText = a.PictureText, Platforms = a.Platforms,
        FirstShownAt = a.FirstShownAt, LastShownAt = a.LastShownAt, HasTimes = a.HasTimes, SeenOn = a.SeenOn, ImpressionsLow = a.ImpressionsLow, ImpressionsHigh = a.ImpressionsHigh,
        SpendLow = a.SpendLow, SpendHigh = a.SpendHigh, Currency = a.Currency, Reach = a.Reach, DeclaredPolitical = a.DeclaredPolitical, LibraryUrl = a.LibraryUrl, VanishedAt = a.VanishedAt,
    };

    static readonly Func<Ad, AdView> Compiled = FromAd.Compile();

    public static AdView Of(Ad ad) => Compiled(ad);

    /// <summary>As everybody reads it outside the flow of answers: of a record of Meta's library, a quotation and the way there, no copy.</summary>
    public AdView Quoted() => Source is not AdSource.MetaLibrary ? this : this with
    {
        Text = Publication.Quote(Text), LinkTitle = null, LinkDetail = null, LinkCaption = null, CallToAction = null,
        ImpressionsLow = null, ImpressionsHigh = null, SpendLow = null, SpendHigh = null, Currency = null, Reach = null,
    };

    /// <summary>"Sponsorisé, financé par Exemple", or plainly that it is not said.</summary>
    public string Funding(Lang l) => Payer is { } payer
        ? l.Say($"Sponsorisé, financé par {payer}", $"Sponsored, funded by {payer}")
        : l.Say("Sponsorisé : le financeur n’est pas précisé", "Sponsored: the funder is not specified");

    /// <summary>When it was shown, as far as its source says.</summary>
    public string Dates(Lang l) => (FirstShownAt, LastShownAt) switch
    {
        ({ } first, { } last) => l.Say($"du {Instant(first, l)} au {Instant(last, l)}", $"from {Instant(first, l)} to {Instant(last, l)}"),
        ({ } first, null) => l.Say($"depuis le {Instant(first, l)} ; fin non précisée", $"since {Instant(first, l)}; end not specified"),
        (null, { } last) => l.Say($"jusqu’au {Instant(last, l)} ; début non précisé", $"until {Instant(last, l)}; start not specified"),
        (null, null) when SeenOn is { } seen => l.Say($"vue le {l.Day(seen)} ; début et fin non précisés", $"seen on {l.Day(seen)}; start and end not specified"),
        (null, null) => l.Say("dates non précisées", "dates not specified"),
    };

    public string? Impressions(Lang l) => Range(ImpressionsLow, ImpressionsHigh, "", l);

    public string? Spend(Lang l) => Range(SpendLow, SpendHigh, Currency is { } currency ? "\u00A0" + currency : "", l);

    static string? Range(decimal? low, decimal? high, string unit, Lang l) => (low, high) switch
    {
        (null, null) => null,
        ({ } from, null) => l.Say($"au moins {Figure(from, l)}{unit}", $"at least {Figure(from, l)}{unit}"),
        (null, { } to) => l.Say($"au plus {Figure(to, l)}{unit}", $"at most {Figure(to, l)}{unit}"),
        ({ } from, { } to) => from == to ? Figure(from, l) + unit : l.Say($"entre {Figure(from, l)} et {Figure(to, l)}{unit}", $"between {Figure(from, l)} and {Figure(to, l)}{unit}"),
    };

    static string Figure(decimal value, Lang l) => l.Number((double)value, decimal.IsInteger(value) ? 0 : 2);

    string Instant(DateTimeOffset at, Lang l) => HasTimes ? l.Moment(at) : l.Day(DateOnly.FromDateTime(at.UtcDateTime));
}
