namespace Beffroi.Detection.Tests;

/// <summary>Formulas of the original, on invented accounts; expected figures are worked out by hand.</summary>
public sealed class BotFinderFeaturesTests
{
    static readonly Account Invented = new()
    {
        Network = Network.Twitter,
        Id = "1",
        Handle = "lucie2048_x",
        DisplayName = "Lucie 7 é",
        CreatedAt = new(2020, 1, 1, 12, 0, 0, TimeSpan.Zero),
        ObservedAt = new(2020, 1, 10, 11, 0, 0, TimeSpan.Zero),
        Posts = 90,
        Followers = 9,
        Following = 40,
        Favourites = 18,
        Listed = 3,
        Verified = false,
        DefaultProfile = true,
        BackgroundImage = true,
        Description = "Fleurs 🌷 !",
    };

    [Theory]
    [InlineData("statuses_count", 90)]
    [InlineData("followers_count", 9)]
    [InlineData("favourites_count", 18)]
    [InlineData("friends_count", 40)]
    [InlineData("listed_count", 3)]
    [InlineData("default_profile", 1)]
    [InlineData("profile_use_background_image", 1)]
    [InlineData("verified", 0)]
    [InlineData("age", 9)] // 8 days and 23 hours: 8 whole days, plus 1
    [InlineData("tweet_frequence", 10)]
    [InlineData("followers_growth_rate", 1)]
    [InlineData("friends_growth_rate", 40.0 / 9)]
    [InlineData("favourites_growth_rate", 2)]
    [InlineData("listed_growth_rate", 3.0 / 9)]
    [InlineData("friends_followers_ratio", 4)]
    [InlineData("followers_friend_ratio", 9.0 / 41)]
    [InlineData("name_length", 9)]
    [InlineData("screenname_length", 11)]
    [InlineData("name_digits", 1)]
    [InlineData("screen_name_digits", 4)]
    [InlineData("description_length", 10)]
    public void Each_formula_is_the_original_s(string name, double expected) =>
        Assert.Equal(expected, BotFinderFeatures.Of(Invented)[BotFinderFeatures.Names.IndexOf(name)], 1e-12);

    [Fact]
    public void They_are_21() => Assert.Equal(21, BotFinderFeatures.Names.Length);

    [Fact]
    public void An_account_of_which_nothing_is_given_has_nothing() =>
        Assert.All(BotFinderFeatures.Of(new() { Network = Network.Other, Id = "" }), value => Assert.True(double.IsNaN(value)));

    [Fact]
    public void An_account_seen_on_its_first_day_has_age_1() =>
        Assert.Equal(1, BotFinderFeatures.Of(Invented with { ObservedAt = Invented.CreatedAt })[8]);

    [Fact]
    public void One_missing_input_silences_what_needs_it_and_nothing_else()
    {
        var missing = BotFinderFeatures.Of(Invented with { Followers = null });
        Assert.Equal(["followers_count", "followers_growth_rate", "friends_followers_ratio", "followers_friend_ratio"],
            BotFinderFeatures.Names.Where((_, i) => double.IsNaN(missing[i])));
    }
}
