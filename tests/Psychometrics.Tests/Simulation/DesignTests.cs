namespace Beffroi.Psychometrics.Tests;

public sealed class DesignTests
{
    static readonly RandomBank Bank = new();

    static readonly SimulationScenario Scenario = new() { Bank = Bank, Design = new BroadForm(20), Cuts = [-0.8], Persons = 2000, Seed = 2 };

    [Fact]
    public void A_broad_form_is_as_precise_as_its_information_says()
    {
        // The posterior variance of a normal ability is near 1 / (1 + I), averaged over people.
        var result = Scenario.Simulate();
        var items = Bank.Draw(RandomStream.Of(2, 1, 0)).Items;
        var expected = Math.Sqrt(result.People.Average(p => 1 / (1 + p.Asked.Sum(i => items[i].Model.Information(p.Ability)))));
        Assert.Equal(expected, result.Rmse!.Value, 0.04);
        Assert.All(result.People, p => Assert.Equal(20, p.Asked.Distinct().Count()));
    }

    [Fact]
    public void An_ideal_test_has_no_bias_and_honest_intervals()
    {
        var result = Scenario.Simulate();
        Assert.Equal(0, result.Bias!.Value, 4 * result.Bias.MonteCarloError!.Value);
        Assert.Equal(0.95, result.Coverage!.Value, 4 * result.Coverage.MonteCarloError!.Value);
        Assert.Equal(result.TrueReliability!.Value, result.EmpiricalReliability!.Value, 4 * result.TrueReliability.MonteCarloError!.Value);
    }

    [Fact]
    public void A_form_peaked_at_the_cut_asks_for_the_items_that_tell_most_there()
    {
        var items = Scenario.Bank.Draw(RandomStream.Of(2, 1, 0)).Items;
        var asked = (Scenario with { Design = new PeakedForm(10, -0.8), Persons = 1 }).Simulate().People[0].Asked;
        var worst = asked.Min(i => items[i].Model.Information(-0.8));
        Assert.Equal(80, Enumerable.Range(0, 90).Count(i => !asked.Contains(i) && items[i].Model.Information(-0.8) <= worst));
    }

    // Ranges reasoned from ref/eva_design_simulation.csv: another program, another bank of the same kind; a bank is worth ±10 %.
    [Theory]
    [InlineData("broad 20", 20, 20, 0.36, 0.46, 0.89, 0.94)]
    [InlineData("peaked 16", 16, 16, 0.42, 0.75, 0.91, 0.95)]
    [InlineData("se .40", 8, 13, 0.36, 0.42, 0.89, 0.935)]
    [InlineData("class .95", 7, 13, 0.40, 0.54, 0.91, 0.95)]
    [InlineData("flash", 32, 32, 0.24, 0.36, 0.90, 0.955)]
    public void Known_designs_do_as_they_are_known_to(string design, double shortest, double longest, double rmseLow, double rmseHigh, double accuracyLow, double accuracyHigh)
    {
        var result = (Scenario with { Design = Design(design) }).Simulate();
        Assert.InRange(result.MeanLength!.Value, shortest, longest);
        Assert.InRange(result.Rmse!.Value, rmseLow, rmseHigh);
        Assert.InRange(result.Accuracy!.Value, accuracyLow, accuracyHigh);
    }

    [Fact]
    public void Guessing_harms_those_who_guess_and_leaving_guesses_out_mends_it()
    {
        var scenario = Scenario with { Answers = new() { GuessingShare = 0.5 } };
        var (plain, moderated) = (scenario.Simulate().Where(p => p.IsGuessing), (scenario with { IsEffortModerated = true }).Simulate().Where(p => p.IsGuessing));
        Assert.InRange(plain.Bias!.Value, -0.8, -0.2);
        Assert.Equal(0, moderated.Bias!.Value, 4 * moderated.Bias.MonteCarloError!.Value);
        Assert.True(moderated.Rmse!.Value < plain.Rmse!.Value - 0.1);
    }

