using System.Security.Cryptography;
using Beffroi.Bots.Scoring;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Tests.Engine;

/// <summary>The model at work, and when a score is worth a point of history.</summary>
public sealed class ScoringTests
{
    static readonly AccountScoring Scoring = new(new());

    [Fact]
    public void The_model_is_the_one_of_the_repository_and_says_which() =>
        Assert.StartsWith(Scoring.ModelName, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Repository.Root, "models/automation.beffroi")))), StringComparison.Ordinal);

    [Fact]
    public void Only_the_last_two_hundred_posts_count_in_whatever_order_they_are_given()
    {
        var world = new Invented(seed: 30, accounts: 1, posts: 260);
        var posts = world.Posts.Select(p => p.Post).ToArray();
        var last = posts.OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id, StringComparer.Ordinal).Take(200).ToArray();
        using var file = File.OpenRead(Path.Combine(Repository.Root, "models/automation.beffroi"));
        var expected = AutomationModel.Read(file).Score(world.Accounts[0], last, 0.3);

        new Random(31).Shuffle(posts);

        Assert.Equal(expected, Scoring.Score(world.Accounts[0], posts, 0.3));
        Assert.Equal(expected, Scoring.Explain(world.Accounts[0], posts, 0.3).Score);
        Assert.Equal(expected.LogOdds, Scoring.Score(world.Accounts[0], posts).LogOdds);
        Assert.Equal(0.1, Scoring.Score(world.Accounts[0], posts).Prior);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    public void A_share_of_programs_that_is_none_stops_the_site_at_its_start(double prior) =>
        Assert.Throws<InvalidOperationException>(() => new ScoringSettings { Prior = prior }.Checked());

    [Fact]
    public async Task The_history_of_an_account_has_a_point_when_its_score_moved()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var source = await Invented.Watch(site);
        var world = new Invented(seed: 32, accounts: 5, posts: 150);
        var expected = new Dictionary<string, List<(long Posts, double LogOdds, AutomationClass Class, ScoreDoubt Doubt)>>(StringComparer.Ordinal);
        for (var sent = 10; sent <= 150; sent += 10)
        {
            await Invented.Append(site, source.Id, [.. world.Posts.Skip(sent - 10).Take(10)]);
            site.Clock.Advance(TimeSpan.FromHours(1));
            await FoldTests.CatchUp(site);
            foreach (var account in world.Accounts.Where(a => world.Posts.Skip(sent - 10).Take(10).Any(p => p.Post.AccountId == a.Id)))
            {
                var own = world.Posts.Take(sent).Where(p => p.Post.AccountId == account.Id).Select(p => p.Post with { Urls = [.. p.Post.Urls!.Select(CanonicalUrl.Of).OfType<string>()] }).ToList();
                var score = Scoring.Model.Score(account, own, 0.1);
                var points = expected.TryGetValue(account.Id, out var known) ? known : expected[account.Id] = [];
                if (points.Count == 0 || points[^1].Class != score.Class || points[^1].Doubt != score.Doubt || Math.Abs(points[^1].LogOdds - score.LogOdds) >= 0.25)
                {
                    points.Add((own.Count, score.LogOdds, score.Class, score.Doubt));
                }
            }
        }

        Assert.Contains(expected.Values, points => points.Count > 1);
        foreach (var account in world.Accounts)
        {
            var id = site.ReadBots(db => db.Accounts.Single(a => a.NativeId == account.Id).Id);
            Assert.Equal(expected[account.Id], site.ReadBots(db => db.Scores.Where(s => s.AccountId == id).OrderBy(s => s.At).AsEnumerable()
                .Select(s => ((long)s.Posts, s.LogOdds, s.Class, s.Doubt)).ToList()));
        }
    }

    [Fact]
    public async Task What_a_score_rests_on_can_be_read_again_and_gives_the_score_that_is_kept()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var source = await Invented.Watch(site);
        await Invented.Append(site, source.Id, new Invented(seed: 33, accounts: 4, posts: 80).Posts);
        await FoldTests.CatchUp(site);
        await using var scope = site.Scope();
        var db = scope.ServiceProvider.GetRequiredService<BotsDb>();
        foreach (var account in await db.Accounts.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken))
        {
            var evidence = await AccountEvidence.Of(db, account.Id, TestContext.Current.CancellationToken);
            Assert.Equal(account.Probability, Scoring.Score(evidence!).Probability);
        }

        Assert.Null(await AccountEvidence.Of(db, Guid.NewGuid(), TestContext.Current.CancellationToken));
    }
}
