using Beffroi.Bots.Clustering;
using Beffroi.Detection;

namespace Beffroi.Bots.Tests.Findings;

public sealed class CoordinatedGroupsTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);

    static string Key(int account) => WatchPost.Key(new(account, 0, 0, new byte[8]));

    static Post Said(int number, int account, double second, string text, string? repostOf = null) =>
        new() { Id = $"p{number}", AccountId = Key(account), CreatedAt = Start.AddSeconds(second), Text = text, RepostOf = repostOf };

    [Fact]
    public void B11_The_exact_rule_is_the_same_text_by_two_accounts_without_reposts()
    {
        var posts = new List<Post>();
        string[] phrases = ["Les banques ferment demain, sortez votre argent", "Il fait beau sur la côte", "Personne ne vous dit la vérité sur ce vote"];
        var chance = new Random(3);
        for (var at = 0; at < 300; at++)
        {
            var phrase = phrases[chance.Next(3)];
            posts.Add(Said(at, chance.Next(40), chance.Next(500_000), chance.Next(4) == 0 ? $"{phrase} {at}" : chance.Next(5) == 0 ? "  " + phrase + " " : phrase, chance.Next(6) == 0 ? "source" : null));
        }

        var accounts = posts.Select(p => p.AccountId).ToHashSet(StringComparer.Ordinal);
        var found = CopiedTexts.Of(posts).Among(accounts, exact: true);

        // By hand: each pair of posts looked at.
        var expected = posts.Where(p => p.RepostOf is null).Select(p => p.Text!.Trim()).Distinct(StringComparer.Ordinal)
            .Select(text => (text, Who: posts.Where(p => p.RepostOf is null && string.Equals(p.Text!.Trim(), text, StringComparison.Ordinal)).Select(p => p.AccountId).Distinct(StringComparer.Ordinal).Count()))
            .Where(t => t.Who > 1).OrderBy(t => t.text, StringComparer.Ordinal);
        Assert.Equal(expected, found.Select(f => (f.Text, f.Accounts.Count)).OrderBy(t => t.Text, StringComparer.Ordinal));
    }

    [Fact]
    public void B11_Reworded_copies_are_found_beside_exact_ones()
    {
        Post[] posts =
        [
            Said(1, 1, 0, "Les banques ferment demain, sortez tout votre argent avant midi"), Said(2, 2, 5, "Les banques ferment demain, sortez tout votre argent avant 11 h"),
            Said(3, 3, 9, "Les banques ferment demain !! sortez tout votre argent avant midi"), Said(4, 4, 20, "Rien à voir, une recette de tarte aux pommes et aux noix"),
        ];
        var near = Assert.Single(CopiedTexts.Of(posts).Among(posts.Select(p => p.AccountId).ToHashSet(StringComparer.Ordinal), exact: false));
        Assert.Equal(3, near.Accounts.Count);
        Assert.Empty(CopiedTexts.Of(posts).Among(posts.Select(p => p.AccountId).ToHashSet(StringComparer.Ordinal), exact: true));
    }

    [Fact]
    public void B11_A_planted_group_is_found_whole_and_alone_and_the_order_of_posts_changes_nothing()
    {
        var posts = People(seed: 11);
        for (var thing = 0; thing < 10; thing++)
        {
            for (var member = 900; member < 906; member++)
            {
                posts.Add(Said(10_000 + (thing * 10) + member, member, (thing * 40_000) + ((member - 900) * 5), "", $"source{thing}"));
            }
        }

        var group = Assert.Single(CoordinatedGroups.Of(posts));
        Assert.Equal(Enumerable.Range(900, 6).Select(a => WatchPost.AccountOf(Key(a))).Order(), group.Members.Select(m => m.Account).Order());
        // The first always comes before the others, the last always after.
        Assert.Contains((WatchPost.AccountOf(Key(900)), ClusterRole.FirstMover), group.Members);
        Assert.Contains((WatchPost.AccountOf(Key(905)), ClusterRole.Amplifier), group.Members);

        var mixed = posts.ToArray();
        new Random(5).Shuffle(mixed);
        Assert.Equal(group.Evidence.ToJson(), Assert.Single(CoordinatedGroups.Of(mixed)).Evidence.ToJson());
    }

    [Fact]
    public void B11_People_who_repeat_the_same_popular_posts_at_their_own_hours_are_no_group() =>
        Assert.All(Enumerable.Range(0, 5), seed => Assert.Empty(CoordinatedGroups.Of(People(seed))));

    static List<Post> People(int seed)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, 1500).Select(at => Said(at, chance.Next(150), chance.Next(7 * 86_400), "", $"source{chance.Next(60)}"))];
    }
}
