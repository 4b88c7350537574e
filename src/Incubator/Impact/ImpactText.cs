using Beffroi.Kit;

namespace Beffroi.Incubator.Impact;

/// <summary>Measures, goals and costs in words, the same on every page.</summary>
public static class ImpactText
{
    public const string Unknown = "inconnu";

    public static string Value(PublishedMeasure? measure, string unit) => measure switch
    {
        null => "pas encore mesuré",
        { Value: { } value, Interval: var (low, high) } => $"{ImpactWords.Say(value, unit)} (entre {Bound(low, unit)} et {Bound(high, unit)})",
        { Value: { } value } => ImpactWords.Say(value, unit),
        _ => $"masqué (moins de {French.Number(PublicFigure.Least)})",
    };

    /// <summary>The month, or the months, that it is about.</summary>
    public static string Period(DateOnly month, int months) => months == 1 ? Months.Say(month) : $"de {Months.Say(month.AddMonths(1 - months))} à {Months.Say(month)}";

    public static string Period(PublishedMeasure measure) => Period(measure.Month, measure.Months);

    public static string N(PublishedMeasure? measure) => measure is null ? "" : measure.N is { } n ? French.Number(n) : "masqué";

    public static string Goal(PublishedGoal goal, string unit) => $"{(goal.AtMost ? "au plus" : "au moins")} {ImpactWords.Say(goal.Target, unit)} le {French.Day(goal.DueOn)}\u00A0: {goal.State.Label()}";

    public static string Cost(decimal? each) => each is { } amount ? Money.Of(amount).ToString() : Unknown;

    /// <summary>What a chart shows, said in one sentence.</summary>
    public static string Sentence(PublishedIndicator indicator)
    {
        var shown = Charted(indicator).Where(m => m.Value is not null).ToList();
        return shown switch
        {
            [] => "Il n’y a pas encore de mesure à montrer.",
            [var one] => $"{Period(one)}\u00A0: {Value(one, indicator.Unit)}.",
            [var first, .., var last] => $"{Value(first, indicator.Unit)} ({Period(first)}), puis {Value(last, indicator.Unit)} ({Period(last)})\u00A0: {Way(first.Value!.Value, last.Value!.Value)}.",
        };
    }

    /// <summary>How the last measure moved since the same month of the year before, under the same meaning; null where either is not known. The matrix asks for it of the use of a service.</summary>
    public static string? OverAYear(PublishedIndicator indicator) =>
        indicator.Last is { Value: { } now } last && indicator.Measures.FirstOrDefault(m => m.Month == last.Month.AddYears(-1) && m.Version == last.Version)?.Value is > 0 and var before
            ? $"Sur un an\u00A0: {(now < before ? "\u2212" : "+")}{French.Percent(Math.Abs(now - before) / before)}."
            : null;

    /// <summary>The last year of measures that mean the same: a new definition begins a new chart.</summary>
    public static IReadOnlyList<PublishedMeasure> Charted(PublishedIndicator indicator) =>
        indicator.Last is { } last ? [.. indicator.Measures.Where(m => m.Version == last.Version).TakeLast(12)] : [];

    static string Way(double first, double last) => last > first ? "en hausse" : last < first ? "en baisse" : "stable";

    static string Bound(double value, string unit) => string.Equals(unit, ImpactWords.Share, StringComparison.Ordinal) ? French.Percent(value) : French.Number(value, value == Math.Floor(value) ? 0 : 1);
}
