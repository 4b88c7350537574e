using Beffroi.Eva.Contracts;
using Beffroi.Kit;

namespace Beffroi.Eva;

/// <summary>What a campaign is to be.</summary>
public sealed record CampaignWish(string Label, Parcours Parcours, CampaignOptions Options, bool IsPrivate)
{
    /// <summary>Positioning only: who decides of the next question.</summary>
    public RouteMode? Route { get; init; }

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
        var route = ReadRoute(form.Route, parcours, errors);
        return errors.Any ? null : new(label!, parcours, options, form.IsPrivate is "true") { Route = route };
    }

    // The advised choice stands on the form of every parcours: it says nothing where nothing adapts.
    static RouteMode? ReadRoute(string? typed, Parcours parcours, Errors errors)
    {
        var adapts = parcours.Situations().Any(s => s.HasRoute);
        switch (typed)
        {
            case null or "" or "beffroi":
                return adapts ? RouteMode.Beffroi : null;
            case "historique" when adapts:
                return RouteMode.Historique;
            case "historique":
                errors.Add(nameof(CampaignForm.Route), "Les questions de l’ancien service n’existent que dans un positionnement : choisissez un positionnement, ou laissez « Adaptatif »");
                return null;
            default:
                errors.Add(nameof(CampaignForm.Route), "Choisissez un parcours de questions");
                return null;
        }
    }

    static IReadOnlyList<string> SituationsOf(Parcours parcours, CampaignOptions options) =>
        [.. options.TownPlan ? [ParcoursPlan.PlanDeLaVille] : Array.Empty<string>(), .. parcours.Situations().Select(s => s.Name)];
}

/// <summary>The form as typed.</summary>
public sealed record CampaignForm
{
    public string? Label { get; init; }
    public string? Parcours { get; init; }
    public string? Route { get; init; }
    public string? WithTownPlan { get; init; }
    public string? WithSelfPositioning { get; init; }
    public string? WithHealth { get; init; }
    public string? WithWriting { get; init; }
    public string? WithConfidence { get; init; }
    public string? IsPrivate { get; init; }
}
