namespace Beffroi.Psychometrics.Tests;

public sealed class MonteCarloTests
{
    // The formulas against what they stand for: the spread of the measure over many runs of the same simulation with other seeds.
    const int Runs = 150;

    static readonly SimulationResult[] Results =
        [.. Enumerable.Range(0, Runs).Select(seed => new SimulationScenario
        {
            Bank = new FixedBank(new RandomBank { Items = 15 }.Draw(1)), Design = new BroadForm(15), Answers = new() { AbandonShare = 0.6, AbandonBy = 15 },
            Cuts = [-0.8, 0.4], Persons = 300, Seed = (ulong)seed, IsRepeated = true,
        }.Simulate())];

    public static TheoryData<string> Names { get; } = [.. Measures.Keys];

    static Dictionary<string, Func<SimulationResult, Measure?>> Measures => new(StringComparer.Ordinal)
    {
        ["length"] = r => r.MeanLength,
        ["bias"] = r => r.Bias,
        ["rmse"] = r => r.Rmse,
        ["empirical reliability"] = r => r.EmpiricalReliability,
        ["true reliability"] = r => r.TrueReliability,
        ["coverage"] = r => r.Coverage,
        ["accuracy"] = r => r.Accuracy,
        ["sensitivity"] = r => r.Sensitivity,
        ["specificity"] = r => r.Specificity,
        ["kappa"] = r => r.Kappa,
        ["undecided"] = r => r.Undecided,
        ["accuracy when decided"] = r => r.AccuracyWhenDecided,
        ["accuracy outside the zone"] = r => r.AccuracyOutsideZone,
        ["level agreement"] = r => r.LevelAgreement,
        ["retest agreement"] = r => r.RetestAgreement,
        ["retest kappa"] = r => r.RetestKappa,
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void The_error_of_a_measure_is_its_spread_over_repeated_simulations(string name)
    {
        var measures = Results.Select(r => Measures[name](r)!).ToArray();
        var mean = measures.Average(m => m.Value);
        var spread = Math.Sqrt(measures.Sum(m => (m.Value - mean) * (m.Value - mean)) / (Runs - 1));
        // A standard deviation over 150 runs is known within 6 %: four of those.
        Assert.Equal(1, measures.Average(m => m.MonteCarloError!.Value) / spread, 0.24);
    }

    [Fact]
    public void An_ideal_test_is_right_on_average_over_many_simulations()
    {
        // Abilities drawn from the prior and answers from the model: estimates have no bias, intervals their coverage, whatever was asked (Rubin, 1984).
        void Centred(double expected, Func<SimulationResult, Measure?> measure)
        {
            var values = Results.Select(r => measure(r)!.Value).ToArray();
            Assert.Equal(expected, values.Average(), 4 * Results.Average(r => measure(r)!.MonteCarloError!.Value) / Math.Sqrt(Runs));
        }

        Centred(0, r => r.Bias);
        Centred(0.95, r => r.Coverage);
    }

    [Fact]
    public void The_error_of_a_mean_is_that_of_the_textbook()
    {
        double[] values = [1, 4, 4, 7, 9];
        // Variance 9.5 (divided by 4), over 5 people.
        Assert.Equal(Math.Sqrt(9.5 / 5), new MonteCarlo([0, 1, 2, 3, 4]).Mean(values)!.MonteCarloError!.Value, 1e-12);
    }

    [Fact]
    public void With_several_banks_the_error_is_that_of_the_means_of_the_banks()
    {
        // Means 2, 4 and 9: variance 13, over 3 banks.
        Assert.Equal(Math.Sqrt(13.0 / 3), new MonteCarlo([0, 0, 1, 1, 2, 2]).Mean([1, 3, 4, 4, 8, 10])!.MonteCarloError!.Value, 1e-12);
    }

    [Fact]
    public void Kappa_is_that_of_a_table_worked_by_hand()
    {
        // 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: observed 0.70, by chance 0.50 (Cohen, 1960).
        int[] first = [.. Enumerable.Repeat(1, 25), .. Enumerable.Repeat(0, 25)];
        int[] second = [.. Enumerable.Repeat(1, 20), .. Enumerable.Repeat(0, 5), .. Enumerable.Repeat(1, 10), .. Enumerable.Repeat(0, 15)];
        Assert.Equal(0.4, Agreement.Kappa(new([.. Enumerable.Range(0, 50)]), first, second)!.Value, 1e-12);
    }

    [Fact]
    public void Nobody_gives_no_measure_and_one_person_no_error()
    {
        var result = Results[0];
        Assert.Null(result.Where(_ => false).Rmse);
        Assert.Null(result.Where(p => p == result.People[0]).Rmse!.MonteCarloError);
        Assert.Null(result.Where(_ => false).AccuracyWhenDecided);
    }

    [Fact]
    public void A_quantile_is_the_nearest_rank()
    {
        var quantile = new MonteCarlo([.. Enumerable.Range(0, 100)]).Quantile([.. Enumerable.Range(1, 100).Select(i => (double)i)], 0.95)!;
        Assert.Equal(95, quantile.Value);
        // One binomial standard error is 2.18 ranks.
        Assert.InRange(quantile.MonteCarloError!.Value, 2, 2.5);
    }
}
