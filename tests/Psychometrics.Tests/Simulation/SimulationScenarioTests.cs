namespace Beffroi.Psychometrics.Tests;

public sealed class SimulationScenarioTests
{
    static readonly SimulationScenario Adaptive = new()
    {
        Design = new AdaptiveDesign(new() { Exposure = new() { RandomesqueCount = 3 }, Stops = [new StopAtStandardError(0.40)] }), Cuts = [-0.8], Persons = 600, Seed = 4,
    };

    [Fact]
    public void The_same_scenario_gives_the_same_people_on_any_number_of_threads()
    {
        var (one, four) = (Adaptive.Simulate(), Adaptive.Simulate(threads: 4));
        Assert.Equal(one.People.Select(p => p.Reading), four.People.Select(p => p.Reading));
        Assert.Equal(one.People.Select(p => string.Join(',', p.Asked)), four.People.Select(p => string.Join(',', p.Asked)));
        Assert.Equal(one.Rmse, four.Rmse);
    }

    [Fact]
    public void Another_seed_gives_other_people() =>
        Assert.NotEqual(Adaptive.Simulate().People[0].Ability, (Adaptive with { Seed = 5 }).Simulate().People[0].Ability);

    [Fact]
    public void Two_designs_meet_the_same_people() =>
        Assert.Equal(Adaptive.Simulate().People.Select(p => p.Ability), (Adaptive with { Design = new BroadForm(5) }).Simulate().People.Select(p => p.Ability));

    [Fact]
    public void People_are_shared_out_over_the_banks() =>
        Assert.Equal([150, 150, 150, 150], (Adaptive with { Banks = 4 }).Simulate().People.CountBy(p => p.Bank).Select(pair => pair.Value));

    [Fact]
    public void A_cut_alone_is_the_decision() =>
        Assert.Equal((Adaptive with { Decision = new(-0.8) }).Simulate().Accuracy, Adaptive.Simulate().Accuracy);

    [Fact]
    public void Without_cut_there_is_no_decision_nor_level()
    {
        var result = (Adaptive with { Cuts = [] }).Simulate();
        Assert.Null(result.Accuracy);
        Assert.Null(result.LevelAgreement);
        Assert.Null(result.AccuracyWhenDecided);
        Assert.NotNull(result.Rmse);
    }

    [Fact]
    public void A_stop_asked_for_is_heard_between_two_people()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Adaptive.Run(ct: stop.Token));
    }

    [Fact]
    public void Progress_counts_up_to_everybody()
    {
        var seen = new Seen();
        Adaptive.Simulate(progress: seen);
        Assert.Equal([200, 400, 600], seen.Counts);
    }

    sealed class Seen : IProgress<int>
    {
        public List<int> Counts { get; } = [];

        public void Report(int value) => Counts.Add(value);
    }
}
