using Beffroi.Dsfr;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;

namespace Beffroi.Eva.FollowUp;

/// <summary>An answer to « was the person directed to a solution? »: exactly one of the two.</summary>
public sealed record ActionAnswer(Remediation? Remediation, Difficulte? Difficulte);

/// <summary>The answers in words, as one list: yes and to what, or no and why. One choice cannot contradict itself.</summary>
public static class ActionChoices
{
    const string Yes = "oui.";
    const string No = "non.";

    public static IReadOnlyList<Option> Options { get; } =
    [
        .. Enum.GetValues<Remediation>().Select(r => new Option(Yes + TechnicalName.Of(r), $"Oui : {Label(r)}")),
        .. Enum.GetValues<Difficulte>().Select(d => new Option(No + TechnicalName.Of(d), $"Non : {Label(d)}")),
    ];

    public static string Value(MiseEnAction action) =>
        action.Remediation is { } remediation ? Yes + TechnicalName.Of(remediation) : No + TechnicalName.Of(action.Difficulte!.Value);

    public static ActionAnswer? Read(string? typed, Errors errors)
    {
        if (typed is not null && typed.StartsWith(Yes, StringComparison.Ordinal) && TechnicalName.TryParse<Remediation>(typed[Yes.Length..], out var remediation))
        {
            return new(remediation, null);
        }

        if (typed is not null && typed.StartsWith(No, StringComparison.Ordinal) && TechnicalName.TryParse<Difficulte>(typed[No.Length..], out var difficulte))
        {
            return new(null, difficulte);
        }

        errors.Add("Answer", "Choisissez ce qui a été fait, ou ce qui l’a empêché");
        return null;
    }

    public static string Label(Remediation remediation) => remediation switch
    {
        Remediation.FormationCompetencesDeBase => "Formation aux compétences de base",
        Remediation.FormationMetier => "Formation à un métier",
        Remediation.DispositifRemobilisation => "Dispositif de remobilisation (E2C, EPIDE, Promo 16-18)",
        Remediation.LeveeFreinsPeripheriques => "Levée des freins périphériques (logement, transport, garde d’enfants)",
        Remediation.Indetermine => "Orientation pas encore déterminée",
    };

    public static string Label(Difficulte difficulte) => difficulte switch
    {
        Difficulte.AucuneOffreFormation => "Aucune offre de formation",
        Difficulte.OffreFormationInaccessible => "Une offre de formation existe, mais reste inaccessible",
        Difficulte.FreinsPeripheriques => "Des freins périphériques d’abord (logement, transport, garde d’enfants)",
        Difficulte.AccompagnementNecessaire => "Un accompagnement est nécessaire avant",
        Difficulte.Indetermine => "Raison pas encore déterminée",
    };
}
