using Beffroi.Incubator.Accounting;
using Beffroi.Kit;

namespace Beffroi.Incubator.Impact;

/// <summary>Something that a team follows of its service. What it means stands in its definitions, of which the newest holds.</summary>
public sealed class Indicator : IWrittenOnce
{
    public const int NameMaxLength = 60;

    public required Guid Id { get; init; }
    public required Guid StartupId { get; init; }

    /// <summary>Technical name, in files: it does not change.</summary>
    public required string Name { get; init; }
}

/// <summary>What an indicator means, from a day on. Another meaning is another row: what was measured before keeps the one that it was measured under.</summary>
public sealed class Definition : IWrittenOnce
{
    public const int LabelMaxLength = 200;
    public const int TextMaxLength = 1000;
    public const int UnitMaxLength = 60;

    public required Guid Id { get; init; }
    public required Guid IndicatorId { get; init; }

    /// <summary>1, 2, 3…</summary>
    public required int Version { get; init; }
    public required string Label { get; init; }
    public required string Formula { get; init; }
    public required string Source { get; init; }
    public required string Unit { get; init; }
    public required ImpactAxis Axis { get; init; }

    /// <summary>Its place among those that the common matrix asks for; null: it is the team's own.</summary>
    public required MatrixPlace? Place { get; init; }
    public required Shape Shape { get; init; }
    public required Frequency Frequency { get; init; }

    /// <summary>Less is better: a delay, a price.</summary>
    public required bool LessIsBetter { get; init; }

    /// <summary>Who answers for it.</summary>
    public required Duty Owner { get; init; }

    /// <summary>Name of the figure that the site counts itself each month; null: measured by hand.</summary>
    public required string? Counted { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A typing mistake that was put right: the same meaning in other words. The words before stay, with who changed them and why.</summary>
public sealed class Wording : IWrittenOnce
{
    public const int ReasonMaxLength = 300;

    public required Guid Id { get; init; }
    public required Guid IndicatorId { get; init; }
    public required Guid DefinitionId { get; init; }
    public required string Label { get; init; }
    public required string Formula { get; init; }
    public required string Source { get; init; }
    public required string Reason { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The definition in these words.</summary>
    public Definition Said(Definition d) => new()
    {
        Id = d.Id, IndicatorId = d.IndicatorId, Version = d.Version, Label = Label, Formula = Formula, Source = Source, Unit = d.Unit, Axis = d.Axis, Place = d.Place, Shape = d.Shape, Frequency = d.Frequency, LessIsBetter = d.LessIsBetter,
        Owner = d.Owner, Counted = d.Counted, By = d.By, At = d.At,
    };
}

/// <summary>An aim: this target, by this day, of the indicator as this definition has it.</summary>
public sealed class Goal : IWrittenOnce
{
    public required Guid Id { get; init; }
    public required Guid IndicatorId { get; init; }
    public required Guid DefinitionId { get; init; }
    public required double Target { get; init; }
    public required DateOnly DueOn { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether it is reached: by the last measure of months that are over on its day, under its own definition.</summary>
    public GoalState State(Definition definition, IEnumerable<Measure> measures, DateOnly today)
    {
        var last = measures.Where(m => m.DefinitionId == DefinitionId && m.Month.AddMonths(1) <= DueOn.AddDays(1)).MaxBy(m => m.Month);
        return last is null or { IsMasked: true } ? GoalState.Unknown
            : (definition.LessIsBetter ? last.Value <= Target : last.Value >= Target) ? GoalState.Met
            : today <= DueOn ? GoalState.Ahead
            : GoalState.Missed;
    }
}
