using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Ads.Tests.Answering;

/// <summary>Which ad is shown to whom, on both engines.</summary>
public sealed class AssigningTests
{
    static readonly bool Long = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1";

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_sooner_wanted_comes_first_then_the_fewest_answers(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.GivenSomeAds(4, changeGroup: (n, group) => (group.Rank, group.Answers, group.Wanted) = n switch { 1 => (0, 1, 3), 2 => (0, 0, 3), 3 => (-1, 2, 3), _ => (0, 3, 3) });
        var shown = new List<Guid?>();
        for (var turn = 0; turn < 4; turn++)
        {
            shown.Add(await site.NextFor("anne"));
            await site.WriteAds(db => db.Pass(GivenAds.Voter("anne"), TestContext.Current.CancellationToken));
        }

        // The fourth has as many answers as are wanted.
        Assert.Equal([GivenAds.Ad(3), GivenAds.Ad(2), GivenAds.Ad(1), null], shown);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task No_more_people_read_an_ad_than_answers_are_wanted_and_a_place_comes_back_when_somebody_leaves(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.GivenSomeAds(1);
        foreach (var name in new[] { "a", "b", "c" })
        {
            Assert.NotNull(await site.NextFor(name));
        }

        Assert.Null(await site.NextFor("d"));
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        await site.Round(round => round.EachMinute(TestContext.Current.CancellationToken));
        Assert.Equal(0, site.ReadAds(db => db.Groups.Single().Promised));
        Assert.NotNull(await site.NextFor("d"));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_hidden_ad_is_not_shown(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.GivenSomeAds(1, change: ad => ad.HiddenAt = SiteUnderTest.Start);
        Assert.Null(await site.NextFor("a"));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task One_person_who_presses_many_times_at_once_is_counted_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.GivenSomeAds(1);
        var takings = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var scope = site.Scope();
            scope.ServiceProvider.GetRequiredService<Kit.Actor>().Act = "annonces.repondre";
            return (await scope.ServiceProvider.GetRequiredService<TakeAnswer>().Take(GivenAds.Ad(1), PoliticalAnswer.Yes, Kit.Lang.French, GivenAds.Voter("a"), null, TestContext.Current.CancellationToken)).Taking;
        })));
        Assert.Equal(1, takings.Count(t => t == Taking.Taken));
        Assert.Equal(7, takings.Count(t => t == Taking.Already));
        Assert.Equal((1, 1), (site.ReadAds(db => db.Answers.Count()), site.ReadAds(db => db.Groups.Single().Answers)));
    }

    [Fact]
    public async Task Five_to_ten_in_a_hundred_have_a_known_answer_and_none_of_them_counts()
    {
        await using var site = await SiteUnderTest.Empty();
        await site.GivenSomeAds(340, gold: 40);
        var draws = Enumerable.Range(0, 1000).SelectMany(person => Enumerable.Range(0, 40).Select(seen => NextAd.IsKnownTurn(GivenAds.Voter($"d{person}"), seen, new AnsweringSettings().GoldPercent))).ToList();
        Assert.InRange((double)draws.Count(d => d) / draws.Count, 0.075, 0.085);
        var (shown, known) = (0, 0);
        for (var person = 0; person < 8; person++)
        {
            for (var turn = 0; turn < 20; turn++)
            {
                var ad = await site.NextFor($"p{person}");
                var number = int.Parse(ad!.Value.ToString()[^12..], System.Globalization.CultureInfo.InvariantCulture);
                await site.AnswerOf(number, $"p{person}", 'n');
                (shown, known) = (shown + 1, known + (number > 300 ? 1 : 0));
            }
        }

        Assert.InRange((double)known / shown, 0.05, 0.10);
        Assert.Equal(known, site.ReadAds(db => db.Answers.Count(a => a.OnGold)));
        Assert.Equal(shown - known, site.ReadAds(db => db.Groups.Where(g => g.State != GroupState.Gold).Sum(g => g.Answers)));
        Assert.False(site.ReadAds(db => db.Verdicts.Any(v => db.Gold.Any(g => g.GroupId == v.GroupId))));
    }

    /// <summary>Everybody asks and answers at the same time, until nothing is wanted any more.</summary>
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Volunteers_who_come_at_once_never_see_an_ad_twice_and_answer_no_more_than_is_wanted(DbEngine engine)
    {
        var (people, ads) = Long ? (1000, 400) : (60, 24);
        await using var site = await SiteUnderTest.Empty(engine);
        await site.GivenSomeAds(ads, changeGroup: (_, group) => group.Wanted = 4);
        var ct = TestContext.Current.CancellationToken;
        var given = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, people), new ParallelOptions { MaxDegreeOfParallelism = people, CancellationToken = ct }, async (person, _) =>
        {
            var seen = new HashSet<Guid>();
            while (await site.NextFor($"p{person}") is { } ad)
            {
                Assert.True(seen.Add(ad), "The same ad twice.");
                await Task.Yield();
                await using var scope = site.Scope();
                scope.ServiceProvider.GetRequiredService<Kit.Actor>().Act = "annonces.repondre";
                var (taking, _) = await scope.ServiceProvider.GetRequiredService<TakeAnswer>().Take(ad, PoliticalAnswer.No, Kit.Lang.French, GivenAds.Voter($"p{person}"), null, ct);
                Assert.Equal(Taking.Taken, taking);
                Interlocked.Increment(ref given);
            }
        });

        // Everybody says the same: four answers settle an ad, and nobody is asked for a fifth.
        var wanted = 4 * ads;
        Assert.InRange(given, wanted, (int)(wanted * 1.01));
        Assert.Equal(given, site.ReadAds(db => db.Answers.Count()));
        Assert.Equal(given, site.ReadAds(db => db.Answers.Select(a => new { a.GroupId, a.Voter }).Distinct().Count()));
        Assert.Equal(ads, site.ReadAds(db => db.Groups.Count(g => g.State == GroupState.Settled)));
        Assert.Equal(0, site.ReadAds(db => db.Groups.Sum(g => g.Promised)));
    }
}
