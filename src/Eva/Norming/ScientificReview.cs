using System.Globalization;
using System.Text.Json.Serialization;
using Beffroi.Kit;

namespace Beffroi.Eva.Norming;

[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    [JsonStringEnumMemberName("recommande")] Recommended,
    [JsonStringEnumMemberName("avec_reserves")] WithReserves,
    [JsonStringEnumMemberName("non_recommande")] NotRecommended,
}

/// <summary>What somebody competent said of a version of a norm or of a bank. A new opinion is a new row.</summary>
public sealed class ScientificReview
{
    public const int TextMaxLength = 2000;
    public const int ReviewerMaxLength = 200;
    public const int SubjectMaxLength = 120;

    public required Guid Id { get; init; }

    /// <summary><c>norme positionnement_beffroi-litteratie 1</c> or <c>banque livraison 1a2b3c4d5e6f</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Name and capacity: told to superadmins only.</summary>
    public required string Reviewer { get; init; }
    public required DateOnly ReviewedOn { get; init; }
    public required string Proved { get; init; }
    public required string Remains { get; init; }
    public required Verdict Verdict { get; init; }

    /// <summary>Who wrote it down here, and when.</summary>
    public required Guid AuthorId { get; init; }
    public required DateTimeOffset At { get; init; }

    public static string Of(NormVersion norm)
    {
        ArgumentNullException.ThrowIfNull(norm);
        return $"norme {norm.Scope} {norm.Number}";
    }

    public static string OfBank(string situation, string version) => $"banque {situation} {version}";

    public static string Words(Verdict verdict) => verdict switch
    {
        Verdict.Recommended => "Usage recommandé",
        Verdict.WithReserves => "Usage possible, avec des réserves",
        Verdict.NotRecommended => "Usage non recommandé",
    };

    /// <summary>Null when something is missing, and <paramref name="errors"/> says what.</summary>
    public static ScientificReview? Read(ReviewForm form, string subject, Guid author, DateTimeOffset now, Errors errors)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(errors);
        var reviewer = Text(form.Reviewer, nameof(form.Reviewer), ReviewerMaxLength, "Dites qui a relu : nom et qualité", errors);
        var proved = Text(form.Proved, nameof(form.Proved), TextMaxLength, "Dites ce qui est établi", errors);
        var remains = Text(form.Remains, nameof(form.Remains), TextMaxLength, "Dites ce qui reste à établir, ou « rien »", errors);
        if (!DateOnly.TryParseExact(form.ReviewedOn?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day > DateOnly.FromDateTime(now.UtcDateTime))
        {
            errors.Add(nameof(form.ReviewedOn), "Écrivez la date de la relecture, passée, par exemple 2026-11-23");
        }

        if (!Scoring.TechnicalName.TryParse<Verdict>(form.Verdict, out var verdict))
        {
            errors.Add(nameof(form.Verdict), "Choisissez un avis");
        }

        return errors.Any ? null : new()
        {
            Id = Guid.CreateVersion7(now),
            Subject = subject,
            Reviewer = reviewer,
            ReviewedOn = day,
            Proved = proved,
            Remains = remains,
            Verdict = verdict,
            AuthorId = author,
            At = now,
        };
    }

    static string Text(string? typed, string field, int most, string missing, Errors errors)
    {
        var text = string.Concat((typed ?? "").Where(c => !char.IsControl(c) || c is '\n')).Trim();
        if (text.Length == 0)
        {
            errors.Add(field, missing);
        }
        else if (text.Length > most)
        {
            errors.Add(field, $"Raccourcissez à {French.Number(most)} caractères au plus");
        }

        return text;
    }
}

/// <summary>A review as its form sends it.</summary>
public sealed record ReviewForm
{
    public string? Reviewer { get; init; }
    public string? ReviewedOn { get; init; }
    public string? Proved { get; init; }
    public string? Remains { get; init; }
    public string? Verdict { get; init; }
}
