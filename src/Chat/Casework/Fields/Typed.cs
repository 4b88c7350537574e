using System.Globalization;
using Beffroi.Kit;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Chat.Casework;

/// <summary>What somebody typed in a form of a case, kept as it is to be shown again.</summary>
public sealed class Typed(IFormCollection? form)
{
    const string Moment = "yyyy-MM-dd'T'HH:mm";

    public static Typed Nothing { get; } = new(null);

    /// <summary>Whether the form was sent; else it is shown for the first time.</summary>
    public bool IsSent => form is { Count: > 0 };

    public string this[string field] => form is not null && form.TryGetValue(field, out var values) ? values.ToString().ReplaceLineEndings("\n").Trim() : "";

    /// <summary>Null where the field was left empty.</summary>
    public string? Or(string field) => this[field] is { Length: > 0 } text ? text : null;

    public IReadOnlyList<string> All(string field) => form is not null && form.TryGetValue(field, out var values) ? [.. values.OfType<string>().Where(v => v.Length > 0).Distinct(StringComparer.Ordinal)] : [];

    public IReadOnlyList<Guid> Ids(string field) => [.. All(field).Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];

    public Guid? Id(string field) => Guid.TryParse(this[field], out var id) ? id : null;

    /// <summary>A choice by its technical name.</summary>
    public T? Choice<T>(string field) where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(n => string.Equals(n, this[field], StringComparison.Ordinal)) is { } name ? Enum.Parse<T>(name) : null;

    /// <summary>A choice that must be made.</summary>
    public T Choice<T>(string field, Errors errors, Lang l) where T : struct, Enum
    {
        if (Choice<T>(field) is { } chosen)
        {
            return chosen;
        }

        errors.Add(field, l.Say("Choisissez une réponse.", "Choose an answer."));
        return default;
    }

    /// <summary>A date, with its time or not, in Paris; null where the field was left empty or is no date, which is then told.</summary>
    public DateTimeOffset? At(string field, Errors errors, Lang l)
    {
        var text = this[field];
        if (text.Length == 0)
        {
            return null;
        }

        if (DateTime.TryParseExact(text, [Moment, Moment + ":ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd", "dd/MM/yyyy", "dd/MM/yyyy HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return French.Begins(DateOnly.FromDateTime(local)) is var midnight && local.TimeOfDay == TimeSpan.Zero ? midnight : InParis(local);
        }

        errors.Add(field, l.Say("Une date est attendue, comme 23/11/2026 ou 23/11/2026 14:30.", "A date is expected, such as 23/11/2026 or 23/11/2026 14:30."));
        return null;
    }

    /// <summary>As the field of a date and time wants it.</summary>
    public static string Shown(DateTimeOffset at) => French.IsoMoment(at).Replace(' ', 'T');

    static DateTimeOffset InParis(DateTime local) => new(local, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris").GetUtcOffset(local));
}
