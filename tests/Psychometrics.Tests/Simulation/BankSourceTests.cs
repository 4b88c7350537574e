namespace Beffroi.Psychometrics.Tests;

public sealed class BankSourceTests
{
    const int N = 4000;

    static LogisticItem[] Items(BankSource source, ulong seed = 7) => [.. source.Draw(seed).Items.Select(item => (LogisticItem)item.Model)];

    static (double Mean, double Sd) Moments(IEnumerable<double> values)
    {
        var all = values.ToArray();
        var mean = all.Average();
        return (mean, Math.Sqrt(all.Average(x => (x - mean) * (x - mean))));
    }

    [Theory]
    [InlineData(DifficultyShape.Normal, 3.0)]
    [InlineData(DifficultyShape.Uniform, 1.8)]
    public void Random_items_have_the_moments_asked_for(DifficultyShape shape, double kurtosis)
    {
        var items = Items(new RandomBank { Items = N, Shape = shape, DifficultyMean = 0.5, DifficultySd = 1.2, LogDiscriminationMean = 0.2, LogDiscriminationSd = 0.3 });
        var (difficulty, spread) = Moments(items.Select(i => i.Difficulty));
        var (log, logSpread) = Moments(items.Select(i => Math.Log(i.Discrimination)));
        Assert.Equal(0.5, difficulty, 4 * 1.2 / Math.Sqrt(N));
        Assert.Equal(1.2, spread, 4 * 1.2 / Math.Sqrt(2.0 * N));
        Assert.Equal(0.2, log, 4 * 0.3 / Math.Sqrt(N));
        Assert.Equal(0.3, logSpread, 4 * 0.3 / Math.Sqrt(2.0 * N));
        Assert.Equal(kurtosis, items.Average(i => Math.Pow((i.Difficulty - difficulty) / spread, 4)), 4 * Math.Sqrt(24.0 / N));
    }

    [Fact]
    public void An_uneven_bank_crowds_where_it_is_told_to()
    {
        var items = Items(new UnevenBank { Even = new() { Items = N, DifficultyMean = -2, DifficultySd = 0.1 }, CrowdedShare = 0.7, CrowdedDifficulty = 1, CrowdedSd = 0.1 });
        Assert.Equal(0.7 * N, items.Count(i => i.Difficulty > 0));
        Assert.Equal(N, items.Count(i => Math.Abs(i.Difficulty - 1) < 0.6 || Math.Abs(i.Difficulty + 2) < 0.6));
    }

    [Fact]
    public void Steps_of_items_of_several_scores_stand_at_equal_distances_around_their_location()
    {
        var source = new PolytomousBank { Locations = new() { Items = 20 }, MaxScore = 3, StepDistance = 0.5 };
        var locations = Items(source.Locations);
        Assert.All(source.Draw(7).Items.Zip(locations), pair =>
        {
            var item = Assert.IsType<PartialCreditItem>(pair.First.Model);
            Assert.Equal([pair.Second.Difficulty - 0.5, pair.Second.Difficulty, pair.Second.Difficulty + 0.5], item.Steps, (a, b) => Math.Abs(a - b) < 1e-12);
        });
    }

    [Fact]
    public void Used_parameters_miss_the_true_ones_by_the_error_stated()
    {
        var bank = new SimulatedBank(new RandomBank { Items = N }.Draw(1), new() { DifficultySd = 0.3, LogDiscriminationSd = 0.25 }, 0, RandomStream.Of(2));
        var pairs = bank.Used.Items.Select((item, i) => (Used: (LogisticItem)item.Model, Truth: (LogisticItem)bank.Truth[i])).ToArray();
        Assert.Equal(0.3, Moments(pairs.Select(p => p.Used.Difficulty - p.Truth.Difficulty)).Sd, 4 * 0.3 / Math.Sqrt(2.0 * N));
        Assert.Equal(0.25, Moments(pairs.Select(p => Math.Log(p.Used.Discrimination / p.Truth.Discrimination))).Sd, 4 * 0.25 / Math.Sqrt(2.0 * N));
    }

    [Fact]
    public void What_is_believed_of_an_uncertain_bank_is_where_its_truth_is_drawn_from()
    {
        var believed = new ItemBank("believed", Enumerable.Range(0, N).Select(i => new BankItem($"{i:0000}", new UncertainItem { Difficulty = 0.5, DifficultySd = 0.6, LogDiscriminationSd = 0.2 })));
        var truth = new SimulatedBank(new FixedBank(believed).Draw(1), null, 0, RandomStream.Of(3)).Truth.Cast<LogisticItem>().ToArray();
        var (mean, sd) = Moments(truth.Select(t => t.Difficulty));
        Assert.Equal(0.5, mean, 4 * 0.6 / Math.Sqrt(N));
        Assert.Equal(0.6, sd, 4 * 0.6 / Math.Sqrt(2.0 * N));
        Assert.Equal(0.2, Moments(truth.Select(t => Math.Log(t.Discrimination))).Sd, 4 * 0.2 / Math.Sqrt(2.0 * N));
    }

    [Fact]
    public void A_share_of_the_items_is_biased_and_no_more() =>
        Assert.Equal(9, new SimulatedBank(new RandomBank { Items = 90 }.Draw(1), null, 0.10, RandomStream.Of(4)).IsBiased.Count(biased => biased));
}
