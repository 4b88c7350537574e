using System.Globalization;
using Beffroi.Accounts.Prospects;
using Beffroi.Kit;

namespace Beffroi.Accounts.Partners;

public sealed record ProspectForm
{
    public string? Part { get; init; }
    public string? Name { get; init; }
    public string? Kind { get; init; }
    public string? ContactRole { get; init; }
    public string? Source { get; init; }
    public string? NextStep { get; init; }
    public string? NextStepOn { get; init; }

    /// <summary>The registered one that they became, as <c>eva:{id}</c>.</summary>
    public string? User { get; init; }
    public string? LostWhy { get; init; }

    public static ProspectForm Of(Prospect met) => new()
    {
        Part = met.Part.Word(), Name = met.Name, Kind = met.Kind, ContactRole = met.ContactRole, Source = met.Source, NextStep = met.NextStep,
        NextStepOn = CsvCell.Day(met.NextStepOn), User = met.BecameId is { } user ? Key(met.Part, user) : null, LostWhy = met.LostWhy,
    };

    public static string Key(SitePart part, Guid user) => $"{part.Word()}:{user}";

    /// <summary>Writes what is typed into the prospect when all of it is valid.</summary>
    public Prospect? Into(Prospect? met, IReadOnlyList<Registered> registered, Guid by, DateTimeOffset now, Errors errors)
    {
        if (SiteParts.Read(Part) is not { } part)
        {
            errors.Add(nameof(Part), "Choisissez un service");
            part = default;
        }

        var name = Words(Name, nameof(Name), Prospect.NameMaxLength, errors);
        if (name is null && errors[nameof(Name)] is null)
        {
            errors.Add(nameof(Name), "Écrivez le nom de la structure ou de l’organisation");
        }

        var (kind, role, source, next) = (Words(Kind, nameof(Kind), errors), Words(ContactRole, nameof(ContactRole), errors), Words(Source, nameof(Source), errors), Words(NextStep, nameof(NextStep), errors));
        var on = Day(errors);
        var user = UserOf(part, registered, errors);
        if (errors.Any)
        {
            return null;
        }

        met ??= new() { Id = Guid.CreateVersion7(now), Part = part, Name = name!, EnteredAt = now, EnteredBy = by };
        (met.Part, met.Name, met.Kind, met.ContactRole, met.Source, met.NextStep, met.NextStepOn, met.BecameId) = (part, name!, kind, role, source, next, on, user);
        return met;
    }

    DateOnly? Day(Errors errors)
    {
        if (string.IsNullOrWhiteSpace(NextStepOn))
        {
            return null;
        }

        if (DateOnly.TryParseExact(NextStepOn.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        errors.Add(nameof(NextStepOn), "Écrivez une date, par exemple 2026-12-31");
        return null;
    }

    Guid? UserOf(SitePart part, IReadOnlyList<Registered> registered, Errors errors)
    {
        if (string.IsNullOrEmpty(User))
        {
            return null;
        }

        if (registered.FirstOrDefault(r => r.Part == part && string.Equals(Key(r.Part, r.Id), User, StringComparison.Ordinal)) is { } found)
        {
            return found.Id;
        }

        errors.Add(nameof(User), "Choisissez une inscription de ce service, qui n’est pas déjà celle d’un autre prospect");
        return null;
    }

    static string? Words(string? typed, string field, Errors errors) => Words(typed, field, Prospect.WordsMaxLength, errors);

    static string? Words(string? typed, string field, int most, Errors errors)
    {
        var text = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length > most)
        {
            errors.Add(field, $"Raccourcissez à {French.Number(most)} caractères au plus");
        }

        return text.Length == 0 ? null : text;
    }
}

/// <summary>A structure or an organisation that is here, which a prospect may have become.</summary>
public sealed record Registered(SitePart Part, Guid Id, string Name);
