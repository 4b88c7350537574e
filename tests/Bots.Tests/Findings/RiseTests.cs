using Beffroi.Bots.Alerting;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Tests.Findings;

public sealed class RiseTests
{
    static readonly DateTimeOffset Now = PlantedWatch.Now;

    [Theory, ClassData(typeof(Engines))]
    public async Task B17_A_rise_is_told_when_a_count_grew_beyond_its_threshold_between_two_readings(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var watch = new PlantedWatch(ChatWorld.Ministry.Id);
        var rising = watch.Post("auteur", Now.AddHours(-2), "Une phrase qui monte", counts: new(Likes: 50, Reposts: 3, Quotes: 0, Replies: 1));
        await watch.Plant(site);
        await site.Look();
        Assert.Empty(site.ReadBots(db => db.Findings.ToList()));

        // Exactly the thresholds: 100 likes, 10 reposts, 10 quotes, 100 replies are no rise.
        await Counts(site, rising.Seq, 150, 13, 10, 101);
        Assert.Empty(site.ReadBots(db => db.Findings.ToList()));

        // One repost more than ten, since the last reading.
        await Counts(site, rising.Seq, 150, 24, 10, 101);
        var found = site.ReadBots(db => db.Findings.OrderBy(f => f.Subject).ToList());
        Assert.Equal([$"post:{rising.Seq}:Reposts", $"term:{watch.Term.Id}:Reposts"], found.Select(f => f.Subject));
        var reason = FindingReason.Of(found[0]);
        Assert.Equal((11L, RisingCount.Reposts, 10L, "Une phrase qui monte"), (reason.Growth!.Value, reason.Count!.Value, reason.Threshold!.Value, reason.Label));
        Assert.All(Langs.All, l => Assert.Contains("11", reason.Sentence(l), StringComparison.Ordinal));

        // It goes on: nobody has closed it yet, so nothing more is told.
        await Counts(site, rising.Seq, 150, 60, 10, 101);
        Assert.Equal(2, site.ReadBots(db => db.Findings.Count()));

        await site.Write<BotsDb>(db => db.Findings.ToList().ForEach(f => f.ClosedAt = Now));
        await Counts(site, rising.Seq, 150, 90, 10, 101);
        Assert.Equal(4, site.ReadBots(db => db.Findings.Count()));
    }

    [Fact]
    public async Task What_a_reading_does_not_give_hides_no_rise_and_makes_none()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var watch = new PlantedWatch(ChatWorld.Ministry.Id);
        var post = watch.Post("auteur", Now.AddHours(-2), "Une phrase", counts: new(Likes: 10, Reposts: 5));
        await watch.Plant(site);
        await site.Look();

        await Counts(site, post.Seq, null, 5, null, null);
        Assert.Empty(site.ReadBots(db => db.Findings.ToList()));

        // 111 since the last time that likes were given.
        await Counts(site, post.Seq, 121, 5, null, null);
        Assert.Contains(site.ReadBots(db => db.Findings.ToList()), f => string.Equals(f.Subject, $"post:{post.Seq}:Likes", StringComparison.Ordinal) && FindingReason.Of(f).Growth == 111);
    }

    static async Task Counts(SiteUnderTest site, long seq, long? likes, long? reposts, long? quotes, long? replies)
    {
        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.Write<BotsDb>(db =>
        {
            var post = db.Posts.Single(p => p.Seq == seq);
            (post.Likes, post.Reposts, post.Quotes, post.Replies) = (likes, reposts, quotes, replies);
        });
        Assert.Equal(1, await site.Look());
    }
}
