using Beffroi.Accounts;
using Beffroi.Bots;
using Beffroi.Incubator.Impact;
using Beffroi.Kit;

namespace Beffroi.Incubator.Tests;

/// <summary>F12: what the services count of themselves is taken each month, once, and stays.</summary>
public sealed class MonthlyMeasuresTests
{
    const string Questions = "robots_questions", Opinions = "avis_apres_jeux";

    // The tests begin on 23 November 2026: October is the last whole month.
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_month_that_is_over_is_taken_once_with_those_that_were_missed_and_none_before_there_was_anything(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var id = await site.Follow(Questions);
        await Ask(site, (new(2026, 7, 31), 30), (new(2026, 8, 1), 12), (new(2026, 8, 31), 8), (new(2026, 10, 31), 40), (new(2026, 11, 1), 500));

        await site.Night();
        await site.Night();

        Assert.Equal([(new DateOnly(2026, 7, 1), 30.0, 30), (new(2026, 8, 1), 20, 20), (new(2026, 9, 1), 0, 0), (new(2026, 10, 1), 40, 40)], Taken(site, id));
        Assert.All(site.ReadIncubator(db => db.Measures.ToList()), m => Assert.Equal((Impact.Taken.Computed, (Guid?)null, Questions), (m.Taken, m.By, m.Source)));
        // September had nothing, and is said to have had nothing; no more is shown of a count below ten.
        Assert.Equal([("2026-07", 30), ("2026-08", 20), ("2026-09", (double?)null), ("2026-10", 40)], (await site.Impact()).One("compte").Values());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_was_taken_stays_when_the_source_forgets_and_the_next_month_comes_in_its_turn(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var id = await site.Follow(Questions);
        await Ask(site, (new(2026, 10, 5), 25));
        await site.Night();
        await site.Write<BotsDb>(db => db.RemoveRange(db.Reuses));

        await site.Night();
        Assert.Equal([(new DateOnly(2026, 10, 1), 25.0, 25)], Taken(site, id));
        site.Clock.Advance(TimeSpan.FromDays(8));
        await Ask(site, (new(2026, 11, 30), 33));
        await site.Night();

        Assert.Equal([(new DateOnly(2026, 10, 1), 25.0, 25), (new(2026, 11, 1), 33, 33)], Taken(site, id));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Two_nodes_that_count_in_the_same_night_write_each_month_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var id = await site.Follow(Questions);
        await Ask(site, [.. Enumerable.Range(1, 10).Select(m => (new DateOnly(2026, m, 3), 10 + m))]);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(site.Night, TestContext.Current.CancellationToken)));

        Assert.Equal(Enumerable.Range(1, 10).Select(m => (new DateOnly(2026, m, 1), 10.0 + m, 10 + m)), Taken(site, id));
    }

    [Fact]
    public async Task No_further_back_than_the_source_can_still_tell()
    {
        await using var site = await SiteUnderTest.Empty();
        var id = await site.Follow(Questions);
        await Ask(site, (new(2025, 10, 31), 50), (new(2025, 11, 1), 60));

        await site.Night();

        Assert.Equal((new DateOnly(2025, 11, 1), 60.0, 60), Taken(site, id)[0]);
        Assert.Equal(12, Taken(site, id).Count);
    }

    [Fact]
    public async Task What_somebody_wrote_for_a_month_is_not_counted_over()
    {
        await using var site = await SiteUnderTest.Empty();
        var id = await site.Follow(Questions);
        var definition = site.ReadIncubator(db => db.Definitions.Single().Id);
        await site.Write<IncubatorDb>(db => db.Add(new Measure { Id = Guid.NewGuid(), IndicatorId = id, DefinitionId = definition, Month = new(2026, 10, 1), Value = 99, N = 99, Taken = Impact.Taken.ByHand, Source = "Relevé", By = Guid.NewGuid(), At = SiteUnderTest.Start }));
        await Ask(site, (new(2026, 10, 5), 25));

        await site.Night();

        Assert.Equal([(new DateOnly(2026, 10, 1), 99.0, 99)], Taken(site, id));
    }

    [Fact]
    public async Task The_newest_meaning_alone_is_counted()
    {
        await using var site = await SiteUnderTest.Empty();
        var id = await site.Follow(Questions);
        await site.Write<IncubatorDb>(db => db.Add(ImpactStory.Definition(id, 2, null)));
        await Ask(site, (new(2026, 10, 5), 25));

        await site.Night();

        Assert.Empty(Taken(site, id));
    }

    [Fact]
    public async Task A_share_of_opinions_is_masked_while_either_of_its_counts_is_small()
    {
        await using var site = await SiteUnderTest.Empty();
        var id = await site.Follow(Opinions, Shape.Ratio, ImpactWords.Share);
        await site.Write<AccountsDb>(db =>
        {
            db.AddRange(Given(new(2026, 8, 15), good: 15, bad: 5));
            db.AddRange(Given(new(2026, 9, 15), good: 9, bad: 11));
            db.AddRange(Given(new(2026, 10, 31), good: 9, bad: 0));
            db.AddRange(Given(new(2026, 10, 31), good: 30, bad: 0, afterPlaying: false));
        });

        await site.Night();

        Assert.Equal([(new DateOnly(2026, 8, 1), 0.75, 20), (new(2026, 9, 1), 0.45, 20), (new(2026, 10, 1), 1, 9)], Taken(site, id));
        Assert.Equal([("2026-08", 0.75), ("2026-09", (double?)null), ("2026-10", null)], (await site.Impact()).One("compte").Values());
    }

    static IReadOnlyList<(DateOnly Month, double Value, int N)> Taken(SiteUnderTest site, Guid id) =>
        site.ReadIncubator(db => db.Measures.Where(m => m.IndicatorId == id).OrderBy(m => m.Month).Select(m => new ValueTuple<DateOnly, double, int>(m.Month, m.Value, m.N)).ToList());

    static Task Ask(SiteUnderTest site, params (DateOnly Day, int Questions)[] asked) =>
        site.Write<BotsDb>(db => db.AddRange(asked.Select(a => new ReuseDay { OrganisationId = Guid.NewGuid(), Day = a.Day, Sector = "State", Questions = a.Questions })));

    static IEnumerable<Opinion> Given(DateOnly day, int good, int bad, bool afterPlaying = true) =>
        Enumerable.Range(0, good + bad).Select(i => new Opinion { Id = Guid.NewGuid(), Day = day, Rating = i < good ? OpinionRating.Good : OpinionRating.Bad, Clarity = null, Text = null, AfterPlaying = afterPlaying });
}
