using Beffroi.Kit;

namespace Beffroi.Eva;

/// <summary>What a campaign asks besides its situations. Minutes are those announced by the original service (read 2026-11), but for confidence, which is ours.</summary>
public sealed record CampaignOptions
{
    public const int TownPlanMinutes = 5;
    public const int SelfPositioningMinutes = 3;
    public const int HealthMinutes = 3;
    public const int WritingMinutes = 6;
    public const int ConfidenceMinutes = 1;

    /// <summary>Six exercises to handle the device, before the situations.</summary>
    public bool TownPlan { get; init; }

    /// <summary>Gauges of what a person finds easy or hard.</summary>
    public bool SelfPositioning { get; init; }

    /// <summary>Questions on health, each asked after a yes to being asked.</summary>
    public bool Health { get; init; }

    /// <summary>A short free text, read by people only, at the end of <c>livraison</c>.</summary>
    public bool Writing { get; init; }

    /// <summary>Two questions before the games, the same after.</summary>
    public bool Confidence { get; init; }

    public int Minutes =>
        (TownPlan ? TownPlanMinutes : 0) + (SelfPositioning ? SelfPositioningMinutes : 0) + (Health ? HealthMinutes : 0)
        + (Writing ? WritingMinutes : 0) + (Confidence ? ConfidenceMinutes : 0);

    /// <summary>For an adviser, those that are on.</summary>
    public IReadOnlyList<string> Labels =>
    [
        .. TownPlan ? ["plan de la ville"] : Array.Empty<string>(),
        .. SelfPositioning ? ["autopositionnement"] : Array.Empty<string>(),
        .. Health ? ["questions de santé"] : Array.Empty<string>(),
        .. Writing ? ["texte à écrire"] : Array.Empty<string>(),
        .. Confidence ? ["confiance avant et après"] : Array.Empty<string>(),
    ];

    /// <summary>The options that were ticked; what cannot go with these situations is said in <paramref name="errors"/>.</summary>
    public static CampaignOptions Read(CampaignForm form, IReadOnlyCollection<string> situations, Errors errors)
    {
        var options = new CampaignOptions
        {
            TownPlan = form.WithTownPlan is "true",
            SelfPositioning = form.WithSelfPositioning is "true",
            Health = form.WithHealth is "true",
            Writing = form.WithWriting is "true",
            Confidence = form.WithConfidence is "true",
        };
        if (options.Writing && !situations.Contains(ParcoursPlan.Livraison, StringComparer.Ordinal))
        {
            errors.Add(nameof(form.WithWriting), "Le texte à écrire vient à la fin de la livraison : ce parcours n’en a pas");
        }

        if (options.TownPlan && SituationCatalog.Find(ParcoursPlan.PlanDeLaVille) is null)
        {
            errors.Add(nameof(form.WithTownPlan), "Le plan de la ville n’est pas encore ouvert dans cette version");
        }

        return options;
    }
}
