using Beffroi.Bots.Clustering;
using Beffroi.Detection;

namespace Beffroi.Bots.Tests.Findings;

/// <summary>Evidence of a group, without posts and accounts that are let go of.</summary>
public sealed class EvidenceCutTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);
    static readonly HashSet<Guid> Nobody = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_goes_all_that_stays_is_held_by_a_post_that_stays(int seed)
    {
        var posts = Busy(seed);
        var evidence = Assert.Single(CoordinatedGroups.Of(posts)).Evidence;
        Assert.NotEmpty(evidence.Copies);
        Assert.NotEmpty(evidence.NearCopies);
        var chance = new Random(seed);
        for (var trial = 0; trial < 40; trial++)
        {
            var left = evidence;
            var stay = posts.ToList();
            // In several times, as deletions come.
            for (var turn = 0; turn < 3; turn++)
            {
                var gone = stay.Where(_ => chance.Next(4 + trial) == 0).ToList();
                var away = chance.Next(3) == 0 ? WatchPost.AccountOf(stay[chance.Next(stay.Count)].AccountId) : Guid.NewGuid();
                gone.AddRange(stay.Where(p => WatchPost.AccountOf(p.AccountId) == away));
                stay = [.. stay.Except(gone)];
                left = left.Without([.. gone.Select(Gone)], new HashSet<Guid> { away });
            }

            var names = posts.Except(stay).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
            var held = stay.Select(p => (WatchPost.AccountOf(p.AccountId), p.CreatedAt.ToUnixTimeSeconds())).ToHashSet();
            Assert.DoesNotContain(left.Top, t => names.Contains(t.What));
            Assert.All(left.Top, t =>
            {
                Assert.All(t.Shares, s => Assert.Contains((s.Account, s.Second), held));
                Assert.True(t.Members >= 2 && t.Count >= t.Shares.Count && t.Members >= t.Shares.Select(s => s.Account).Distinct().Count());
            });
            var words = stay.Select(p => p.Text!.Trim()).ToHashSet(StringComparer.Ordinal);
            Assert.All(left.Copies.Concat(left.NearCopies), c => Assert.Contains(c.Text, words));
            Assert.All(left.Copies, c => Assert.All(c.Accounts, a => Assert.Contains(stay, p => WatchPost.AccountOf(p.AccountId) == a && string.Equals(p.Text!.Trim(), c.Text, StringComparison.Ordinal))));
            Assert.All(left.Copies.Concat(left.NearCopies), c => Assert.True(c.Accounts.Count >= 2 && c.Posts >= c.Accounts.Count));
        }
    }

    [Fact]
    public void What_nothing_is_let_go_of_stays_as_it_is()
    {
        var posts = Busy(7);
        var evidence = Assert.Single(CoordinatedGroups.Of(posts)).Evidence;

        Assert.Equal(evidence.ToJson(), evidence.Without([], Nobody).ToJson());
        Assert.Equal(evidence.ToJson(), evidence.Without([Gone(Said(99_999, 77, 4_000_000, "ailleurs"))], new HashSet<Guid> { Guid.NewGuid() }).ToJson());
    }

    [Fact]
    public void When_all_goes_nobody_and_no_word_is_left()
    {
        var posts = Busy(8);
        var left = Assert.Single(CoordinatedGroups.Of(posts)).Evidence.Without([.. posts.Select(Gone)], Nobody);

        Assert.Empty(left.Top);
        Assert.Empty(left.Copies);
        Assert.Empty(left.NearCopies);
    }

    static GonePost Gone(Post post) => new(WatchPost.AccountOf(post.AccountId), post.Id, post.CreatedAt, post.Text);

    static string Key(int account) => WatchPost.Key(new(account, 0, 0, new byte[8]));

    static Post Said(int number, int account, double second, string text, string? repostOf = null) =>
        new() { Id = $"p{number}", AccountId = Key(account), CreatedAt = Start.AddSeconds(second), Text = text, RepostOf = repostOf };

    // A group that repeats, copies and rewords among people who talk; some of what it repeats is among the posts.
    static List<Post> Busy(int seed)
    {
        var chance = new Random(seed);
        List<Post> posts = [.. Enumerable.Range(0, 400).Select(at => Said(at, chance.Next(80), chance.Next(7 * 86_400), $"Une phrase de quelqu’un sur le sujet numéro {at}", chance.Next(3) == 0 ? $"p{chance.Next(60)}" : null))];
        for (var thing = 0; thing < 12; thing++)
        {
            for (var member = 900; member < 906; member++)
            {
                posts.Add(Said(10_000 + (thing * 20) + member, member, (thing * 40_000) + ((member - 900) * 5), "", $"p{thing}"));
                var text = thing % 2 == 0 ? $"Les banques ferment demain matin dans la ville numéro {thing}" : $"Sortez tout votre argent avant midi dans la ville numéro {thing} {new string('!', member - 899)}";
                posts.Add(Said(20_000 + (thing * 20) + member, member, (thing * 40_000) + 7000 + ((member - 900) * 5), text));
            }
        }

        return posts;
    }
}
