using Beffroi.Kit;

namespace Beffroi.Eva;

/// <summary>What a campaign is to be.</summary>
public sealed record CampaignWish(string Label, Parcours Parcours, CampaignOptions Options, bool IsPrivate)
{
    /// <summary>Technical names, in the order of play.</summary>
    public IReadOnlyList<string> Situations { get; init; } = SituationsOf(Parcours, Options);

    /// <summary>Null when anything is wrong, and <paramref name="errors"/> says what.</summary>
    public static CampaignWish? Read(CampaignForm form, Errors errors)
    {
        var label = Campaign.ReadLabel(form.Label, errors);
        if (ParcoursPlan.Read(form.Parcours) is not { } parcours)
        {
            errors.Add(nameof(form.Parcours), "Choisissez un parcours");
            return null;
        }

        var options = CampaignOptions.Read(form, ParcoursPlan.Names(parcours), errors);
        return errors.Any ? null : new(label!, parcours, options, form.IsPrivate is "true");
    }

    static IReadOnlyList<string> SituationsOf(Parcours parcours, CampaignOptions options) =>
        [.. options.TownPlan ? [ParcoursPlan.PlanDeLaVille] : Array.Empty<string>(), .. parcours.Situations().Select(s => s.Name)];
}

/// <summary>The form as typed.</summary>
public sealed record CampaignForm
{
    public string? Label { get; init; }
    public string? Parcours { get; init; }
    public string? WithTownPlan { get; init; }
    public string? WithSelfPositioning { get; init; }
    public string? WithHealth { get; init; }
    public string? WithWriting { get; init; }
    public string? WithConfidence { get; init; }
    public string? IsPrivate { get; init; }
}
