using System.Text.Json.Serialization;

namespace Beffroi.Eva.FollowUp;

/// <summary>Where a person was directed to. The values are those of the original service (read 2026-11).</summary>
public enum Remediation
{
    [JsonStringEnumMemberName("formation_competences_de_base")] FormationCompetencesDeBase,
    [JsonStringEnumMemberName("formation_metier")] FormationMetier,
    [JsonStringEnumMemberName("dispositif_remobilisation")] DispositifRemobilisation,
    [JsonStringEnumMemberName("levee_freins_peripheriques")] LeveeFreinsPeripheriques,
    [JsonStringEnumMemberName("indetermine")] Indetermine,
}

/// <summary>Why she was not.</summary>
public enum Difficulte
{
    [JsonStringEnumMemberName("aucune_offre_formation")] AucuneOffreFormation,
    [JsonStringEnumMemberName("offre_formation_inaccessible")] OffreFormationInaccessible,
    [JsonStringEnumMemberName("freins_peripheriques")] FreinsPeripheriques,
    [JsonStringEnumMemberName("accompagnement_necessaire")] AccompagnementNecessaire,
    [JsonStringEnumMemberName("indetermine")] Indetermine,
}

/// <summary>What followed an evaluation that shows a potential illettrisme: a remediation, or the difficulty that was met, one of the two. The newest of an
/// evaluation counts; the former ones stay with their date and author.</summary>
public sealed class MiseEnAction
{
    public required Guid Id { get; init; }
    public required Guid EvaluationId { get; init; }

    /// <summary>Null when the person could not be directed to anything.</summary>
    public Remediation? Remediation { get; private init; }

    /// <summary>Null when she was.</summary>
    public Difficulte? Difficulte { get; private init; }

    public required DateTimeOffset At { get; init; }
    public required Guid By { get; init; }

    public string Words => Remediation is { } remediation ? $"Oui : {Lower(ActionChoices.Label(remediation))}" : $"Non : {Lower(ActionChoices.Label(Difficulte!.Value))}";

    public bool Says(ActionAnswer answer) => (Remediation, Difficulte) == (answer.Remediation, answer.Difficulte);

    public static MiseEnAction Of(ActionAnswer answer, Guid evaluation, Guid by, DateTimeOffset at) =>
        new() { Id = Guid.CreateVersion7(at), EvaluationId = evaluation, Remediation = answer.Remediation, Difficulte = answer.Difficulte, At = at, By = by };

    static string Lower(string label) => char.ToLowerInvariant(label[0]) + label[1..];
}
