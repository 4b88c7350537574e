using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring.Transversal;

public sealed class InventaireReadingTests
{
    [Fact]
    public void A_run_that_succeeds_at_once_is_one_try_without_error()
    {
        var read = Read(story => story.Tell(EventNames.TrainingStarted).Open("e01", 50).Tell(EventNames.Started).OpenAll(10).HandIn(30).Finish());

        Assert.Equal((true, true, false), (read.Finished, read.Succeeded, read.Abandoned));
        Assert.Equal((220.0, 19, 0), (read.Seconds, read.Openings, read.Replays));
        Assert.Equal([new InventaireTry(0, 0)], read.Tries);
    }

    [Fact]
    public void Each_try_has_its_errors_and_its_blanks_by_the_server_s_own_count()
    {
        var read = Read(story => story.Tell(EventNames.Started)
            .HandIn(5, [.. Stocktaking.Counted.Keys.Skip(1).Select(drink => (drink, ""))])
            .HandIn(5, ("eau", "17"), ("lait", "0"), ("pomme", ""))
            .HandIn(5, ("eau", "١٨"), ("lait", "15"))
            .HandIn(5, ("eau", " 18 ")).Finish());

        Assert.Equal([new(0, 7), new(2, 1), new(1, 0), new InventaireTry(0, 0)], read.Tries);
        Assert.True(read.Succeeded);
    }

    [Fact]
    public void A_container_opened_twice_counts_twice_and_the_training_s_not_at_all()
    {
        var read = Read(story => story.Open("c01", 1).Tell(EventNames.Started).Open("c01", 1).Open("c01", 1).Open("c02", 1).Open("e01", 1));

        Assert.Equal((3, false, false, false), (read.Openings, read.Finished, read.Succeeded, read.Abandoned));
        Assert.Equal(4, read.Seconds);
        Assert.Empty(read.Tries);
    }

    [Fact]
    public void What_comes_after_the_sheet_that_is_right_is_no_part_of_it()
    {
        var read = Read(story => story.Tell(EventNames.Started).HandIn(5, ("eau", "3")).HandIn(7).Open("c01", 100).HandIn(100, ("eau", "4")).Finish());

        Assert.Equal((12.0, 0), (read.Seconds, read.Openings));
        Assert.Equal([new(1, 0), new InventaireTry(0, 0)], read.Tries);
    }

    [Fact]
    public void Stopping_before_the_end_is_told_with_its_tries()
    {
        var read = Read(story => story.Tell(EventNames.Started).HandIn(5, ("eau", "3")).HandIn(5, ("lait", "3")).After(60, EventNames.Stopped).Finish());

        Assert.Equal((true, false, true, 70.0), (read.Finished, read.Succeeded, read.Abandoned, read.Seconds));
        Assert.Equal([new(1, 0), new InventaireTry(1, 0)], read.Tries);
    }

    [Fact]
    public void A_browser_that_says_it_is_over_without_a_right_sheet_has_not_succeeded()
    {
        var read = Read(story => story.Tell(EventNames.Started).HandIn(5, ("eau", "3")).Finish());

        Assert.Equal((true, false, true), (read.Finished, read.Succeeded, read.Abandoned));
    }

    [Fact]
    public void Pauses_the_page_hidden_and_the_page_closed_are_not_time()
    {
        var read = Read(story => story.Tell(EventNames.Started).Open("c01", 10)
            .Tell(EventNames.Paused).After(100, EventNames.VisibilityChanged, ("visible", false)).After(100, EventNames.VisibilityChanged, ("visible", true)).After(100, EventNames.Resumed)
            .Open("c02", 10)
            .Tell(EventNames.VisibilityChanged, ("visible", false)).After(1000, EventNames.VisibilityChanged, ("visible", true))
            .Open("c03", 10)
            // The page was closed here: nothing says when.
            .After(9000, EventNames.Resumed)
            .Open("c04", 10)
            .Tell(EventNames.VisibilityChanged, ("visible", false)).After(5000, EventNames.Resumed)
            .HandIn(10).Finish());

        Assert.Equal(50, read.Seconds);
    }

    [Fact]
    public void A_clock_put_back_makes_no_negative_time()
    {
        var read = Read(story => story.Tell(EventNames.Started).Open("c01", 20).After(-500, EventNames.SheetOpened).HandIn(10).Finish());

        Assert.Equal(30, read.Seconds);
    }

    [Fact]
    public void The_instruction_heard_again_counts_in_the_game_only_and_contents_heard_do_not()
    {
        var read = Read(story => story.Tell(EventNames.InstructionReplayed).Tell(EventNames.Started)
            .Tell(EventNames.InstructionReplayed, ("contenant", "c02")).Tell(EventNames.InstructionReplayed).Tell(EventNames.InstructionReplayed));

        Assert.Equal(2, read.Replays);
    }

    static InventaireMeasures Read(Func<Story, Story> tell)
    {
        var run = new Run { Id = Guid.NewGuid(), EvaluationId = Guid.NewGuid(), Situation = "inventaire", Seed = 1, StartedAt = SiteUnderTest.Start };
        var story = tell(new(new() { SessionId = run.Id, Situation = run.Situation, Label = "", NextPosition = 0, TrainingDone = false, Answered = [] }));
        // Batches may come in any order.
        foreach (var told in story.Events.AsEnumerable().Reverse())
        {
            run.Events.Add(new()
            {
                RunId = run.Id,
                Position = told.Position,
                Name = told.Name,
                Date = told.Date,
                ReceivedAt = SiteUnderTest.Start,
                Data = told.Data is null ? "{}" : System.Text.Json.JsonSerializer.Serialize(told.Data),
            });
            if (told.Name == EventNames.Finished)
            {
                run.Finish(told.Position, SiteUnderTest.Start);
            }
        }

        return InventaireReading.Read(run);
    }
}
