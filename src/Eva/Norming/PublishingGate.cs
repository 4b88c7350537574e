using Beffroi.Kit;

namespace Beffroi.Eva.Norming;

/// <summary>What a cohort must be before its norm is shown to anybody as more than a trial. Limits are those of the house design (docs/eva-normes.md), to be discussed with those who will use them.</summary>
public sealed record PublishingGate(string Name, string Label, string Wanted, string Found, bool Kept)
{
    public const int FewestPeople = Psychometrics.CohortNorm.DefaultMinimum;
    public const double LeastReliability = 0.80;
    public const double LeastPositioningReliability = 0.85;
    public const double MostNonResponse = 0.40;

    /// <param name="coverage">Null while there is no sampling plan.</param>
    public static IReadOnlyList<PublishingGate> Of(NormScope scope, NormStatistics statistics, SampleCoverage? coverage)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(statistics);
        var reliability = scope.IsPositioning ? LeastPositioningReliability : LeastReliability;
        var modes = statistics.Modes.Where(m => m.Persons > 0).ToList();
        var mixing = statistics.Dif.FirstOrDefault(d => string.Equals(d.Groups, "moyen", StringComparison.Ordinal));
        var large = statistics.Dif.SelectMany(d => d.Large).Select(i => i.Item).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            Gate("personnes", $"au moins {French.Number(FewestPeople)}", French.Number(statistics.Persons), statistics.Persons >= FewestPeople),
            Gate("etendue", "distincte des erreurs", statistics.Latent is { } latent ? French.Number(latent.StandardDeviation, 2) : "aucune", statistics.Latent is not null),
            Gate("fidelite", $"au moins {French.Number(reliability, 2)}", statistics.MarginalReliability is { } r ? French.Number(r, 2) : "inconnue", statistics.MarginalReliability >= reliability),
            Gate("plan", "chaque strate atteint son objectif",
                coverage is null ? "pas de plan" : $"{French.Count(coverage.Strata.Count(s => s.IsReached), "strate atteinte", "strates atteintes")} sur {French.Number(coverage.Strata.Count)}", coverage is { IsReached: true }),
            Gate("non_reponse", $"au plus {French.Percent(MostNonResponse)}", coverage?.NonResponse is { } n ? French.Percent(n) : "inconnue", coverage?.NonResponse <= MostNonResponse),
            Gate("appareils", "un seul, ou sans écart", string.Join(", ", modes.Select(m => $"{CohortWords.Mode(m.Mode)} : {Masked(m.Persons)}")),
                modes.Count == 1 && modes[0].Mode.Length > 0 || mixing is { IsClear: true }),
            Gate("ecarts", "aucune", large.Count == 0 ? "aucune trouvée" : string.Join(", ", large), large.Count == 0),
        ];
    }

    /// <summary>What a gate asks, by its technical name.</summary>
    public static string LabelOf(string name) => name switch
    {
        "personnes" => "Personnes",
        "etendue" => "Étendue des aptitudes",
        "fidelite" => "Fidélité marginale",
        "plan" => "Plan d’échantillonnage",
        "non_reponse" => "Non-réponse",
        "appareils" => "Un seul appareil, sauf si les questions sont les mêmes avec chacun",
        "ecarts" => "Questions très différentes d’un groupe à l’autre (classe C)",
        _ => name,
    };

    /// <summary>A small count is not told.</summary>
    public static string Masked(int people) => people < Cohort.Least ? $"moins de {Cohort.Least}" : French.Number(people);

    static PublishingGate Gate(string name, string wanted, string found, bool kept) => new(name, LabelOf(name), wanted, found, kept);
}
