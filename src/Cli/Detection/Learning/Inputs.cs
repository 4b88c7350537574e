using System.Collections.Immutable;
using Beffroi.Detection;
using F = Beffroi.Detection.AccountFeature;

namespace Beffroi.Cli.Detection.Learning;

/// <summary>
/// Which features each tier learns from, chosen on sets left out (docs/detection-model.md). Counts of followers, posts and lists are not among them:
/// they tell one labelled set from another rather than programs from people.
/// </summary>
static class Inputs
{
    public static readonly ImmutableArray<int> Profile = Of(
        F.FollowingPerFollower, F.FavouritesPerPost, F.FollowersPerPost, F.FollowingPerPost, F.FavouritesPerFollower, F.ListedPerFollower,
        F.PostsPerDay, F.FollowingPerDay, F.FavouritesPerDay, F.ListedPerDay, F.Following, F.Favourites,
        F.Verified, F.DefaultProfile, F.DefaultImage, F.BackgroundImage,
        F.HandleSaysBot, F.NameSaysBot, F.DescriptionSaysBot, F.HandleDigitTail, F.DescriptionLength);

    public static readonly ImmutableArray<int> Timeline =
    [
        .. Range(F.TimelinePostsPerDay, F.PromptLeaks), .. Range(F.DescriptionLength, F.DescriptionCalls), .. Of(F.NameHandleLikeness, F.HandleDigitTail, F.HandleLikelihood, F.NameWords),
    ];

    /// <summary>Features that come and go together, with the field of the source that gives them.</summary>
    public static readonly ImmutableArray<ImmutableArray<int>> Together =
    [
        Of(F.Age, F.PostsPerDay, F.FollowersPerDay, F.FollowingPerDay, F.FavouritesPerDay, F.ListedPerDay),
        Of(F.Favourites, F.FavouritesPerDay, F.FavouritesPerPost, F.FavouritesPerFollower),
        Of(F.Listed, F.ListedPerDay, F.ListedPerFollower),
        Of(F.Verified),
        Of(F.DefaultProfile, F.BackgroundImage),
        Of(F.DefaultImage),
        Range(F.NameLength, F.NameSaysBot),
        Range(F.DescriptionLength, F.DescriptionCalls),
    ];

    static ImmutableArray<int> Of(params ReadOnlySpan<F> features) => [.. features.ToArray().Select(f => (int)f)];

    static ImmutableArray<int> Range(F first, F last) => [.. Enumerable.Range((int)first, last - first + 1)];
}
