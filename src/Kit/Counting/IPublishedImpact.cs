namespace Beffroi.Kit;

/// <summary>What the team of each service says of its impact, for everybody: the module that keeps the indicators tells it, small numbers masked.</summary>
public interface IPublishedImpact
{
    Task<IReadOnlyList<PublishedImpact>> Read(CancellationToken ct);
}

/// <summary>The five questions of the impact matrix (doc.incubateur.net, « le pilotage par l’impact », read 2026-08-21).</summary>
public enum ImpactAxis
{
    /// <summary>« Utilisable »: can people use it?</summary>
    Usable,

    /// <summary>« Utilisé »: do they?</summary>
    Used,

    /// <summary>« Utile »: does it help them?</summary>
    Useful,

    /// <summary>« Impact »: what does it change?</summary>
    Impact,

    /// <summary>« Efficient »: at what cost?</summary>
    Efficient,
}

/// <summary>A service and its indicators.</summary>
/// <param name="Slug">In the address of its card.</param>
public sealed record PublishedImpact(string Slug, string Title, IReadOnlyList<PublishedIndicator> Indicators, IReadOnlyList<PublishedCost> Costs)
{
    /// <summary>Indicators of the common matrix that are missing and late, in words.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}

/// <summary>An indicator as its newest definition has it.</summary>
public sealed record PublishedIndicator
{
    /// <summary>Technical name.</summary>
    public required string Name { get; init; }
    public required ImpactAxis Axis { get; init; }
    public required string Label { get; init; }
    public required string Formula { get; init; }

    /// <summary>Where the figures come from.</summary>
    public required string Source { get; init; }

    /// <summary>« part » for a share in [0, 1].</summary>
    public required string Unit { get; init; }

    /// <summary>Of the definition, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>From the oldest to the newest, under any version.</summary>
    public required IReadOnlyList<PublishedMeasure> Measures { get; init; }
    public required IReadOnlyList<PublishedGoal> Goals { get; init; }

    public PublishedMeasure? Last => Measures.Count == 0 ? null : Measures[^1];
}

/// <summary>A measure. Below the threshold it is masked: it then holds neither value nor count.</summary>
public sealed record PublishedMeasure
{
    /// <summary>First day of the last month that it is about, and how many months it covers.</summary>
    public required DateOnly Month { get; init; }
    public required int Months { get; init; }

    /// <summary>The day it was taken.</summary>
    public required DateOnly TakenOn { get; init; }
    public required int Version { get; init; }

    /// <summary>Counted by the site itself, or typed with its source.</summary>
    public required bool Computed { get; init; }
    public int? N { get; init; }
    public double? Value { get; init; }
    public (double Low, double High)? Interval { get; init; }

    public bool IsMasked => N is null;
}

public enum GoalState
{
    Met,

    /// <summary>Not reached, and its day has not come.</summary>
    Ahead,
    Missed,

    /// <summary>Nothing to compare with: no measure, or a masked one.</summary>
    Unknown,
}

/// <summary>An aim: to reach this by that day.</summary>
/// <param name="AtMost">Reached from above: less is better.</param>
public sealed record PublishedGoal(double Target, bool AtMost, DateOnly DueOn, GoalState State);

/// <summary>What one use or one effect costs, over whole months of payments and of measures. Null is « inconnu »: no measure, a masked one, or nothing paid.</summary>
/// <param name="Indicator">Technical name of the indicator that it divides by.</param>
/// <param name="To">First day of the last month.</param>
public sealed record PublishedCost(string Indicator, string Label, string Unit, DateOnly From, DateOnly To, decimal? Paid, decimal? Engaged);

public static class ImpactWords
{
    public static string Label(this ImpactAxis axis) => axis switch
    {
        ImpactAxis.Usable => "Utilisable",
        ImpactAxis.Used => "Utilisé",
        ImpactAxis.Useful => "Utile",
        ImpactAxis.Impact => "Impact",
        ImpactAxis.Efficient => "Efficient",
    };

    /// <summary>What the axis asks.</summary>
    public static string Question(this ImpactAxis axis) => axis switch
    {
        ImpactAxis.Usable => "Le service est-il facile à utiliser\u00A0?",
        ImpactAxis.Used => "Qui s’en sert, et combien\u00A0?",
        ImpactAxis.Useful => "Le service aide-t-il les personnes\u00A0?",
        ImpactAxis.Impact => "Qu’est-ce que le service change\u00A0?",
        ImpactAxis.Efficient => "Que coûte un usage, que coûte un effet\u00A0?",
    };

    public static string Label(this GoalState state) => state switch
    {
        GoalState.Met => "atteint",
        GoalState.Ahead => "pas encore atteint",
        GoalState.Missed => "pas atteint",
        GoalState.Unknown => "inconnu",
    };

    /// <summary>A value with its unit, as people read it.</summary>
    public static string Say(double value, string unit) =>
        string.Equals(unit, Share, StringComparison.Ordinal) ? French.Percent(value) : $"{French.Number(value, value == Math.Floor(value) ? 0 : 1)} {unit}";

    /// <summary>The unit of a share in [0, 1].</summary>
    public const string Share = "part";
}
