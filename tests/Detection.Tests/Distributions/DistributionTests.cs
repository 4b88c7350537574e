namespace Beffroi.Detection.Tests;

public sealed class DistributionTests
{
    static readonly DateTimeOffset Start = new(2019, 2, 28, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Bins_of_posts_do_not_overlap()
    {
        Assert.Equal([1, 2, 2, 2, 2, 2], PostsByAccount.Histogram([1, 2, 5, 6, 10, 11, 50, 51, 200, 201, 5000, 0]));
        Assert.Equal(PostsByAccount.Labels.Length, PostsByAccount.Lowest.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => PostsByAccount.Histogram([-1]));
    }

    [Fact]
    public void Both_ends_of_the_scores_are_in()
    {
        var bins = ScoreHistogram.Of([0, 0.0099, 0.01, 0.29, 0.57, 0.58, 0.995, 1]);
        Assert.Equal(100, bins.Length);
        Assert.Equal(8, bins.Sum());
        Assert.Equal((2, 1, 1, 1, 1, 2), (bins[0], bins[1], bins[29], bins[57], bins[58], bins[99]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ScoreHistogram.Of([1.01]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ScoreHistogram.Of([double.NaN]));
    }

    [Fact]
    public void Every_hundredth_falls_in_its_own_bin() => Assert.All(Enumerable.Range(0, 100), k => Assert.Equal(k, ScoreHistogram.Bin(k / 100.0)));

    [Fact]
    public void An_account_that_is_not_seen_any_more_is_not_gone()
    {
        Assert.Empty(SurvivalCurve.Of([Seen("a", 0, SightingState.Alive), Seen("a", 1, SightingState.Unknown), Seen("a", 2, SightingState.Unknown)]));
        Assert.Empty(SurvivalCurve.Of([Seen("a", 0, SightingState.Unknown), Seen("a", 1, SightingState.Gone)]));
        Assert.Empty(SurvivalCurve.Of([Seen("a", 0, SightingState.Alive), Seen("a", 1, SightingState.Gone), Seen("a", 2, SightingState.Alive)]));
    }

    [Fact]
    public void The_curve_is_that_of_Kaplan_and_Meier()
    {
        // Found gone at 6, 6, 6, 7, 10; still there at 6, 9, 10, 11: the first times of the treated group of Freireich et al. (1963), 21 patients in all.
        double[] gone = [6, 6, 6, 7, 10, 13, 16, 22, 23];
        double[] still = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
        var sightings = gone.Index().SelectMany(g => new[] { Seen($"g{g.Index}", 0, SightingState.Alive), Seen($"g{g.Index}", g.Item, SightingState.Gone) })
            .Concat(still.Index().SelectMany(s => new[] { Seen($"s{s.Index}", 0, SightingState.Alive), Seen($"s{s.Index}", s.Item, SightingState.Alive) }));
        var curve = SurvivalCurve.Of(sightings);
        Assert.Equal([6, 7, 10, 13, 16, 22, 23], curve.Select(p => p.Days));
        Assert.Equal([21, 17, 15, 12, 11, 7, 6], curve.Select(p => p.AtRisk));
        double[] published = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448];
        Assert.All(curve.Zip(published), pair => Assert.Equal(pair.Second, pair.First.Survival, 6e-4));
        Assert.All(curve, p => Assert.InRange(p.Survival, p.Low!.Value, p.High!.Value));
    }

    [Fact]
    public void A_loss_happened_between_two_sightings_and_both_ends_are_given()
    {
        var curve = SurvivalCurve.Of(
        [
            Seen("a", 0, SightingState.Alive), Seen("a", 1, SightingState.Alive), Seen("a", 5, SightingState.Unknown), Seen("a", 9, SightingState.Gone),
            Seen("b", 0, SightingState.Alive), Seen("b", 4, SightingState.Gone),
            Seen("c", 0, SightingState.Alive), Seen("c", 20, SightingState.Alive),
        ]);
        Assert.Equal([4, 9], curve.Select(p => p.Days));
        Assert.Equal([2 / 3.0, 1 / 3.0], curve.Select(p => p.Survival), Close);
        Assert.Equal([1 / 3.0, 1 / 3.0], curve.Select(p => p.EarliestSurvival), Close);
    }

    static bool Close(double one, double other) => Math.Abs(one - other) < 1e-12;

    static AccountSighting Seen(string account, double day, SightingState state) => new(account, Start.AddDays(day), state);
}
