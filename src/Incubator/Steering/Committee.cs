using Beffroi.Incubator.Accounting;
using Beffroi.Kit;

namespace Beffroi.Incubator.Steering;

public enum CommitteeKind
{
    FollowUp,
    Investment,
}

/// <summary>The three decisions of an investment committee; it closes with one of them.</summary>
public enum Decision
{
    SixMonths,
    Provisional,
    Stop,
}

/// <summary>A meeting that the convention foresees. Its file is built from live data, and changes no more from seven days before.</summary>
public sealed class Committee
{
    public const int TextMaxLength = 5000;

    public required Guid Id { get; init; }
    public required Guid ConventionId { get; init; }
    public required CommitteeKind Kind { get; init; }
    public required DateOnly MeetingOn { get; init; }
    public required DateTimeOffset CalledAt { get; init; }
    public required Guid CalledBy { get; init; }

    /// <summary>The file as it was locked, in JSON; null before.</summary>
    public string? DossierText { get; set; }
    public DateTimeOffset? LockedAt { get; set; }

    /// <summary>Who came, one a line.</summary>
    public string? Attendees { get; set; }

    /// <summary>Why somebody whose presence is required did not come.</summary>
    public string? AbsenceReason { get; set; }

    public Decision? Decision { get; set; }
    public string? Minutes { get; set; }

    /// <summary>Asked for the next time, by a provisional decision.</summary>
    public string? EvidenceAsked { get; set; }
    public int? ProvisionalMonths { get; set; }
    public Money? EnvelopeAe { get; set; }
    public Money? EnvelopeCp { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public Guid? ClosedBy { get; set; }

    public bool MustLock(DateOnly today) => DossierText is null && today >= CommitteeDates.DossierLock(MeetingOn);

    /// <summary>Ends the meeting; what is wrong is told by field.</summary>
    public CommitteeOutcome? Close(Conclusion conclusion, Convention convention, Author author, DateOnly today, Errors errors)
    {
        if (ClosedAt is not null)
        {
            errors.Add(nameof(Decision), "Ce comité est déjà clos");
        }

        if (today < MeetingOn)
        {
            errors.Add(nameof(Decision), $"Le comité se réunit le {French.Day(MeetingOn)}");
        }

        if (Kind == CommitteeKind.Investment)
        {
            Check(conclusion, convention, errors);
        }

        if (errors.Any)
        {
            return null;
        }

        (Attendees, AbsenceReason, Minutes) = (conclusion.Attendees, conclusion.AbsenceReason, conclusion.Minutes);
        (ClosedAt, ClosedBy) = (author.At, author.Id);
        if (Kind == CommitteeKind.FollowUp)
        {
            return new();
        }

        (Decision, EvidenceAsked, ProvisionalMonths, EnvelopeAe, EnvelopeCp) = (conclusion.Decision, conclusion.EvidenceAsked, conclusion.ProvisionalMonths, conclusion.EnvelopeAe, conclusion.EnvelopeCp);
        return Outcome(conclusion);
    }

    CommitteeOutcome Outcome(Conclusion conclusion) => conclusion.Decision switch
    {
        Steering.Decision.SixMonths => new() { Envelope = (conclusion.EnvelopeAe!.Value, conclusion.EnvelopeCp!.Value, MeetingOn.AddMonths(6)) },
        Steering.Decision.Provisional => new() { NextMeetingBy = MeetingOn.AddMonths(conclusion.ProvisionalMonths!.Value) },
        Steering.Decision.Stop => new() { StopsOn = MeetingOn },
        null => throw new InvalidOperationException("An investment committee was checked without a decision."),
    };

    static void Check(Conclusion conclusion, Convention convention, Errors errors)
    {
        switch (conclusion.Decision)
        {
            case null:
                errors.Add(nameof(Decision), "Choisissez une des trois décisions : un comité ne se termine pas sans décision");
                break;
            case Steering.Decision.SixMonths when conclusion.EnvelopeAe is null || conclusion.EnvelopeCp is null:
                errors.Add(nameof(EnvelopeAe), "Écrivez l’enveloppe des six mois");
                break;
            case Steering.Decision.Provisional:
                if (conclusion.ProvisionalMonths is not (1 or 2))
                {
                    errors.Add(nameof(ProvisionalMonths), "Un financement provisoire dure 1 ou 2 mois");
                }

                if (string.IsNullOrWhiteSpace(conclusion.EvidenceAsked))
                {
                    errors.Add(nameof(EvidenceAsked), "Écrivez les preuves attendues au prochain comité");
                }

                break;
            case Steering.Decision.Stop:
            case Steering.Decision.SixMonths:
                break;
        }

        var missing = convention.RequiredAttendees.Where(r => !conclusion.Present.Contains(r, StringComparer.Ordinal)).ToList();
        if (missing.Count > 0 && string.IsNullOrWhiteSpace(conclusion.AbsenceReason))
        {
            errors.Add(nameof(AbsenceReason), $"La convention demande la présence de : {string.Join(", ", missing)}. Écrivez pourquoi elle manque");
        }
    }
}

/// <summary>What a meeting ended with, as typed.</summary>
public sealed record Conclusion
{
    public required string Attendees { get; init; }
    public string? AbsenceReason { get; init; }
    public required string Minutes { get; init; }
    public Decision? Decision { get; init; }
    public Money? EnvelopeAe { get; init; }
    public Money? EnvelopeCp { get; init; }
    public int? ProvisionalMonths { get; init; }
    public string? EvidenceAsked { get; init; }

    public IReadOnlyList<string> Present => [.. Attendees.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>What follows from the decision.</summary>
public sealed record CommitteeOutcome
{
    /// <summary>An envelope for which an avenant is to be signed, and its end.</summary>
    public (Money Ae, Money Cp, DateOnly Until)? Envelope { get; init; }

    public DateOnly? NextMeetingBy { get; init; }

    /// <summary>Nothing new is committed after this day.</summary>
    public DateOnly? StopsOn { get; init; }
}

public static class CommitteeWords
{
    /// <summary>Months between two of this kind; null: the convention foresees none.</summary>
    public static int? Every(this CommitteeKind kind, Clauses clauses) => kind switch
    {
        CommitteeKind.FollowUp => clauses.FollowUpMonths,
        CommitteeKind.Investment => clauses.InvestmentMonths,
    };

    public static string Label(this CommitteeKind kind) => kind switch
    {
        CommitteeKind.FollowUp => "Comité de suivi",
        CommitteeKind.Investment => "Comité d’investissement",
    };

    public static string Label(this Decision decision) => decision switch
    {
        Decision.SixMonths => "Financer six mois",
        Decision.Provisional => "Financer un ou deux mois, et demander des preuves",
        Decision.Stop => "Arrêter",
    };
}
