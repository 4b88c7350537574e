namespace Beffroi.Detection;

/// <summary>The features of an account, in the order of <see cref="AccountFeature"/>.</summary>
public static class AccountFeatures
{
    /// <summary>Number of features of the profile: those from <see cref="AccountFeature.Posts"/> to <see cref="AccountFeature.LocationGiven"/>.</summary>
    public const int ProfileCount = (int)AccountFeature.LocationGiven + 1;

    /// <summary>Number of features, profile and posts.</summary>
    public const int Count = (int)AccountFeature.PromptLeaks + 1;
}
