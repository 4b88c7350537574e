using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Impact;
using Beffroi.Kit;

namespace Beffroi.Incubator.Defining;

/// <summary>A meaning as it was typed.</summary>
public sealed record DefinitionForm
{
    public string? Name { get; init; }
    public string? Label { get; init; }
    public string? Formula { get; init; }
    public string? Source { get; init; }
    public string? Unit { get; init; }
    public string? Axis { get; init; }
    public string? Place { get; init; }
    public string? Shape { get; init; }
    public string? Frequency { get; init; }
    public string? LessIsBetter { get; init; }
    public string? Owner { get; init; }
    public string? Counted { get; init; }

    /// <summary>The version that was read before writing another.</summary>
    public string? After { get; init; }

    public static DefinitionForm Of(Definition d) => new()
    {
        Label = d.Label, Formula = d.Formula, Source = d.Source, Unit = d.Unit, Axis = d.Axis.ToString(), Place = d.Place?.ToString(), Shape = d.Shape.ToString(), Frequency = d.Frequency.ToString(),
        LessIsBetter = d.LessIsBetter ? "true" : null, Owner = d.Owner.ToString(), Counted = d.Counted, After = d.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <param name="offered">Figures that the site counts.</param>
    public Definition? Read(Guid indicator, int version, IReadOnlyList<CountedFigure> offered, Author author, Errors errors)
    {
        var label = Typed.Text(Label, nameof(Label), Definition.LabelMaxLength, "Écrivez ce que l’indicateur mesure", errors);
        var formula = Typed.Text(Formula, nameof(Formula), Definition.TextMaxLength, "Écrivez comment il se calcule", errors);
        var source = Typed.Text(Source, nameof(Source), Definition.TextMaxLength, "Écrivez d’où viennent les chiffres", errors);
        var unit = Typed.Text(Unit, nameof(Unit), Definition.UnitMaxLength, "Écrivez l’unité", errors);
        var axis = Typed.Choice<ImpactAxis>(Axis, nameof(Axis), "Choisissez un axe", errors);
        var place = string.IsNullOrEmpty(Place) ? null : Typed.Choice<MatrixPlace>(Place, nameof(Place), "Choisissez un indicateur de la matrice, ou aucun", errors);
        var shape = Typed.Choice<Shape>(Shape, nameof(Shape), "Choisissez ce que font plusieurs mois ensemble", errors);
        var frequency = Typed.Choice<Frequency>(Frequency, nameof(Frequency), "Choisissez quand il se mesure", errors);
        var owner = Typed.Choice<Duty>(Owner, nameof(Owner), "Choisissez qui en répond", errors);
        var counted = string.IsNullOrEmpty(Counted) ? null : Counted;
        Check(place, axis, shape, frequency, errors);
        if (counted is not null && !offered.Any(o => string.Equals(o.Name, counted, StringComparison.Ordinal)))
        {
            errors.Add(nameof(Counted), "Choisissez un chiffre de la liste, ou aucun");
        }

        return errors.Any ? null : new()
        {
            Id = Guid.CreateVersion7(author.At), IndicatorId = indicator, Version = version, Label = label, Formula = formula, Source = source, Unit = unit, Axis = axis!.Value, Place = place, Shape = shape!.Value, Frequency = frequency!.Value,
            LessIsBetter = LessIsBetter is not null, Owner = owner!.Value, Counted = counted, By = author.Id, At = author.At,
        };
    }

    // What does not go together.
    void Check(MatrixPlace? place, ImpactAxis? axis, Shape? shape, Frequency? frequency, Errors errors)
    {
        if (place is { } known && axis is { } chosen && known.Axis() != chosen)
        {
            errors.Add(nameof(Axis), $"«\u00A0{known.Label()}\u00A0» est de l’axe «\u00A0{known.Axis().Label()}\u00A0»");
        }

        if (string.Equals(Unit?.Trim(), ImpactWords.Share, StringComparison.Ordinal) && shape is not (null or Impact.Shape.Ratio))
        {
            errors.Add(nameof(Shape), "Une part ne s’additionne pas\u00A0: choisissez une part, une note ou une médiane");
        }

        if (!string.IsNullOrEmpty(Counted) && frequency is not (null or Impact.Frequency.Monthly))
        {
            errors.Add(nameof(Frequency), "Le site compte chaque mois\u00A0: choisissez «\u00A0Chaque mois\u00A0»");
        }
    }
}
