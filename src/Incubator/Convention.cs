using Beffroi.Kit;

namespace Beffroi.Incubator;

/// <summary>A delegation of management: one administration gives another the money and the power to spend it, for one service. Made from a template: <see cref="Clauses"/> says what differs.</summary>
public sealed class Convention
{
    public const int NameMaxLength = 200;
    public const int SlugMaxLength = 60;
    const string Unsigned = "La convention n’est pas signée";

    public required Guid Id { get; init; }
    public required Guid StartupId { get; init; }

    /// <summary>In its address.</summary>
    public required string Slug { get; init; }

    public required string Title { get; init; }

    /// <summary>« Délégant »: who gives.</summary>
    public required string Delegator { get; init; }

    /// <summary>« Délégataire »: who spends.</summary>
    public required string Delegate { get; init; }

    /// <summary>Null until it is signed: nothing is allocated before.</summary>
    public DateOnly? SignedOn { get; set; }

    public DateOnly? PublishedOn { get; set; }

    /// <summary>The last day that the text writes; null: 31 December of the year of signature.</summary>
    public DateOnly? WrittenHardStop { get; init; }

    public required Money AmountAe { get; init; }
    public required Money AmountCp { get; init; }

    public required Clauses Clauses { get; init; }
    public required Imputation Imputation { get; init; }

    /// <summary>Version of the manifesto annexed to this convention: its « six months » differ from one to another.</summary>
    public required string ManifestoVersion { get; init; }

    /// <summary>Who must be at an investment committee, one a line.</summary>
    public string RequiredAttendeesText { get; init; } = "";

    public IReadOnlyList<string> RequiredAttendees => [.. RequiredAttendeesText.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public DateOnly? NoticeReceivedOn { get; set; }

    /// <summary>An investment committee decided to stop: nothing new is committed after this day.</summary>
    public DateOnly? StoppedOn { get; set; }

    /// <summary>Turns taken to write to its ledger: updating it is how one waits for the turn.</summary>
    public long Turns { get; init; }

    public List<Avenant> Avenants { get; init; } = [];

    /// <summary>As all avenants make them.</summary>
    public ConventionDates? Dates => DatesOn(DateOnly.MaxValue);

    /// <summary>As they were on this day: an avenant changes nothing before its signature.</summary>
    public ConventionDates? DatesOn(DateOnly day) =>
        SignedOn is { } signed ? ConventionDates.Of(Clauses, signed, PublishedOn, WrittenHardStop, Avenants.Where(a => a.SignedOn <= day), NoticeReceivedOn) : null;

    /// <summary>Why nothing may be committed on this day; null when it may.</summary>
    public string? NoCommitment(DateOnly day) =>
        StoppedOn is { } stop && day > stop ? $"Le comité d’investissement a décidé l’arrêt le {French.Day(stop)}" : NoService(day);

    /// <summary>Why no service may be performed on this day; null when it may. What was ordered before a stop is still delivered.</summary>
    public string? NoService(DateOnly day) => DatesOn(day) is { } dates ? dates.NoCommitment(day) : Unsigned;

    /// <summary>Why nothing may be paid on this day; null when it may.</summary>
    public string? NoPayment(DateOnly day) => DatesOn(day) is { } dates ? dates.NoPayment(day) : Unsigned;
}

/// <summary>A change agreed by both parties: nothing else changes an amount or an end.</summary>
public sealed class Avenant
{
    public const int ReasonMaxLength = 1000;

    public required Guid Id { get; init; }
    public required Guid ConventionId { get; init; }
    public required int Number { get; init; }
    public required DateOnly SignedOn { get; init; }
    public required Money DeltaAe { get; init; }
    public required Money DeltaCp { get; init; }

    /// <summary>The year on which the amounts are given or taken.</summary>
    public required int Year { get; init; }

    public required DateOnly? NewEnd { get; init; }
    public required DateOnly? NewHardStop { get; init; }
    public required string Reason { get; init; }

    /// <summary>The committee that decided it, where one did.</summary>
    public required Guid? CommitteeId { get; init; }

    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
}
