using Beffroi.Kit;

namespace Beffroi.Accounts;

/// <summary>How far a structure is in its use of the service.</summary>
public enum ActivityCategory
{
    NoCampaign,
    NoEvaluation,
    NotActivated,
    Active,
    Inactive,
    Dropped,
}

/// <summary>Study of the original, eva.md section 4, read on 26 November 2026: activated above 3 evaluations; active under 2 months, inactive to 6, dropped above.</summary>
public static class ActivityCategories
{
    const int NotActivatedUpTo = 3;
    const int ActiveMonths = 2;
    const int InactiveMonths = 6;

    public static bool IsActivated(Activity activity) => activity.Evaluations > NotActivatedUpTo;

    public static ActivityCategory Of(Activity activity, DateTimeOffset now) => activity switch
    {
        { Campaigns: 0 } => ActivityCategory.NoCampaign,
        { Evaluations: 0 } => ActivityCategory.NoEvaluation,
        { Evaluations: <= NotActivatedUpTo } => ActivityCategory.NotActivated,
        { LastEvaluation: { } last } when last > now.AddMonths(-ActiveMonths) => ActivityCategory.Active,
        { LastEvaluation: { } last } when last >= now.AddMonths(-InactiveMonths) => ActivityCategory.Inactive,
        _ => ActivityCategory.Dropped,
    };

    public static bool IsActivated(this ActivityCategory category) => category switch
    {
        ActivityCategory.NoCampaign or ActivityCategory.NoEvaluation or ActivityCategory.NotActivated => false,
        ActivityCategory.Active or ActivityCategory.Inactive or ActivityCategory.Dropped => true,
    };

    public static string Label(this ActivityCategory category) => category switch
    {
        ActivityCategory.NoCampaign => "Sans campagne",
        ActivityCategory.NoEvaluation => "Sans évaluation",
        ActivityCategory.NotActivated => "Non activée : 1 à 3 évaluations",
        ActivityCategory.Active => "Active : moins de 2 mois",
        ActivityCategory.Inactive => "Inactive : de 2 à 6 mois",
        ActivityCategory.Dropped => "Abandonnée : plus de 6 mois",
    };
}
