using F = Beffroi.Detection.AccountFeature;

namespace Beffroi.Detection.Tests.Features;

public sealed class ProfileFeaturesTests
{
    static readonly Account Full = new()
    {
        Network = Network.Twitter, Id = "1", Handle = "Horloge_2019", DisplayName = "L’horloge bot 🕰", CreatedAt = Day(0), ObservedAt = Day(200), Posts = 4_000, Followers = 99, Following = 9, Favourites = 399, Listed = 4,
        Verified = false, DefaultProfile = true, DefaultImage = false, BackgroundImage = true, GeoEnabled = false, Location = "Lille", Url = "https://example.org", Description = "Un robot qui donne l’heure, toutes les heures. Par @lou #heure https://example.org ⏰",
    };

    [Fact]
    public void A_feature_is_what_its_summary_says()
    {
        var x = Of(Full);
        Assert.Equal((20f, 100f / 200 * 0.99f), (x[F.PostsPerDay], x[F.FollowersPerDay]));
        Assert.Equal(10f / 100, x[F.FollowingPerFollower], 1e-6f);
        Assert.Equal(400f / 4_001, x[F.FavouritesPerPost], 1e-6f);
        Assert.Equal(5f / 100, x[F.ListedPerFollower], 1e-6f);
        Assert.Equal((200f, 0f, 1f), (x[F.Age], x[F.Verified], x[F.DefaultProfile]));
        Assert.Equal((12f, 4f, 4f), (x[F.HandleLength], x[F.HandleDigits], x[F.HandleDigitTail]));
        Assert.Equal(1f / 7, x[F.HandleCapitals], 1e-6f);
        Assert.Equal((15f, 3f, 1f), (x[F.NameLength], x[F.NameWords], x[F.NameSaysBot]));
        Assert.Equal((1f, 1f, 1f, 1f), (x[F.DescriptionLinks], x[F.DescriptionMentions], x[F.DescriptionHashtags], x[F.DescriptionEmoji]));
        // "robot" and "toutes les heures".
        Assert.Equal(2f, x[F.DescriptionSaysBot]);
    }

    [Fact]
    public void What_is_not_given_is_missing_in_every_feature_that_rests_on_it_and_nowhere_else()
    {
        var whole = Of(Full);
        Assert.All(Enum.GetValues<F>().Where(f => f < F.TimelinePosts && f != F.HandleLikelihood), f => Assert.False(float.IsNaN(whole[f]), $"{f} is missing from a full account."));
        Lost(Full with { Favourites = null }, F.Favourites, F.FavouritesPerDay, F.FavouritesPerPost, F.FavouritesPerFollower);
        Lost(Full with { Listed = null }, F.Listed, F.ListedPerDay, F.ListedPerFollower);
        Lost(Full with { ObservedAt = null }, F.Age, F.PostsPerDay, F.FollowersPerDay, F.FollowingPerDay, F.FavouritesPerDay, F.ListedPerDay);
        Lost(Full with { Verified = null }, F.Verified);
        Lost(Full with { DefaultProfile = null }, F.DefaultProfile);
        Lost(Full with { Description = null }, [.. Enum.GetValues<F>().Where(f => f.ToString().StartsWith("Description", StringComparison.Ordinal))]);
        Lost(Full with { DisplayName = null }, [.. Enum.GetValues<F>().Where(f => f.ToString().StartsWith("Name", StringComparison.Ordinal))]);
        Lost(Full with { Location = null }, F.LocationGiven);

        void Lost(Account account, params F[] features)
        {
            var x = Of(account);
            Assert.Equal(features.Order(), Enum.GetValues<F>().Where(f => f < F.TimelinePosts && float.IsNaN(x[f]) && !float.IsNaN(whole[f])).Order());
            Assert.All(Enum.GetValues<F>().Where(f => f < F.TimelinePosts && !features.Contains(f)), f => Assert.Equal(whole[f], x[f]));
        }
    }

    [Fact]
    public void An_account_of_which_nothing_is_known_has_no_feature() =>
        Assert.All(Enum.GetValues<F>(), f => Assert.True(float.IsNaN(Of(new() { Network = Network.Other, Id = "9" })[f]), $"{f} has a value."));

    [Fact]
    public void An_empty_description_is_a_description()
    {
        var x = Of(Full with { Description = "" });
        Assert.Equal((0f, 0f), (x[F.DescriptionLength], x[F.DescriptionSaysBot]));
    }

    [Fact]
    public void Neither_the_identifier_nor_the_dates_themselves_change_a_feature()
    {
        var later = Full with { Id = "999999999999", CreatedAt = Full.CreatedAt!.Value.AddYears(7), ObservedAt = Full.CreatedAt!.Value.AddYears(7).AddDays(200) };
        Assert.Equal(Of(Full).Values, Of(later).Values);
    }

    [Theory]
    [InlineData("McGucket_bot", true)]
    [InlineData("quoteBot", true)]
    [InlineData("haikubots", true)]
    [InlineData("bot_de_lille", true)]
    [InlineData("horse_ebooks", true)]
    [InlineData("everyword", true)]
    [InlineData("abottle", false)]
    [InlineData("bothanie", false)]
    [InlineData("roberta", false)]
    public void A_handle_says_that_it_is_a_program(string handle, bool says) => Assert.Equal(says ? 1f : 0f, Of(Full with { Handle = handle })[F.HandleSaysBot]);

    [Fact]
    public void Handles_like_those_of_people_are_likelier_than_random_ones()
    {
        var people = HandleLikelihood.Learn(["marie_durand", "lou.martin", "camille_petit", "jean_dupont", "sarah_leroy", "thomas_moreau", "anne_martin", "paul_simon"]);
        Assert.True(people.Of("martine_du") > people.Of("xq7zkvw2jp"));
        // By hand: 29 symbols, each pair once more than seen; nothing begins by z, so its row is even.
        Assert.Equal(Math.Log(1.0 / 29), HandleLikelihood.Learn([]).Of("zz"), 1e-6);
    }

    static DateTimeOffset Day(int day) => new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day);

    static FeatureValues Of(Account account) => FeatureValues.Of(account);
}
