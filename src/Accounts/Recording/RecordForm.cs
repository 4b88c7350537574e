using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Accounts.Recording;

/// <summary>What a controller types of a service. Pieces may be left empty: the service stays off until they come.</summary>
public sealed record RecordForm
{
    /// <summary>Years ahead, at most. A choice of ours: the law asks that an assessment be looked at again when the risk changes (GDPR, article 35, 11), and gives no term.</summary>
    const int MostYears = 3;

    public string? Controller { get; init; }
    public string? Basis { get; init; }
    public string? BasisDetail { get; init; }
    public string? DpoOpinion { get; init; }
    public string? PeopleOpinion { get; init; }
    public string? Decision { get; init; }
    public string? DecidedBy { get; init; }
    public string? DecidedOn { get; init; }
    public string? ExpiresOn { get; init; }

    public static RecordForm Of(TreatmentRecord? record) => record is null ? new() : new()
    {
        Controller = record.Controller, Basis = record.Basis?.ToString(), BasisDetail = record.BasisDetail, DpoOpinion = record.DpoOpinion, PeopleOpinion = record.PeopleOpinion,
        Decision = record.Decision?.ToString(), DecidedBy = record.DecidedBy, DecidedOn = Iso(record.DecidedOn), ExpiresOn = Iso(record.ExpiresOn),
    };

    /// <summary>Null when something is to be corrected.</summary>
    public TreatmentRecord? Read(AssessmentTemplate template, int number, CurrentUser by, DateTimeOffset now, DateOnly today, Errors errors)
    {
        var record = new TreatmentRecord
        {
            Id = Guid.CreateVersion7(now), Service = template.Key, Number = number, TemplateVersion = template.Version, WrittenAt = now, WrittenBy = by.Id,
            Controller = Text(nameof(Controller), Controller, TreatmentRecord.LineMaxLength, errors), Basis = One<RecordedBasis>(nameof(Basis), Basis, errors),
            BasisDetail = Text(nameof(BasisDetail), BasisDetail, TreatmentRecord.TextMaxLength, errors), DpoOpinion = Text(nameof(DpoOpinion), DpoOpinion, TreatmentRecord.TextMaxLength, errors),
            PeopleOpinion = Text(nameof(PeopleOpinion), PeopleOpinion, TreatmentRecord.TextMaxLength, errors), Decision = One<AssessmentDecision>(nameof(Decision), Decision, errors),
            DecidedBy = Text(nameof(DecidedBy), DecidedBy, TreatmentRecord.LineMaxLength, errors), DecidedOn = Day(nameof(DecidedOn), DecidedOn, errors), ExpiresOn = Day(nameof(ExpiresOn), ExpiresOn, errors),
        };
        if (record.DecidedOn > today)
        {
            errors.Add(nameof(DecidedOn), "Cette date n’est pas encore venue");
        }

        if (record.ExpiresOn < today)
        {
            errors.Add(nameof(ExpiresOn), "Cette date est passée");
        }
        else if (record.ExpiresOn > today.AddYears(MostYears))
        {
            errors.Add(nameof(ExpiresOn), $"Choisissez une date dans les {MostYears} ans : une analyse se relit");
        }

        return errors.Any ? null : record;
    }

    static string? Text(string field, string? typed, int most, Errors errors)
    {
        var text = typed?.Trim().Replace("\r\n", "\n", StringComparison.Ordinal);
        if (text is { Length: > 0 } && (text.Length > most || text.Any(c => char.IsControl(c) && c != '\n')))
        {
            errors.Add(field, text.Length > most ? $"Écrivez {French.Number(most)} caractères au plus" : "Ce texte contient un signe qui ne s’écrit pas");
        }

        return string.IsNullOrEmpty(text) ? null : text;
    }

    static T? One<T>(string field, string? typed, Errors errors) where T : struct, Enum
    {
        if (string.IsNullOrEmpty(typed))
        {
            return null;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), typed, StringComparison.Ordinal))
            {
                return value;
            }
        }

        errors.Add(field, "Choisissez une réponse de la liste");
        return null;
    }

    static DateOnly? Day(string field, string? typed, Errors errors)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        errors.Add(field, "Écrivez une date. Exemple : 2027-06-30");
        return null;
    }

    static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
