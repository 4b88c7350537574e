namespace Beffroi.Detection;

/// <summary>The features of an account, in the order of <see cref="AccountFeature"/>.</summary>
public static class AccountFeatures
{
    /// <summary>Number of features of the profile: those from <see cref="AccountFeature.Posts"/> to <see cref="AccountFeature.LocationGiven"/>.</summary>
    public const int ProfileCount = (int)AccountFeature.LocationGiven + 1;

    /// <summary>Number of features, profile and posts.</summary>
    public const int Count = (int)AccountFeature.PromptLeaks + 1;

    /// <summary>Computes every feature; what is not given is NaN.</summary>
    /// <param name="account">The account.</param>
    /// <param name="posts">Its posts in any order; null or none when they are not given.</param>
    /// <param name="handles">What a person's handle looks like; without it <see cref="AccountFeature.HandleLikelihood"/> is missing.</param>
    /// <param name="features">Receives <see cref="Count"/> values.</param>
    /// <exception cref="ArgumentException"><paramref name="features"/> has another length.</exception>
    public static void Fill(Account account, IReadOnlyList<Post>? posts, HandleLikelihood? handles, Span<float> features)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (features.Length != Count)
        {
            throw new ArgumentException($"{Count} values are needed, there is room for {features.Length}.", nameof(features));
        }

        ProfileFeatures.Fill(account, handles, features);
        if (posts is { Count: > 0 })
        {
            TimelineFeatures.Fill(posts, features);
        }
        else
        {
            features[ProfileCount..].Fill(float.NaN);
        }
    }
}
