using System.Text.Json;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring;

/// <summary>Row 14: the figures of a run on the building site, from its events alone. The dangers are Z02, Z05, Z06, Z09 and Z11.</summary>
public sealed class SecuriteReadingTests
{
    [Fact]
    public void A_search_runs_from_the_site_shown_or_the_last_place_closed_to_the_opening_of_a_danger()
    {
        var run = new Site().Shown()
            .Wait(10).Open("Z06").Wait(4).Says("Z06", "oui").Wait(5).Names("Z06", "a").Shown()
            .Wait(7).Open("Z01").Wait(3).Says("Z01", "non").Shown()
            .Wait(20).Open("Z02").Wait(4).Says("Z02", "oui").Wait(5).Names("Z02", "c").Shown()
            .Finish();

        var measures = SecuriteReading.Read(run);

        Assert.Equal([("Z06", 10.0, true), ("Z02", 20.0, false)], measures.Found.Select(f => (f.Zone, f.SearchSeconds!.Value, f.NamedRight)));
        Assert.Equal(15, measures.MeanSearchSeconds!.Value, 9);
        Assert.Equal((true, false, 3, 0, 3, 1), (measures.Finished, measures.ListShown, measures.Missed, measures.FalseAlarms, measures.Judged, measures.NamedRight));
    }

    [Theory]
    [InlineData(17.82)]
    [InlineData(17.83)]
    [InlineData(22.56)]
    [InlineData(27.29)]
    public void The_mean_is_exact_to_the_millisecond_at_the_bounds_of_the_levels(double seconds) =>
        Assert.Equal(seconds, SecuriteReading.Read(new Site().Shown().Finds("Z05", seconds).Shown().Finds("Z09", seconds).Finish()).MeanSearchSeconds!.Value, 9);

    [Fact]
    public void Each_place_is_found_missed_or_a_false_alarm()
    {
        var run = new Site().Shown().Finds("Z05", 8).Open("Z09").Says("Z09", "non").Open("Z11").Says("Z11", "neSaisPas").Open("Z02").Says("Z02", "oui").Names("Z02", "neSaisPas")
            .Finds("Z10", 3).Finds("Z07", 3).Open("Z03").Says("Z03", "non").Finish();

        var measures = SecuriteReading.Read(run);

        Assert.Equal((2, 3, 2, 7), (measures.Found.Count, measures.Missed, measures.FalseAlarms, measures.Judged));
        Assert.Equal([true, false], measures.Found.Select(f => f.NamedRight));
    }

    [Fact]
    public void What_hides_the_site_is_no_search()
    {
        var run = new Site().Shown().Wait(2).Tell(EventNames.Paused).Wait(600).Tell(EventNames.Resumed).Shown()
            .Wait(3).Tell(EventNames.HelpAsked).Wait(40).Shown()
            .Wait(5).Tell(EventNames.VisibilityChanged, ("visible", false)).Wait(90).Tell(EventNames.VisibilityChanged, ("visible", true))
            .Finds("Z11", 7).Finish();

        Assert.Equal(17, SecuriteReading.Read(run).MeanSearchSeconds!.Value, 9);
    }

    [Fact]
    public void A_page_closed_without_a_word_leaves_a_gap_that_is_not_counted()
    {
        var run = new Site().Shown().Wait(4).Tell(EventNames.ClickedOutside, ("x", 1), ("y", 1)).Wait(86_400).Tell(EventNames.Resumed).Shown().Finds("Z11", 6).Finish();

        Assert.Equal(10, SecuriteReading.Read(run).MeanSearchSeconds!.Value, 9);
    }

    [Fact]
    public void A_place_left_and_opened_again_was_found_the_first_time()
    {
        var run = new Site().Shown().Wait(9).Open("Z02").Wait(3).Shown().Wait(30).Open("Z02").Says("Z02", "oui").Names("Z02", "b").Shown().Finds("Z05", 5).Finish();

        Assert.Equal([9.0, 5.0], SecuriteReading.Read(run).Found.Select(f => f.SearchSeconds!.Value));
    }

    [Fact]
    public void Once_the_places_are_a_list_searching_is_not_measurable_and_never_zero()
    {
        var run = new Site().Shown().Finds("Z02", 5).Shown("liste").Finds("Z05", 1).Shown("liste").Shown().Finds("Z06", 1).Finish();

        var measures = SecuriteReading.Read(run);

        Assert.True(measures.ListShown);
        Assert.Equal([5.0, null, null], measures.Found.Select(f => f.SearchSeconds));
        Assert.Null(measures.MeanSearchSeconds);
        Assert.Equal(3, measures.NamedRight);
    }

    [Fact]
    public void Without_a_danger_found_there_is_no_mean_and_a_run_may_be_unfinished()
    {
        var measures = SecuriteReading.Read(new Site().Shown().Open("Z02").Says("Z02", "non").Run);

        Assert.Equal((false, 0, 5), (measures.Finished, measures.Found.Count, measures.Missed));
        Assert.Null(measures.MeanSearchSeconds);
    }

    [Fact]
    public void The_first_answer_counts_the_training_does_not_and_nothing_after_the_end_does()
    {
        var site = new Site(started: false).Open("Z02").Says("Z02", "oui").Tell(EventNames.Started).Shown()
            .Finds("Z05", 4).Open("Z05").Says("Z05", "non").Names("Z05", "a");
        var run = site.Finish();
        site.Finds("Z06", 1);

        var measures = SecuriteReading.Read(run);

        Assert.Equal(("Z05", true, "souris"), (Assert.Single(measures.Found).Zone, measures.Found[0].NamedRight, measures.Found[0].Means));
        Assert.Equal(4, measures.Missed);
    }

    /// <summary>A run told step by step.</summary>
    sealed class Site
    {
        static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

        long _date = Now.ToUnixTimeMilliseconds();

        public Site(bool started = true)
        {
            if (started)
            {
                Tell(EventNames.Started);
            }
        }

        public Run Run { get; } = new() { Id = Guid.NewGuid(), EvaluationId = Guid.NewGuid(), Situation = "securite", Seed = 1, StartedAt = Now };

        public Site Wait(double seconds)
        {
            _date += (long)Math.Round(seconds * 1000);
            return this;
        }

        public Site Shown(string form = "image") => Tell(EventNames.SceneShown, ("forme", form));

        public Site Open(string zone) => Tell(EventNames.ZoneOpened, ("zone", zone), ("moyen", "souris"));

        public Site Says(string zone, string answer) => Tell(EventNames.DangerJudged, ("zone", zone), ("reponse", answer));

        public Site Names(string zone, string choice) => Tell(EventNames.DangerNamed, ("zone", zone), ("reponse", choice));

        /// <summary>Searched, opened, judged dangerous and named as the key does.</summary>
        public Site Finds(string zone, double seconds) =>
            Wait(seconds).Open(zone).Says(zone, "oui").Names(zone, SecuriteBank.Current.Find(zone)!.Solution ?? "a");

        public Run Finish()
        {
            Tell(EventNames.Finished);
            Run.Finish(Run.Events[^1].Position, Now);
            return Run;
        }

        public Site Tell(string name, params (string Field, object Value)[] data)
        {
            Run.Events.Add(new()
            {
                RunId = Run.Id,
                Position = Run.Events.Count,
                Name = name,
                Date = _date,
                ReceivedAt = Now,
                Data = JsonSerializer.Serialize(data.ToDictionary(d => d.Field, d => d.Value, StringComparer.Ordinal)),
            });
            return this;
        }
    }
}
