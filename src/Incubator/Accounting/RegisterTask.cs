using Beffroi.Kit;

namespace Beffroi.Incubator.Accounting;

/// <summary>What signing sets going: a copy to send, a publication, a request.</summary>
public enum TaskKind
{
    ChorusAuthorisation,
    CopyToCbcmMef,
    CopyToCbcmPm,
    CopyToCbcmDelegator,
    PublishOnIntranet,
    PublishOnDataGouv,
    FindIntrapreneur,
    NameBusinessReferent,

    /// <summary>An investment committee gave six months: both parties have an avenant to sign.</summary>
    SignAvenant,

    /// <summary>Purchasing is told of a decision at once: an order takes it about a month.</summary>
    TellPurchasing,
}

/// <summary>A line of the register of transmissions and publications: what is due, when, and the proof that it was done.</summary>
public sealed class RegisterTask
{
    public const int EvidenceMaxLength = 300;
    public const int AboutMaxLength = 100;

    /// <summary>No text gives a day for copies and publications: ours, so that a forgotten one shows.</summary>
    public const int Days = 30;

    public required Guid Id { get; init; }
    public required Guid ConventionId { get; init; }

    /// <summary>« Convention », « Avenant 1 ».</summary>
    public required string About { get; init; }

    public required TaskKind Kind { get; init; }
    public required DateOnly DueOn { get; init; }
    public DateOnly? DoneOn { get; set; }
    public Guid? DoneBy { get; set; }

    /// <summary>Address of the publication, number of the request.</summary>
    public string? Evidence { get; set; }

    /// <summary>Whether a proof closes it; otherwise the act itself does: naming the person, writing the avenant.</summary>
    public bool ClosesByProof => Kind is not (TaskKind.FindIntrapreneur or TaskKind.NameBusinessReferent or TaskKind.SignAvenant);

    public bool IsLate(DateOnly today) => DoneOn is null && DueOn < today;

    /// <summary>What the signature of a convention sets going.</summary>
    public static IEnumerable<RegisterTask> OfSignature(Convention convention, DateOnly signed)
    {
        RegisterTask Due(TaskKind kind, DateOnly due) => new() { Id = Guid.NewGuid(), ConventionId = convention.Id, About = "Convention", Kind = kind, DueOn = due };

        yield return Due(TaskKind.ChorusAuthorisation, signed);
        foreach (var kind in new[] { TaskKind.CopyToCbcmMef, TaskKind.CopyToCbcmPm, TaskKind.PublishOnIntranet, TaskKind.PublishOnDataGouv })
        {
            yield return Due(kind, signed.AddDays(Days));
        }

        if (convention.Dates?.IntrapreneurDue is { } due)
        {
            yield return Due(TaskKind.FindIntrapreneur, due);
        }

        if (convention.Clauses.NeedsBusinessReferent)
        {
            yield return Due(TaskKind.NameBusinessReferent, signed.AddDays(Days));
        }
    }

    /// <summary>What the decision of a committee sets going.</summary>
    /// <param name="avenantBy">Day by which an avenant is signed; null where the decision asks none.</param>
    public static IEnumerable<RegisterTask> OfDecision(Guid conventionId, DateOnly met, DateOnly? avenantBy)
    {
        RegisterTask Due(TaskKind kind, DateOnly due) => new() { Id = Guid.NewGuid(), ConventionId = conventionId, About = AboutCommittee(met), Kind = kind, DueOn = due };

        yield return Due(TaskKind.TellPurchasing, met);
        if (avenantBy is { } day)
        {
            yield return Due(TaskKind.SignAvenant, day);
        }
    }

    public static string AboutCommittee(DateOnly met) => $"Comité du {French.Day(met)}";

    /// <summary>One copy of an avenant to each of the two controllers.</summary>
    public static IEnumerable<RegisterTask> OfAvenant(Avenant avenant) =>
        new[] { TaskKind.CopyToCbcmPm, TaskKind.CopyToCbcmDelegator }.Select(kind => new RegisterTask
        {
            Id = Guid.NewGuid(), ConventionId = avenant.ConventionId, About = $"Avenant {avenant.Number.ToString(French.Culture)}", Kind = kind, DueOn = avenant.SignedOn.AddDays(Days),
        });
}

public static class TaskWords
{
    public static string Label(this TaskKind kind) => kind switch
    {
        TaskKind.ChorusAuthorisation => "Demander les habilitations Chorus",
        TaskKind.CopyToCbcmMef => "Envoyer une copie au CBCM du ministère de l’économie et des finances",
        TaskKind.CopyToCbcmPm => "Envoyer une copie au CBCM des services du Premier ministre",
        TaskKind.CopyToCbcmDelegator => "Envoyer une copie au CBCM du délégant",
        TaskKind.PublishOnIntranet => "Publier sur l’intranet des services du Premier ministre",
        TaskKind.PublishOnDataGouv => "Publier sur data.gouv.fr",
        TaskKind.FindIntrapreneur => "Trouver l’intrapreneur",
        TaskKind.NameBusinessReferent => "Nommer le référent métier",
        TaskKind.SignAvenant => "Signer l’avenant de l’enveloppe décidée",
        TaskKind.TellPurchasing => "Prévenir les achats de la décision",
    };
}
