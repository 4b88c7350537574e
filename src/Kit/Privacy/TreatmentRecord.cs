namespace Beffroi.Kit;

/// <summary>On what ground the controller processes (GDPR, article 6).</summary>
public enum RecordedBasis
{
    Consent,
    LegalObligation,
    PublicInterestTask,
    LegitimateInterest,
}

/// <summary>What the controller decides once the assessment is read.</summary>
public enum AssessmentDecision
{
    GoAhead,

    /// <summary>Residual risks stay high: the CNIL is asked first (GDPR, article 36).</summary>
    AskAuthority,
    Stop,
}

/// <summary>What a controller wrote down of a service: a row each time, the last one holds. Pieces may be missing: the service is then off.</summary>
public sealed class TreatmentRecord
{
    public const int LineMaxLength = 300;
    public const int TextMaxLength = 4000;

    public required Guid Id { get; init; }

    /// <summary><see cref="AssessmentTemplate.Key"/>.</summary>
    public required string Service { get; init; }

    /// <summary>1, 2, 3… of one service: two people who write at the same moment cannot both be the third.</summary>
    public required int Number { get; init; }

    /// <summary>The version of the template that was read.</summary>
    public required int TemplateVersion { get; init; }

    /// <summary>Who decides why and how, and how to reach them.</summary>
    public required string? Controller { get; init; }
    public required RecordedBasis? Basis { get; init; }

    /// <summary>The text that entrusts the task or lays down the duty, or the interest.</summary>
    public required string? BasisDetail { get; init; }

    /// <summary>Of the data protection officer.</summary>
    public required string? DpoOpinion { get; init; }

    /// <summary>Of the people concerned or of who speaks for them; or why they were not asked.</summary>
    public required string? PeopleOpinion { get; init; }
    public required AssessmentDecision? Decision { get; init; }

    /// <summary>Name and office of who decided.</summary>
    public required string? DecidedBy { get; init; }
    public required DateOnly? DecidedOn { get; init; }

    /// <summary>Last day of it, in Paris.</summary>
    public required DateOnly? ExpiresOn { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
    public required Guid WrittenBy { get; init; }

    /// <summary>What is not written yet, in words.</summary>
    public IReadOnlyList<string> Lacks()
    {
        (bool IsThere, string Words)[] pieces =
        [
            (Controller is not null, "le responsable du traitement"), (Basis is not null, "le fondement juridique"), (BasisDetail is not null, "le texte ou l’intérêt qui le fonde"), (DpoOpinion is not null, "l’avis du délégué à la protection des données"),
            (PeopleOpinion is not null, "l’avis des personnes concernées"), (Decision is not null, "la décision"), (DecidedBy is not null, "l’auteur de la décision"), (DecidedOn is not null, "la date de la décision"), (ExpiresOn is not null, "la date de fin"),
        ];
        return [.. pieces.Where(p => !p.IsThere).Select(p => p.Words)];
    }

    /// <param name="today">In Paris.</param>
    public RecordState State(DateOnly today) =>
        Lacks().Count > 0 ? RecordState.Incomplete
        : Decision != AssessmentDecision.GoAhead ? RecordState.Refused
        : today > ExpiresOn ? RecordState.Expired
        : RecordState.InForce;
}

public enum RecordState
{
    InForce,
    Incomplete,
    Refused,
    Expired,
}
