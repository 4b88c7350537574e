using System.Collections.Immutable;
using System.Text;

namespace Beffroi.Detection;

/// <summary>
/// The 21 features of the bot finder of the French ambassador for digital affairs (2021-2022), close to the 20 of Yang et al. (2020), in its order. Kept for
/// comparison. Unlike the original, what the source does not give is NaN: never a constant.
/// </summary>
public static class BotFinderFeatures
{
    /// <summary>Names, in order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "statuses_count", "followers_count", "favourites_count", "friends_count", "listed_count", "default_profile", "profile_use_background_image", "verified", "age",
        "tweet_frequence", "followers_growth_rate", "friends_growth_rate", "favourites_growth_rate", "listed_growth_rate", "friends_followers_ratio", "followers_friend_ratio",
        "name_length", "screenname_length", "name_digits", "screen_name_digits", "description_length",
    ];

    /// <summary>The features of an account: age is whole days from creation to observation, plus 1; growths are counts by day of age; lengths are in characters (code points).</summary>
    /// <param name="account">The account.</param>
    /// <returns>21 values in the order of <see cref="Names"/>; NaN where an input is missing.</returns>
    public static double[] Of(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var age = account is { CreatedAt: { } created, ObservedAt: { } observed } && observed >= created ? Math.Floor((observed - created).TotalDays) + 1 : double.NaN;
        var (posts, followers, favourites, following, listed) = (Number(account.Posts), Number(account.Followers), Number(account.Favourites), Number(account.Following), Number(account.Listed));
        return
        [
            posts, followers, favourites, following, listed, Number(account.DefaultProfile), Number(account.BackgroundImage), Number(account.Verified), age,
            posts / age, followers / age, following / age, favourites / age, listed / age, following / (followers + 1), followers / (following + 1),
            Length(account.DisplayName), Length(account.Handle), Digits(account.DisplayName), Digits(account.Handle), Length(account.Description),
        ];
    }

    static double Number(long? count) => count ?? double.NaN;

    static double Number(bool? flag) => flag is { } known ? known ? 1 : 0 : double.NaN;

    static double Length(string? text) => text is null ? double.NaN : text.EnumerateRunes().Count();

    static double Digits(string? text) => text is null ? double.NaN : text.EnumerateRunes().Count(Rune.IsDigit);
}
