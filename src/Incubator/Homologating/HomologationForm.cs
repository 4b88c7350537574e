using Beffroi.Dsfr;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Securing;
using Beffroi.Kit;

namespace Beffroi.Incubator.Homologating;

public sealed record HomologationForm
{
    public string? Kind { get; init; }
    public string? Authority { get; init; }
    public string? From { get; init; }
    public string? Until { get; init; }
    public string? Criteria { get; init; }
    public string? Figure { get; init; }
    public string? Ceiling { get; init; }

    public static IReadOnlyList<Option> Kinds => [.. Enum.GetValues<HomologationKind>().Select(k => new Option(k.ToString(), k.Label(), k.Detail()))];

    public Homologation? Read(Guid startupId, IReadOnlyList<PublicFigure> figures, Author author, DateOnly today, Errors errors)
    {
        var kind = Typed.Choice<HomologationKind>(Kind, nameof(Kind), "Choisissez la décision", errors);
        var authority = Typed.Text(Authority, nameof(Authority), Homologation.AuthorityMaxLength, "Écrivez la fonction de qui a décidé", errors);
        var (from, until) = (Typed.Day(From, nameof(From), "Écrivez le premier jour", errors), Typed.Day(Until, nameof(Until), "Écrivez le dernier jour", errors));
        if (from > today)
        {
            errors.Add(nameof(From), "Choisissez aujourd’hui ou un jour passé");
        }

        if (kind is { } known && from is { } first && until is { } last && Homologation.WrongEnd(known, first, last) is { } wrong)
        {
            errors.Add(nameof(Until), wrong);
        }

        var criteria = Typed.Text(Criteria, nameof(Criteria), Homologation.CriteriaMaxLength, "Écrivez ce qui doit rester vrai", errors).ReplaceLineEndings("\n");
        var (figure, ceiling) = CountedFigures.Read(Figure, Ceiling, figures, errors);
        if (kind == HomologationKind.Provisional && figure is null)
        {
            errors.Add(nameof(Figure), "Une APE a un plafond\u00A0: choisissez le chiffre qu’il suit");
        }

        return errors.Any ? null : new()
        {
            Id = Guid.CreateVersion7(author.At), StartupId = startupId, Kind = kind!.Value, Authority = authority, From = from!.Value, Until = until!.Value, Criteria = criteria, Figure = figure?.Name, Ceiling = ceiling, By = author.Id, At = author.At,
        };
    }
}
