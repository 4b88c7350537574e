using System.Collections.Immutable;

namespace Beffroi.Psychometrics.Tests;

public sealed class RapidGuessesTests
{
    static readonly ImmutableArray<string> Names = ["A", "B", "C", "D"];

    // Mean times: 20, 50, 300 and 1 second (the last seen once).
    static readonly ResponseTimeMatrix Times = new(Names, [20, 4, 300, -1, 1.5, 96, 29, -1, 38.5, 50, 571, 1]);

    static readonly RapidGuesses Guesses = new(Times, 0.5);

    [Fact]
    public void Thresholds_are_a_tenth_of_the_mean_ten_seconds_at_most_and_at_least_the_floor()
    {
        Assert.Equal([2, 5, 10, 0.5], Guesses.Thresholds);
        Assert.Equal([3, 5, 10, 2], new RapidGuesses(Times, 3, 1, 1, 2).Thresholds);
    }

    [Fact]
    public void Effort_counts_the_timed_answers_that_are_not_rapid()
    {
        Assert.Equal(2.0 / 3, Guesses.Effort(0)!.Value, 1e-12);
        Assert.Equal(2.0 / 3, Guesses.Effort(1)!.Value, 1e-12);
        Assert.Equal(1, Guesses.Effort(2));
        Assert.Equal([EffortLevel.Insufficient, EffortLevel.Insufficient, EffortLevel.Sufficient], Enumerable.Range(0, 3).Select(p => Guesses.Level(p)!.Value));
    }

    [Theory]
    [InlineData(0, EffortLevel.Sufficient)]
    [InlineData(2, EffortLevel.Sufficient)]
    [InlineData(3, EffortLevel.Doubtful)]
    [InlineData(5, EffortLevel.Doubtful)]
    [InlineData(6, EffortLevel.Insufficient)]
    public void Of_twenty_answers_two_rapid_ones_are_borne_and_six_are_too_many(int rapid, EffortLevel expected)
    {
        var times = new ResponseTimeMatrix([.. Enumerable.Range(0, 20).Select(i => $"I{i}")], Enumerable.Range(0, 20).Select(i => i < rapid ? 0.1 : 20).ToArray());
        Assert.Equal(expected, new RapidGuesses(times, 1).Level(0));
    }

    [Fact]
    public void Scores_of_rapid_guesses_become_missing_and_the_others_stay()
    {
        var kept = Guesses.Moderate(new ResponseMatrix(Names, [1, 1, 0, 1, 1, 0, -1, 0, 1, 1, 1, 1]));
        Assert.Equal([1, -1, 0, 1], kept.Row(0).ToArray());
        Assert.Equal([-1, 0, -1, 0], kept.Row(1).ToArray());
        Assert.Equal([1, 1, 1, 1], kept.Row(2).ToArray());
    }

    [Fact]
    public void Answers_kept_are_those_not_rapid_in_their_order()
    {
        var answers = Enumerable.Range(0, 4).Select(i => new Response(LogisticItem.Rasch(i), true)).ToArray();
        Assert.Equal([answers[0], answers[2]], Guesses.Moderate(0, [answers[0], answers[1], answers[2], null]));
    }

    [Fact]
    public void A_guesser_is_better_measured_once_the_rapid_guesses_are_gone()
    {
        // A person of ability 1 who clicks through half of forty items, right once in four.
        var (random, items) = (new Random(2), Enumerable.Range(0, 40).Select(i => LogisticItem.TwoParameter(1.5, (i % 9 / 2.0) - 2)).ToArray());
        var answers = items.Select((item, i) => new Response(item, random.NextDouble() < (i % 2 == 0 ? 0.25 : item.Probability(1, 1)))).ToArray();
        var times = new ResponseTimeMatrix([.. items.Select((_, i) => $"I{i}")], items.Select((_, i) => i % 2 == 0 ? 0.5 : 12).ToArray());
        var (all, kept) = (Posterior.Given(Quadrature.Normal(), answers), Posterior.Given(Quadrature.Normal(), new RapidGuesses(times, 1).Moderate(0, answers)));
        Assert.True(Math.Abs(kept.Mean - 1) < Math.Abs(all.Mean - 1));
    }

    [Fact]
    public void Without_any_time_effort_is_unknown()
    {
        var none = new RapidGuesses(new ResponseTimeMatrix(["A", "B"], [-1, -1]), 1);
        Assert.Null(none.Effort(0));
        Assert.Null(none.Level(0));
    }

    [Fact]
    public void Impossible_tables_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new ResponseTimeMatrix(["A"], [double.NaN]));
        Assert.Throws<ArgumentException>(() => new ResponseTimeMatrix(["A"], [-2]));
        Assert.Throws<ArgumentException>(() => new ResponseTimeMatrix(["A", "B"], [1]));
        Assert.Throws<ArgumentException>(() => new RapidGuesses(Times, 1, 2));
        Assert.ThrowsAny<ArgumentException>(() => new RapidGuesses(Times, -1));
        Assert.Throws<ArgumentException>(() => Guesses.Moderate(new ResponseMatrix(["A"], [1])));
        Assert.Throws<ArgumentException>(() => Guesses.Moderate(0, []));
    }
}
