using Beffroi.Bots.Clustering;
using Beffroi.Bots.Tests.Findings;
using Beffroi.Cli.World;
using Beffroi.Detection;

namespace Beffroi.Bots.Tests.Work;

public sealed class WorldTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<DbEngine> Engines => [.. Enum.GetValues<DbEngine>()];

    [Theory, MemberData(nameof(Engines))]
    public async Task The_demonstration_holds_a_week_of_posts_in_the_order_of_time_a_cluster_and_reviews(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.PlantBots(Ct);
        await site.PlantBots(Ct);

        Assert.Equal(60, site.ReadBots(db => db.Accounts.Count()));
        Assert.InRange(site.ReadBots(db => db.Posts.Count()), 700, 900);
        var times = site.ReadBots(db => db.Posts.OrderBy(p => p.Seq).Select(p => p.At).ToList());
        Assert.All(times, at => Assert.True(at < SiteUnderTest.Start));
        Assert.Equal(site.ReadBots(db => db.Posts.Count()), site.ReadBots(db => db.Matches.Count(m => m.WatchId == WorldBots.Watch)));
        Assert.Equal(24, site.ReadBots(db => db.AccountMatches.Count(m => m.WatchId == WorldBots.OtherWatch)));
        Assert.Equal(24, site.ReadBots(db => db.Members.Count(m => m.ClusterId == WorldBots.Cluster)));
        Assert.Equal(5, site.ReadBots(db => db.Reviews.Count()));
        Assert.True(site.ReadBots(db => db.Accounts.Any(a => a.Class == AutomationClass.Bot)), string.Join(' ', site.ReadBots(db => db.Accounts.Select(a => $"{a.Handle}:{a.Class}:{a.Probability}").ToList())));
        Assert.True(site.ReadBots(db => db.Accounts.Any(a => a.Class == AutomationClass.Human)));
    }

    [Fact]
    public async Task Nothing_is_found_before_it_happened()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        await site.Look();

        Assert.All(site.ReadBots(db => db.Clusters.ToList()), cluster =>
        {
            var evidence = KeptEvidence.Of(cluster);
            Assert.NotEmpty(evidence.Top);
            Assert.True(cluster.FoundAt > evidence.Top[0].Shares[0].At, $"{cluster.FoundAt} {evidence.Top[0].Shares[0].At} {evidence.Top.SelectMany(t => t.Shares).Min(s => s.At)} {string.Join(Environment.NewLine, evidence.French)}");
            Assert.True(DateOnly.FromDateTime(cluster.FoundAt.UtcDateTime) > evidence.Timeline.Min(d => d.Day), $"{cluster.FoundAt} {evidence.Timeline.Min(d => d.Day)}");
            Assert.True(cluster.SeenAt >= cluster.FoundAt);
            var ties = site.ReadBots(db => db.Ties.Where(t => t.WatchId == cluster.WatchId).ToList());
            Assert.All(ties, t => Assert.True(t.FirstAt < cluster.FoundAt, $"{cluster.FoundAt} {t.FirstAt}"));
        });
    }
}