    [Fact]
    public void A_test_that_knows_how_little_it_knows_its_items_is_honest_again()
    {
        var scenario = Scenario with { Banks = 10, ItemError = new() { DifficultySd = 0.6, LogDiscriminationSd = 0.35, Kind = ItemErrorKind.Believed } };
        var (plain, aware) = (scenario.Simulate(), (scenario with { ItemError = scenario.ItemError with { IsKnown = true } }).Simulate());
        Assert.True(plain.Coverage!.Value < 0.93);
        Assert.Equal(0.95, aware.Coverage!.Value, 4 * aware.Coverage.MonteCarloError!.Value);
    }

    [Fact]
    public void Another_scale_known_before_lowers_the_error_at_equal_length()
    {
        var scenario = Scenario with { Design = new AdaptiveDesign(new() { Stops = [], MaximumLength = 8 }) };
        Assert.True((scenario with { OtherScale = new() }).Simulate().Rmse!.Value < scenario.Simulate().Rmse!.Value - 0.005);
    }

    [Fact]
    public void Items_of_three_scores_tell_more_than_right_or_wrong_ones()
    {
        var scenario = Scenario with { Bank = new PolytomousBank { Locations = Bank } };
        Assert.True(scenario.Simulate().Rmse!.Value < Scenario.Simulate().Rmse!.Value);
    }

    [Fact]
    public void A_ladder_is_climbed_by_those_who_know_and_not_by_those_who_do_not()
    {
        var bank = new LadderBank();
        var scenario = new SimulationScenario { Bank = bank, Design = bank.Ladder(), Cuts = [-1.6, -0.8, 0], Persons = 50 };
        var able = (scenario with { Abilities = new NormalAbilities(20, 0.1) }).Simulate();
        var lost = (scenario with { Abilities = new NormalAbilities(-20, 0.1) }).Simulate();
        // 16 + 20 + 18 points without a catch-up; 16 and all their catch-up, and no more.
        Assert.Equal((3, 54.0), (able.People.Min(p => p.Level), able.MeanLength!.Value));
        Assert.Equal((0, 32.0), (lost.People.Max(p => p.Level), lost.MeanLength!.Value));
        Assert.Null(able.Rmse);
        Assert.Equal(1, able.LevelAgreement!.Value);
        Assert.Equal(1, lost.Sensitivity!.Value);
    }

    [Fact]
    public void Keeping_the_best_of_two_draws_raises_the_level()
    {
        var bank = new LadderBank();
        var ladder = bank.Ladder();
        var once = new LadderDesign([.. ladder.Rungs.Select(rung => rung.Select(skill => skill with { CatchUp = [] }).ToArray()).Select(rung => System.Collections.Immutable.ImmutableArray.Create(rung))]);
        var scenario = new SimulationScenario { Bank = bank, Design = ladder, Cuts = [-1.6, -0.8, 0], Persons = 1000 };
        Assert.True(scenario.Simulate().People.Average(p => p.Level!.Value) > (scenario with { Design = once }).Simulate().People.Average(p => p.Level!.Value) + 0.3);
    }

    [Fact]
    public void A_ladder_over_items_that_the_bank_has_not_is_refused() =>
        Assert.Throws<ArgumentException>(() => (Scenario with { Design = new LadderBank().Ladder() }).Simulate());

    static TestDesign Design(string name) => name switch
    {
        "broad 20" => new BroadForm(20),
        "peaked 16" => new PeakedForm(16, -0.8),
        "se .40" => new AdaptiveDesign(new() { Exposure = new() { RandomesqueCount = 3 }, Stops = [new StopAtStandardError(0.40)] }),
        "class .95" => new AdaptiveDesign(new() { Exposure = new() { RandomesqueCount = 3 }, MaximumLength = 25, MinimumLength = 5, Stops = [new StopAtClassification(new(-0.8))] }),
        _ => new FlashDesign(),
    };
}
