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
}
