using Beffroi.Bots.Signs;
using Beffroi.Detection;
using CsCheck;

namespace Beffroi.Bots.Tests.Findings;

public sealed class TypologyRulesTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    static readonly Account Plain = new() { Network = Network.Twitter, Id = "1", Handle = "quelqu_un", Protected = false, ObservedAt = Now };

    static Post Said(int number, string text, DateTimeOffset at, string? repostOf = null, string? replyTo = null, string? language = null) =>
        new() { Id = $"p{number}", AccountId = "1", CreatedAt = at, Text = text, RepostOf = repostOf, ReplyTo = replyTo, Language = language };

    static Typology[] Signs(Account profile, IReadOnlyList<Post> posts, int? twins = null) => [.. TypologyRules.Of(AccountFigures.Of(profile, posts, twins, Now)).Select(s => s.Kind)];

    [Theory]
    [InlineData(20, 18, true)]
    [InlineData(20, 17, false)]
    [InlineData(19, 19, false)]
    [InlineData(200, 180, true)]
    public void B9_An_amplifier_nearly_always_repeats_on_enough_posts(int posts, int reposts, bool isSign) =>
        Assert.Equal(isSign, Signs(Plain, [.. Enumerable.Range(0, posts).Select(i => Said(i, "x", Now.AddHours(-i), i < reposts ? $"s{i}" : null))]).Contains(Typology.Amplifier));

    // The rule of 2019 (B2): at most 15 posts, 3 followed for a follower, created within the month. Followers 0 with followed above 0 passes; 0 / 0 fails; what is missing decides nothing.
    [Theory]
    [InlineData(10, 15L, 30L, 10L, true)]
    [InlineData(10, 16L, 30L, 10L, false)]
    [InlineData(10, 15L, 29L, 10L, false)]
    [InlineData(31, 15L, 30L, 10L, false)]
    [InlineData(10, 0L, 1L, 0L, true)]
    [InlineData(10, 0L, 0L, 0L, false)]
    [InlineData(10, null, 30L, 10L, false)]
    [InlineData(null, 5L, 30L, 10L, false)]
    public void B9_A_dormant_account_is_young_quiet_and_one_sided(int? days, long? posts, long? following, long? followers, bool isSign) =>
        Assert.Equal(isSign, Signs(Plain with { CreatedAt = days is { } d ? Now.AddDays(-d) : null, Posts = posts, Following = following, Followers = followers }, []).Contains(Typology.Dormant));

    [Theory]
    [InlineData(5, 5, "https://exemple.fr", true)]
    [InlineData(4, 0, "https://exemple.fr", false)]
    [InlineData(5, 6, "https://exemple.fr", false)]
    [InlineData(5, 5, null, false)]
    public void B9_A_seducer_says_the_same_to_many_and_shows_a_link(int same, int others, string? url, bool isSign) =>
        Assert.Equal(isSign, Signs(Plain with { Url = url },
        [
            .. Enumerable.Range(0, same).Select(i => Said(i, i % 2 == 0 ? "Coucou, comment ça va ?" : "coucou comment ça va", Now.AddHours(-i), replyTo: $"r{i}")),
            .. Enumerable.Range(0, others).Select(i => Said(100 + i, $"Réponse longue et différente numéro {i}", Now.AddDays(-i), replyTo: $"o{i}")),
        ]).Contains(Typology.Seducer));

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(null, false)]
    public void B9_A_siamese_account_shares_its_description(int? twins, bool isSign) => Assert.Equal(isSign, Signs(Plain, [], twins).Contains(Typology.Siamese));

    [Theory]
    [InlineData(120, "fr", "ru", true)]
    [InlineData(120, "fr", "fr", false)]
    [InlineData(60, "fr", "ru", false)]
    [InlineData(120, "fr", null, false)]
    public void B9_A_recycled_account_comes_back_in_another_language(int silence, string before, string? after, bool isSign) =>
        Assert.Equal(isSign, Signs(Plain,
        [
            .. Enumerable.Range(0, 12).Select(i => Said(i, "ancien", Now.AddDays(-silence).AddHours(-i), language: before)),
            .. Enumerable.Range(0, 12).Select(i => Said(50 + i, "nouveau", Now.AddHours(-i), language: after)),
        ]).Contains(Typology.Recycled));

    [Fact]
    public void B9_A_recycled_account_comes_back_with_other_hashtags()
    {
        Post[] posts =
        [
            .. Enumerable.Range(0, 12).Select(i => Said(i, $"#foot{(char)('a' + (i % 6))}", Now.AddDays(-200).AddHours(-i))),
            .. Enumerable.Range(0, 12).Select(i => Said(50 + i, $"#vote{(char)('a' + (i % 6))}", Now.AddHours(-i))),
        ];
        Assert.Contains(Typology.Recycled, Signs(Plain, posts));
        Assert.DoesNotContain(Typology.Recycled, Signs(Plain, [.. posts, Said(99, "#foota", Now)]));
    }

    [Fact]
    public void B9_An_organisation_says_so_and_is_verified_or_followed()
    {
        var ministry = Plain with { DisplayName = "Ministère des essais", Description = "Compte officiel", Url = "https://exemple.fr" };
        Assert.DoesNotContain(Typology.Organisation, Signs(ministry, []));
        Assert.Contains(Typology.Organisation, Signs(ministry with { Verified = true }, []));
        Assert.Contains(Typology.Organisation, Signs(ministry with { Followers = 1000, Following = 100 }, []));
        Assert.DoesNotContain(Typology.Organisation, Signs(ministry with { Verified = true, Url = null }, []));
        Assert.DoesNotContain(Typology.Organisation, Signs(Plain with { Description = "J’aime les gens", Url = "https://exemple.fr", Verified = true }, []));
    }

    [Fact]
    public void B9_Only_who_declares_it_is_a_declared_bot()
    {
        Assert.Equal([Typology.DeclaredBot], Signs(Plain with { DeclaredBot = true }, []));
        Assert.Empty(Signs(Plain with { DeclaredBot = false, Description = "Je suis un robot" }, []));
    }

    [Fact]
    public void B9_The_order_of_posts_changes_no_sign_and_an_account_of_which_nothing_is_known_has_none()
    {
        Assert.Empty(Signs(new() { Network = Network.Other, Id = "1" }, []));
        var post = Gen.Select(Gen.Int[0, 400], Gen.Bool, Gen.Bool, Gen.OneOf(new[] { "fr", "ru", "en", null! }.Select(Gen.Const).ToArray()), (hour, repost, reply, language) =>
            Said(hour, reply ? "coucou" : "#mot" + (char)('a' + (hour % 7)), Now.AddDays(-hour), repost ? $"s{hour}" : null, reply ? $"r{hour}" : null, language));
        Gen.Select(post.Array[0, 60], Gen.Int).Sample((some, seed) =>
        {
            // Two posts of one instant have no order of their own.
            var posts = some.DistinctBy(p => p.CreatedAt).ToArray();
            var mixed = posts.ToArray();
            new Random(seed).Shuffle(mixed);
            return Signs(Plain with { Url = "x" }, posts).SequenceEqual(Signs(Plain with { Url = "x" }, mixed));
        }, iter: 200);
    }

    [Fact]
    public void B9_Repeating_once_more_never_takes_the_sign_of_an_amplifier_away() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40]).Sample((reposts, own) =>
        {
            Post[] posts = [.. Enumerable.Range(0, reposts).Select(i => Said(i, "x", Now.AddMinutes(-i), $"s{i}")), .. Enumerable.Range(0, own).Select(i => Said(100 + i, "x", Now.AddMinutes(-i)))];
            return !Signs(Plain, posts).Contains(Typology.Amplifier) || Signs(Plain, [.. posts, Said(999, "x", Now, "s999")]).Contains(Typology.Amplifier);
        }, iter: 300);
}
