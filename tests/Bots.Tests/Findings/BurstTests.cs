using Beffroi.Bots.Alerting;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Tests.Findings;

public sealed class BurstTests
{
    static readonly DateTimeOffset Now = PlantedWatch.Now;

    [Theory, ClassData(typeof(Engines))]
    public async Task B17_An_hour_that_the_pace_before_does_not_explain_is_told_once_for_the_watch_and_its_term(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var watch = new PlantedWatch(ChatWorld.Ministry.Id);
        watch.Post("auteur", Now.AddHours(-3), "Une phrase");
        await watch.Plant(site);
        await Volumes(site, watch.Watch.Id, Guid.Empty, hour => hour == -3 ? 90 : 5);
        await Volumes(site, watch.Watch.Id, watch.Term.Id, _ => 5);

        await site.Look();

        var burst = Assert.Single(site.ReadBots(db => db.Findings.ToList()));
        Assert.Equal((FoundKind.Burst, "watch", Now.AddHours(-3)), (burst.Kind, burst.Subject, burst.At));
        var reason = FindingReason.Of(burst);
        Assert.Equal(90, reason.Posts);
        Assert.InRange(reason.Expected!.Value, 4.9, 5.1);
        Assert.All(Langs.All, l => Assert.Contains("90", reason.Sentence(l), StringComparison.Ordinal));

        // Nothing new: the next hours tell it no second time.
        site.Clock.Advance(TimeSpan.FromHours(2));
        await site.Look();
        Assert.Single(site.ReadBots(db => db.Findings.ToList()));
    }

    [Fact]
    public async Task An_hour_that_is_not_over_and_hours_without_a_row_make_no_burst()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var watch = new PlantedWatch(ChatWorld.Ministry.Id);
        watch.Post("auteur", Now.AddHours(-3), "Une phrase");
        await watch.Plant(site);
        await Volumes(site, watch.Watch.Id, Guid.Empty, hour => hour == 0 ? 500 : hour % 2 == 0 ? 0 : 6);

        await site.Look();

        Assert.Empty(site.ReadBots(db => db.Findings.ToList()));
    }

    static Task Volumes(SiteUnderTest site, Guid watch, Guid term, Func<int, long> posts) => site.Write<BotsDb>(db => db.AddRange(
        Enumerable.Range(-120, 121).Where(hour => posts(hour) > 0).Select(hour => new WatchVolume { WatchId = watch, TermId = term, Hour = Now.AddHours(hour), Posts = posts(hour) })));
}
