using Beffroi.Incubator.Steering;
using Beffroi.Kit;

namespace Beffroi.Incubator.Drafting;

/// <summary>What the template leaves blank: parties, amounts, last day.</summary>
public sealed record ConventionForm
{
    public string? Startup { get; init; }
    public string? Title { get; init; }
    public string? Slug { get; init; }
    public string? Delegator { get; init; }
    public string? Delegate { get; init; }
    public string? AmountAe { get; init; }
    public string? AmountCp { get; init; }
    public string? WrittenHardStop { get; init; }
    public string? ManifestoVersion { get; init; }
    public string? RequiredAttendees { get; init; }

    public static ConventionForm Of(Convention c, string startup) => new()
    {
        Startup = startup, Title = c.Title, Slug = c.Slug, Delegator = c.Delegator, Delegate = c.Delegate, AmountAe = c.AmountAe.Plain, AmountCp = c.AmountCp.Plain, WrittenHardStop = CsvFile.Day(c.WrittenHardStop), ManifestoVersion = c.ManifestoVersion,
        RequiredAttendees = c.RequiredAttendeesText,
    };

    /// <param name="draft">The one that is corrected; null: it is a new one.</param>
    public Convention? Read(Startup? startup, Imputation? imputation, Clauses? clauses, DateTimeOffset now, Errors errors, Convention? draft = null)
    {
        var title = Typed.Text(Title, nameof(Title), Convention.NameMaxLength, "Écrivez le titre de la convention", errors);
        var slug = Typed.Slug(Slug, nameof(Slug), errors);
        var delegator = Typed.Text(Delegator, nameof(Delegator), Convention.NameMaxLength, "Écrivez qui confie les crédits", errors);
        var delegated = Typed.Text(Delegate, nameof(Delegate), Convention.NameMaxLength, "Écrivez qui dépense les crédits", errors);
        var (ae, cp) = (Money.Read(AmountAe, nameof(AmountAe), errors), Money.Read(AmountCp, nameof(AmountCp), errors));
        var stop = Typed.OptionalDay(WrittenHardStop, nameof(WrittenHardStop), errors);
        var attendees = Typed.Optional(RequiredAttendees, nameof(RequiredAttendees), Committee.TextMaxLength, errors);
        if (Manifesto.Of(ManifestoVersion ?? "") is null)
        {
            errors.Add(nameof(ManifestoVersion), "Choisissez la version du manifeste qui est annexée");
        }

        return errors.Any || startup is null || imputation is null || clauses is null ? null : new()
        {
            Id = draft?.Id ?? Guid.CreateVersion7(now), Turns = draft?.Turns ?? 0, StartupId = startup.Id, Slug = slug, Title = title, Delegator = delegator, Delegate = delegated, AmountAe = ae!.Value, AmountCp = cp!.Value, WrittenHardStop = stop,
            Clauses = clauses, Imputation = imputation, ManifestoVersion = ManifestoVersion!, RequiredAttendeesText = attendees?.ReplaceLineEndings("\n") ?? "",
        };
    }
}
