using System.Globalization;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Impact;
using Beffroi.Kit;

namespace Beffroi.Incubator.Measuring;

/// <summary>A measure as it was typed.</summary>
public sealed record MeasureForm
{
    /// <summary>More than people there are.</summary>
    const int MostCounted = 100_000_000;

    public string? Month { get; init; }
    public string? Value { get; init; }
    public string? Low { get; init; }
    public string? High { get; init; }
    public string? N { get; init; }
    public string? Source { get; init; }
    public string? Comment { get; init; }

    /// <summary>The version of the definition that the page showed.</summary>
    public string? Version { get; init; }

    public Measure? Read(Definition definition, DateOnly today, Author author, Errors errors)
    {
        var month = ReadMonth(definition.Frequency, today, errors);
        var value = ImpactNumber.Read(Value, nameof(Value), definition.Unit, errors);
        var (low, high) = (Optional(Low, nameof(Low), definition.Unit, errors), Optional(High, nameof(High), definition.Unit, errors));
        var n = Typed.Whole(N, nameof(N), 0, MostCounted, "Écrivez combien de personnes ou de choses sont comptées", errors);
        var source = Typed.Text(Source, nameof(Source), Measure.TextMaxLength, "Écrivez où vous avez lu ce chiffre", errors);
        var comment = Typed.Optional(Comment, nameof(Comment), Measure.TextMaxLength, errors);
        if (string.IsNullOrWhiteSpace(Low) != string.IsNullOrWhiteSpace(High))
        {
            errors.Add(low is null ? nameof(Low) : nameof(High), "Écrivez les deux bornes, ou aucune");
        }
        else if (value is { } v && (low > v || high < v))
        {
            errors.Add(nameof(Low), "La valeur est entre les deux bornes");
        }

        if (!string.Equals(Version, definition.Version.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
        {
            errors.Add(nameof(Value), "La définition a changé entre-temps\u00A0: relisez-la d’abord");
        }

        return errors.Any ? null : new()
        {
            Id = Guid.CreateVersion7(author.At), IndicatorId = definition.IndicatorId, DefinitionId = definition.Id, Month = month!.Value, Value = value!.Value, Low = low, High = high, N = n!.Value,
            Taken = Taken.ByHand, Source = source, Comment = comment, By = author.Id, At = author.At,
        };
    }

    // Months end as quarters, half-years and years do, and they are over.
    DateOnly? ReadMonth(Frequency frequency, DateOnly today, Errors errors)
    {
        if (!DateOnly.TryParseExact(Month?.Trim() + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) || month.Year is < 2000 or >= 2100)
        {
            errors.Add(nameof(Month), "Écrivez un mois. Exemple\u00A0: 2026-06");
            return null;
        }

        if (month.Month % frequency.Months() != 0)
        {
            errors.Add(nameof(Month), frequency switch
            {
                Frequency.Monthly => throw new InvalidOperationException("Every month ends a month."),
                Frequency.Quarterly => "Écrivez le dernier mois d’un trimestre\u00A0: mars, juin, septembre ou décembre",
                Frequency.HalfYearly => "Écrivez le dernier mois d’un semestre\u00A0: juin ou décembre",
                Frequency.Yearly => "Écrivez le mois de décembre de l’année mesurée",
            });
        }

        if (month.AddMonths(1) > today)
        {
            errors.Add(nameof(Month), "Ce mois n’est pas fini");
        }

        return month;
    }

    static double? Optional(string? typed, string field, string unit, Errors errors) => string.IsNullOrWhiteSpace(typed) ? null : ImpactNumber.Read(typed, field, unit, errors);
}
