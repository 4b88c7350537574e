using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring;

public sealed class TriReadingTests
{
    static readonly IReadOnlyList<BankSweet> Sweets = SweetBank.Current.Sweets;

    readonly Run _run = new() { Id = Guid.Empty, EvaluationId = Guid.Empty, Situation = "tri", Seed = 1, StartedAt = SiteUnderTest.Start };
    long _now;

    [Fact]
    public void Forty_eight_sweets_in_their_bins_make_a_finished_run()
    {
        Tell(EventNames.Started);
        Sort(48);
        Tell(EventNames.Finished);

        Assert.Equal(new TriMeasures { Placed = 48, Misplaced = 0, MisplacedAmongAlike = 0, SetAside = 0, Seconds = 96, Finished = true, Replays = 0, Described = 0 }, TriReading.Read(_run));
    }

    [Fact]
    public void The_end_told_before_the_last_sweet_finishes_nothing()
    {
        Tell(EventNames.Started);
        Sort(47);
        Tell(EventNames.Finished);

        var measures = TriReading.Read(_run);
        Assert.Equal((47, false), (measures.Placed, measures.Finished));
    }

    [Fact]
    public void The_first_bin_of_a_sweet_counts_whatever_is_told_later()
    {
        Tell(EventNames.Started);
        Drop(Sweets[0].Id, Other(Sweets[0]));
        Drop(Sweets[0].Id, Sweets[0].Bin);
        Drop(Sweets[1].Id, Sweets[1].Bin);
        Drop(Sweets[1].Id, Other(Sweets[1]));

        var measures = TriReading.Read(_run);
        Assert.Equal((2, 1), (measures.Placed, measures.Misplaced));
    }

    [Fact]
    public void A_wrong_bin_of_the_same_shape_and_colour_is_told_apart()
    {
        var bins = SweetBank.Current.Bins;
        var bin = bins.First(b => bins.Any(b.LooksLike));
        var sweet = Sweets.First(s => s.Bin == bin.Id);
        Drop(sweet.Id, bins.Single(bin.LooksLike).Id);
        Drop(Sweets.First(s => s.Bin != bins[0].Id && s.Id != sweet.Id && !bins[0].LooksLike(SweetBank.Current.Bin(s.Bin)!)).Id, bins[0].Id);

        var measures = TriReading.Read(_run);
        Assert.Equal((2, 1), (measures.Misplaced, measures.MisplacedAmongAlike));
    }

    [Fact]
    public void I_do_not_know_is_neither_placed_nor_misplaced()
    {
        Tell(EventNames.Started);
        Sort(47);
        Tell(EventNames.PieceDropped, $$"""{"neSaisPas":true,"piece":"{{Sweets[47].Id}}"}""");
        Tell(EventNames.Finished);

        var measures = TriReading.Read(_run);
        Assert.Equal((47, 0, 1, true), (measures.Placed, measures.Misplaced, measures.SetAside, measures.Finished));
    }

    [Fact]
    public void Training_is_neither_counted_nor_timed()
    {
        Tell(EventNames.TrainingStarted);
        Drop("E1", "EB1");
        Pass(60);
        Tell(EventNames.Started);
        Drop(Sweets[0].Id, Sweets[0].Bin);

        var measures = TriReading.Read(_run);
        Assert.Equal((1, 2.0), (measures.Placed, measures.Seconds));
    }

    [Fact]
    public void Pauses_a_hidden_page_and_a_closed_browser_take_no_time()
    {
        Tell(EventNames.Started);
        Sort(1);
        Pass(3);
        Tell(EventNames.Paused);
        Pass(600);
        Tell(EventNames.Resumed);
        Pass(1);
        Tell(EventNames.VisibilityChanged, """{"visible":false}""");
        Pass(600);
        Tell(EventNames.VisibilityChanged, """{"visible":true}""");
        Sort(1, from: 1);
        Assert.Equal(8, TriReading.Read(_run).Seconds);

        // Closed without a word; opened the next day, looked away from, then taken up again.
        Pass(86_400);
        Tell(EventNames.VisibilityChanged, """{"visible":false}""");
        Pass(20);
        Tell(EventNames.VisibilityChanged, """{"visible":true}""");
        Pass(20);
        Tell(EventNames.Resumed);
        Sort(1, from: 2);
        Assert.Equal(10, TriReading.Read(_run).Seconds);
    }

    [Fact]
    public void A_clock_that_goes_back_takes_no_time_away()
    {
        Tell(EventNames.Started);
        Sort(2);
        _now = 0;
        Sort(1, from: 2);

        Assert.Equal(6, TriReading.Read(_run).Seconds);
    }

    [Fact]
    public void The_instruction_heard_on_its_own_screen_is_not_heard_again()
    {
        Tell(EventNames.InstructionReplayed);
        Tell(EventNames.TrainingStarted);
        Tell(EventNames.InstructionReplayed);
        Tell(EventNames.Started);
        Tell(EventNames.InstructionReplayed);

        Assert.Equal(2, TriReading.Read(_run).Replays);
    }

    [Fact]
    public void Sweets_described_in_words_are_counted_once_each()
    {
        Tell(EventNames.Started);
        Tell(EventNames.ReadAloud, $$"""{"piece":"{{Sweets[0].Id}}"}""");
        Tell(EventNames.ReadAloud, $$"""{"piece":"{{Sweets[0].Id}}"}""");
        Tell(EventNames.ReadAloud, """{"piece":"E1"}""");

        Assert.Equal(1, TriReading.Read(_run).Described);
    }

    [Fact]
    public void A_run_just_opened_has_nothing_to_measure() =>
        Assert.Equal(new TriMeasures { Placed = 0, Misplaced = 0, MisplacedAmongAlike = 0, SetAside = 0, Seconds = 0, Finished = false, Replays = 0, Described = 0 }, TriReading.Read(_run));

    static string Other(BankSweet sweet) => SweetBank.Current.Bins.First(b => b.Id != sweet.Bin).Id;

    /// <summary>Each in its bin, 2 seconds after the one before.</summary>
    void Sort(int count, int from = 0)
    {
        foreach (var sweet in Sweets.Skip(from).Take(count))
        {
            Drop(sweet.Id, sweet.Bin);
        }
    }

    void Drop(string sweet, string bin)
    {
        Tell(EventNames.PieceTaken, $$"""{"piece":"{{sweet}}"}""");
        Pass(2);
        Tell(EventNames.PieceDropped, $$"""{"bac":"{{bin}}","piece":"{{sweet}}"}""");
    }

    void Pass(int seconds) => _now += seconds * 1000L;

    void Tell(string name, string data = "{}") =>
        _run.Events.Add(new() { RunId = _run.Id, Position = _run.Events.Count, Name = name, Date = _now, ReceivedAt = SiteUnderTest.Start, Data = data });
}
