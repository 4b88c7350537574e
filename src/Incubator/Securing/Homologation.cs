using Beffroi.Incubator.Accounting;
using Beffroi.Kit;

namespace Beffroi.Incubator.Securing;

/// <summary>The three decisions that put a service into use (agile guide of ANSSI and DINUM, 2018, read in August 2026).</summary>
public enum HomologationKind
{
    /// <summary>« ADT »: with volunteers, for one to three months.</summary>
    Trial,

    /// <summary>« APE »: twelve months at most, under a ceiling of use.</summary>
    Provisional,

    /// <summary>« Ferme »: about three years.</summary>
    Firm,
}

/// <summary>Somebody in charge accepted the risks that are left, until a day and under conditions that can be measured.</summary>
public sealed class Homologation : IWrittenOnce
{
    public const int AuthorityMaxLength = 200;
    public const int CriteriaMaxLength = 2000;

    /// <summary>Months that each may last.</summary>
    const int LeastTrial = 1;
    const int MostTrial = 3;
    const int MostProvisional = 12;
    const int MostFirm = 36;

    /// <summary>Figures below ten are masked: the first alarm, at four fifths, must come well above.</summary>
    public const int LeastCeiling = 2 * PublicFigure.Least;
    public const int MostCeiling = 100_000_000;

    public required Guid Id { get; init; }
    public required Guid StartupId { get; init; }
    public required HomologationKind Kind { get; init; }

    /// <summary>The function that decided: no name.</summary>
    public required string Authority { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>What must stay true, one a line.</summary>
    public required string Criteria { get; init; }

    /// <summary>Technical name of the published figure that the ceiling is about.</summary>
    public required string? Figure { get; init; }
    public required int? Ceiling { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }

    public IReadOnlyList<string> CriteriaLines => Risk.Lines(Criteria);

    /// <summary>Why a decision of this kind may not last so; null when it may.</summary>
    public static string? WrongEnd(HomologationKind kind, DateOnly from, DateOnly until)
    {
        if (until <= from)
        {
            return "Choisissez un jour après le premier";
        }

        return kind switch
        {
            HomologationKind.Trial => until < from.AddMonths(LeastTrial) || until > from.AddMonths(MostTrial) ? $"Une ADT dure de {LeastTrial} à {MostTrial} mois" : null,
            HomologationKind.Provisional => until > from.AddMonths(MostProvisional) ? $"Une APE dure {MostProvisional} mois au plus" : null,
            HomologationKind.Firm => until > from.AddMonths(MostFirm) ? "Une homologation ferme dure 3 ans au plus" : null,
        };
    }

    /// <summary>What is to be told today.</summary>
    /// <param name="reading">The last count; null when it is masked, or not read yet.</param>
    public IEnumerable<AlarmKind> Alarms(int? reading, DateOnly today)
    {
        if (Ceiling is { } ceiling && reading is { } count && Reach(count, ceiling) is { } reached)
        {
            yield return reached;
        }

        if (today >= Until)
        {
            yield return AlarmKind.Over;
        }
        else if (today >= Until.AddDays(-AlarmWords.DaysBefore))
        {
            yield return AlarmKind.EndsSoon;
        }
    }

    // In whole numbers: 80 of 100 is four fifths, whatever a division would make of it.
    static AlarmKind? Reach(int count, int ceiling) => count >= ceiling ? AlarmKind.Reached : count * 100L >= ceiling * (long)AlarmWords.NearPercent ? AlarmKind.Near : null;
}

/// <summary>What a homologation warns of.</summary>
public enum AlarmKind
{
    Near,
    Reached,
    EndsSoon,
    Over,
}

/// <summary>A warning that was sent by letter: each once.</summary>
public sealed class Alarm : IWrittenOnce
{
    public required Guid Id { get; init; }
    public required Guid HomologationId { get; init; }
    public required AlarmKind Kind { get; init; }
    public required int? Reading { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>What a published figure was on a night; no value when it is masked.</summary>
public sealed class FigureReading : IWrittenOnce
{
    public const int FigureMaxLength = 100;

    public required Guid StartupId { get; init; }
    public required string Figure { get; init; }
    public required DateOnly On { get; init; }
    public required int? Value { get; init; }
}
