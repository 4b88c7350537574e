using System.Text.Json;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring.Transversal;

public sealed class ControleReadingTests
{
    static readonly IReadOnlyList<BeltPiece> Belt = BiscuitBank.Draw(7);

    readonly Run _run = new() { Id = Guid.Empty, EvaluationId = Guid.Empty, Situation = ControleRules.SituationName, Seed = 7, StartedAt = SiteUnderTest.Start };

    [Fact]
    public void A_run_without_fault_counts_sixty_well_placed()
    {
        Sort(1, 60);
        Finish();

        var measures = ControleReading.Read(_run);

        Assert.Equal((true, 60, 0, 0, 60, 120), (measures.Finished, measures.WellPlaced, measures.Misplaced.Count, measures.Missed, measures.Appeared, measures.PieceEvents));
        Assert.True(measures.StandardPace);
    }

    [Fact]
    public void Misplaced_biscuits_come_in_their_order_and_the_first_four_of_the_belt_are_marked()
    {
        Sort(1, 60, wrong: [4, 5, 40], missed: [2, 9]);
        Finish();

        var measures = ControleReading.Read(_run);

        Assert.Equal([new("B04", 4, true), new("B05", 5, false), new("B40", 40, false)], measures.Misplaced);
        Assert.Equal((2, 2, 55), (measures.MisplacedCounted, measures.Missed, measures.WellPlaced));
    }

    [Fact]
    public void In_a_finished_run_a_biscuit_of_which_nothing_is_told_is_missed()
    {
        Sort(1, 57);
        Assert.Equal(0, ControleReading.Read(_run).Missed);
        Finish();

        Assert.Equal(3, ControleReading.Read(_run).Missed);
    }

    [Fact]
    public void A_biscuit_has_one_fate_the_first_received_and_training_has_none()
    {
        Tell(EventNames.PieceDropped, ("piece", "E1"), ("bac", BinNames.Redo));
        Tell(EventNames.PieceDropped, ("piece", "B01"), ("bac", Wrong(1)));
        Tell(EventNames.PieceDropped, ("piece", "B01"), ("bac", Right(1)));
        Tell(EventNames.PieceMissed, ("piece", "B02"));
        Tell(EventNames.PieceDropped, ("piece", "B02"), ("bac", Right(2)));
        _run.Events[^1] = Line(4, EventNames.PieceDropped, SiteUnderTest.Start.AddDays(-1), ("piece", "B02"), ("bac", Right(2)));

        var measures = ControleReading.Read(_run);

        Assert.Equal((1, 0, "B01"), (measures.WellPlaced, measures.Missed, Assert.Single(measures.Misplaced).Piece));
    }

    [Fact]
    public void What_crossed_the_end_of_the_run_is_not_part_of_it()
    {
        Sort(1, 60, missed: [60]);
        Finish();
        Tell(EventNames.PieceDropped, ("piece", "B60"), ("bac", Right(60)));

        Assert.Equal((59, 1), (ControleReading.Read(_run).WellPlaced, ControleReading.Read(_run).Missed));
    }

    [Theory]
    [InlineData(PaceNames.Slower)]
    [InlineData(PaceNames.Slowest)]
    [InlineData(PaceNames.Self)]
    [InlineData(PaceNames.SelfDescribed)]
    public void Another_pace_makes_the_result_non_standard_from_the_first_biscuit_it_touches(string pace)
    {
        Sort(1, 10);
        Tell(EventNames.PaceChanged, ("rythme", pace));
        Assert.True(ControleReading.Read(_run).StandardPace, "no biscuit was sorted at that pace");
        Sort(11, 12);
        Tell(EventNames.PaceChanged, ("rythme", PaceNames.Standard));
        Sort(13, 20);

        Assert.Equal((2, false), (ControleReading.Read(_run).OffPace, ControleReading.Read(_run).StandardPace));
    }

    [Fact]
    public void Words_and_replays_are_counted()
    {
        Tell(EventNames.InstructionReplayed);
        Tell(EventNames.ReadAloud, ("piece", "E1"));
        Tell(EventNames.ReadAloud, ("piece", "B01"));
        Tell(EventNames.ReadAloud, ("piece", "B01"));

        var measures = ControleReading.Read(_run);

        Assert.Equal((1, 1, false), (measures.InstructionReplays, measures.Described, measures.StandardPace));
    }

    void Sort(int from, int to, int[]? wrong = null, int[]? missed = null)
    {
        for (var rank = from; rank <= to; rank++)
        {
            var piece = Belt[rank - 1].Id;
            Tell(EventNames.PieceAppeared, ("piece", piece));
            if (missed?.Contains(rank) == true)
            {
                Tell(EventNames.PieceMissed, ("piece", piece));
            }
            else
            {
                Tell(EventNames.PieceDropped, ("piece", piece), ("bac", wrong?.Contains(rank) == true ? Wrong(rank) : Right(rank)));
            }
        }
    }

    void Finish()
    {
        Tell(EventNames.Finished);
        _run.Finish(_run.Events[^1].Position, SiteUnderTest.Start);
    }

    void Tell(string name, params (string Field, string Value)[] data) => _run.Events.Add(Line(_run.Events.Count, name, SiteUnderTest.Start, data));

    static EventLine Line(int position, string name, DateTimeOffset received, params (string Field, string Value)[] data) => new()
    {
        RunId = Guid.Empty,
        Position = position,
        Name = name,
        Date = position * 1000,
        ReceivedAt = received,
        Data = JsonSerializer.Serialize(data.ToDictionary(d => d.Field, d => d.Value)),
    };

    // From the words that describe the drawing: as any person who compares would say.
    static string Right(int rank)
    {
        var seen = Contracts.Pictures.Controle.BiscuitLook.Of(Belt[rank - 1].Look).InWords;
        return seen == "Forme ronde, bord lisse. Glaçage au milieu. 5 pépites rondes. Surface lisse." ? BinNames.Good : BinNames.Redo;
    }

    static string Wrong(int rank) => Right(rank) == BinNames.Good ? BinNames.Redo : BinNames.Good;
}
