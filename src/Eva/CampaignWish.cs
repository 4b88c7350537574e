using Beffroi.Kit;

namespace Beffroi.Eva;

/// <summary>What a campaign is to be.</summary>
public sealed record CampaignWish(string Label, Parcours Parcours, bool WithWriting, bool IsPrivate)
{
    /// <summary>Null when anything is wrong, and <paramref name="errors"/> says what.</summary>
    public static CampaignWish? Read(CampaignForm form, Errors errors)
    {
        var label = Campaign.ReadLabel(form.Label, errors);
        var parcours = ParcoursPlan.Read(form.Parcours);
        if (parcours is null)
        {
            errors.Add(nameof(form.Parcours), "Choisissez un parcours");
        }

        return errors.Any ? null : new(label!, parcours!.Value, form.WithWriting is "true", form.IsPrivate is "true");
    }
}

/// <summary>The form as typed.</summary>
public sealed record CampaignForm
{
    public string? Label { get; init; }
    public string? Parcours { get; init; }
    public string? WithWriting { get; init; }
    public string? IsPrivate { get; init; }
}
