using Beffroi.Kit;

namespace Beffroi.Incubator.Impact;

/// <summary>How the measures of several months make one.</summary>
public enum Shape
{
    /// <summary>Things that happened: months add up.</summary>
    Sum,

    /// <summary>People who are there: months have a mean.</summary>
    Level,

    /// <summary>A share, a mark, a median: months make nothing together, and it has no cost.</summary>
    Ratio,
}

public enum Frequency
{
    Monthly,
    Quarterly,
    HalfYearly,
    Yearly,
}

/// <summary>What the common matrix asks of each service (doc.incubateur.net, « le pilotage par l’impact », read 2026-08-21). The cost of a use is computed here from the ledger.</summary>
public enum MatrixPlace
{
    EaseOfUse,
    ActiveUsers,
    Conversions,
    Penetration,
    Satisfaction,
    GeneratedImpact,
}

public static class Matrix
{
    /// <summary>Months from the first phase on within which the first figures are there (same source).</summary>
    public const int MonthsToMeasure = 18;

    public static ImpactAxis Axis(this MatrixPlace place) => place switch
    {
        MatrixPlace.EaseOfUse => ImpactAxis.Usable,
        MatrixPlace.ActiveUsers or MatrixPlace.Conversions or MatrixPlace.Penetration => ImpactAxis.Used,
        MatrixPlace.Satisfaction => ImpactAxis.Useful,
        MatrixPlace.GeneratedImpact => ImpactAxis.Impact,
    };

    public static string Label(this MatrixPlace place) => place switch
    {
        MatrixPlace.EaseOfUse => "Note de facilité d’utilisation",
        MatrixPlace.ActiveUsers => "Utilisateurs actifs par mois",
        MatrixPlace.Conversions => "Démarches ou conversions par mois",
        MatrixPlace.Penetration => "Part du public visé qui est touchée",
        MatrixPlace.Satisfaction => "Taux de satisfaction",
        MatrixPlace.GeneratedImpact => "Effet produit",
    };

    public const string CostPerUse = "Coût d’un usage";

    public static string Label(this Shape shape) => shape switch
    {
        Shape.Sum => "Des événements\u00A0: les mois s’additionnent",
        Shape.Level => "Des personnes ou des choses présentes\u00A0: les mois font une moyenne",
        Shape.Ratio => "Une part, une note ou une médiane\u00A0: les mois restent séparés",
    };

    public static string Label(this Frequency frequency) => frequency switch
    {
        Frequency.Monthly => "Chaque mois",
        Frequency.Quarterly => "Chaque trimestre",
        Frequency.HalfYearly => "Chaque semestre",
        Frequency.Yearly => "Chaque année",
    };

    /// <summary>How many months a measure covers.</summary>
    public static int Months(this Frequency frequency) => frequency switch
    {
        Frequency.Monthly => 1,
        Frequency.Quarterly => 3,
        Frequency.HalfYearly => 6,
        Frequency.Yearly => 12,
    };

    /// <summary>When the first figures are due; null while no phase is known.</summary>
    public static DateOnly? DueOn(Startup startup) => startup.Phases.Count == 0 ? null : startup.Phases.Min(p => p.Start).AddMonths(MonthsToMeasure);
}
