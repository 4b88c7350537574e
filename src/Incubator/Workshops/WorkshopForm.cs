using Beffroi.Dsfr;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Securing;
using Beffroi.Kit;

namespace Beffroi.Incubator.Workshops;

public sealed record WorkshopForm
{
    public string? HeldOn { get; init; }
    public string? Facilitation { get; init; }
    public string? Scope { get; init; }
    public string? OutOfScope { get; init; }
    public string? Figure { get; init; }
    public string? Ceiling { get; init; }

    public static IReadOnlyList<Option> Facilitations => [.. Enum.GetValues<Facilitation>().Select(f => new Option(f.ToString(), f.Label()))];

    public Workshop? Read(Guid startupId, IReadOnlyList<PublicFigure> figures, Author author, DateOnly today, Errors errors)
    {
        var day = Typed.Day(HeldOn, nameof(HeldOn), "Écrivez le jour de l’atelier", errors);
        if (day > today)
        {
            errors.Add(nameof(HeldOn), "Choisissez aujourd’hui ou un jour passé");
        }

        var facilitation = Typed.Choice<Facilitation>(Facilitation, nameof(Facilitation), "Choisissez qui a animé", errors);
        var scope = Typed.Text(Scope, nameof(Scope), Workshop.TextMaxLength, "Écrivez de quoi parle l’atelier", errors);
        var outside = Typed.Optional(OutOfScope, nameof(OutOfScope), Workshop.TextMaxLength, errors);
        var (figure, ceiling) = CountedFigures.Read(Figure, Ceiling, figures, errors);
        return errors.Any ? null : new() { Id = Guid.CreateVersion7(author.At), StartupId = startupId, HeldOn = day!.Value, Facilitation = facilitation!.Value, Scope = scope, OutOfScope = outside, Figure = figure?.Name, Ceiling = ceiling, By = author.Id, At = author.At };
    }
}
