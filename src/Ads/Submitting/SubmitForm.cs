using System.Globalization;
using Beffroi.Ads.Intake;
using Beffroi.Kit;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Ads.Submitting;

/// <summary>What a citizen writes of an ad that they saw.</summary>
public sealed record SubmitForm
{
    public string? LibraryUrl { get; init; }
    public string? PageName { get; init; }
    public string? Payer { get; init; }
    public string? Text { get; init; }
    public string? Why { get; init; }
    public string? SeenOn { get; init; }
    public string? Opened { get; init; }

    public static SubmitForm Typed(IFormCollection? form) => form is null ? new() : new()
    {
        LibraryUrl = form[nameof(LibraryUrl)], PageName = form[nameof(PageName)], Payer = form[nameof(Payer)], Text = form[nameof(Text)], Why = form[nameof(Why)], SeenOn = form[nameof(SeenOn)], Opened = form[nameof(Opened)],
    };

    /// <summary>The submission, without its picture; null when something is to be corrected.</summary>
    public Submission? Read(Guid id, bool hasPicture, DateTimeOffset now, Lang l, Errors errors)
    {
        var url = CleanUrl.Of(LibraryUrl);
        if (url is null && !string.IsNullOrWhiteSpace(LibraryUrl))
        {
            errors.Add(nameof(LibraryUrl), l.Say("Ce n’est pas une adresse du web. Exemple : https://www.facebook.com/ads/library/?id=123456789", "This is no address of the web. For instance: https://www.facebook.com/ads/library/?id=123456789"));
        }

        if (url is null && !hasPicture && errors["Picture"] is null)
        {
            errors.Add(nameof(LibraryUrl), l.Say("Donnez une adresse ou une capture d’écran", "Give an address or a screenshot"));
        }

        TooLong(Text, Submission.TextMaxLength, nameof(Text), l, errors);
        TooLong(Why, Submission.WhyMaxLength, nameof(Why), l, errors);
        TooLong(PageName, Ad.NameMaxLength, nameof(PageName), l, errors);
        TooLong(Payer, Ad.NameMaxLength, nameof(Payer), l, errors);
        if (string.IsNullOrWhiteSpace(Why))
        {
            errors.Add(nameof(Why), l.Say("Dites en quelques mots pourquoi vous l’envoyez", "Say in a few words why you send it"));
        }

        DateOnly? seen = null;
        if (!string.IsNullOrWhiteSpace(SeenOn))
        {
            seen = DateOnly.TryParseExact(SeenOn.Trim(), ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
            if (seen is not { } known || known > DateOnly.FromDateTime(now.UtcDateTime).AddDays(1) || known.Year < 2004)
            {
                errors.Add(nameof(SeenOn), l.Say("Écrivez un jour passé : jour, mois et année", "Write a day in the past: day, month and year"));
            }
        }

        return errors.Any ? null : new()
        {
            Id = id, At = now, Language = l, LibraryUrl = url, PageName = CleanText.Line(PageName, Ad.NameMaxLength), Payer = CleanText.Line(Payer, Ad.NameMaxLength),
            Text = CleanText.Lines(Text) is { Length: > 0 } text ? text : null, Why = CleanText.Lines(Why), SeenOn = seen,
        };
    }

    static void TooLong(string? text, int limit, string field, Lang l, Errors errors)
    {
        if (text?.Length > limit)
        {
            errors.Add(field, l.Say($"{l.Number(limit)} caractères au plus", $"At most {l.Number(limit)} characters"));
        }
    }
}
