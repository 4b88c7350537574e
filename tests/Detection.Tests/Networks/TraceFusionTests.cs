namespace Beffroi.Detection.Tests.Networks;

public sealed class TraceFusionTests
{
    // The worst that two chances can do: p₂ = a - p₁ where p₁ is within a, and the same elsewhere. Each is uniform by itself.
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.05)]
    [InlineData(0.3)]
    public void Two_chances_that_avoid_each_other_are_still_a_chance_once_fused(double a)
    {
        const int Steps = 100_000;
        double[] fused = [.. Enumerable.Range(0, Steps).Select(i => (i + 0.5) / Steps).Select(p => Fused(p, p < a ? a - p : p)).Order()];
        for (var i = 0; i < Steps; i += 7)
        {
            Assert.True((i + 1.0) / Steps <= fused[i] + (2.0 / Steps), $"P(p ≤ {fused[i]}) = {(i + 1.0) / Steps}");
        }

        // And no smaller factor would do: the bound is met at a.
        Assert.Equal(a, fused[(int)(a * Steps) - 1], 3);
    }

    [Fact]
    public void From_three_chances_on_the_factor_stays_under_the_bound_that_is_proven_for_all()
    {
        Assert.Equal((1, 2), (TraceFusion.HarmonicFactor(1), TraceFusion.HarmonicFactor(2)));
        Assert.True(Math.E * Math.Log(2) < 2);
        for (var count = 3; count <= 200; count++)
        {
            Assert.InRange(TraceFusion.HarmonicFactor(count), Math.Max(2, Math.Log(count)), Math.E * Math.Log(count));
        }
    }

    // The worst dependence looked for by moving the quantiles of each chance against the sum of the others (Puccetti and Rüschendorf, 2012).
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void The_factor_is_what_the_worst_dependence_asks_for(int count)
    {
        const int Rows = 4_000;
        double[][] columns = [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(1, Rows).Select(j => (double)Rows / j).ToArray())];
        for (var round = 0; round < 60; round++)
        {
            foreach (var column in columns)
            {
                double[] others = [.. Enumerable.Range(0, Rows).Select(r => columns.Sum(c => c[r]) - column[r])];
                int[] byOthers = [.. Enumerable.Range(0, Rows).OrderBy(r => others[r])];
                double[] falling = [.. column.OrderDescending()];
                for (var r = 0; r < Rows; r++)
                {
                    column[byOthers[r]] = falling[r];
                }
            }
        }

        // Chances within a, in units of a: all of a is used when the least sum of inverses s gives factor · k / s = 1.
        var least = Enumerable.Range(0, Rows).Min(r => columns.Sum(c => c[r]));
        Assert.InRange(TraceFusion.HarmonicFactor(count) * count / least, 0.99, 1.05);
    }

    // Chance alone, in many traces: what each trace accepts by itself adds up, unless the rate is shared.
    [Fact]
    public void A_trace_accepts_by_itself_at_its_part_of_the_rate_only()
    {
        var (url, rate) = (One(), 1.0);
        var alone = CoordinationAnalysis.Run(url.Network, url.Census);
        var tie = alone.Ties.Index().Where(t => t.Item.Significant).MaxBy(t => t.Item.LogAdjusted);
        Assert.Equal(TieTest.Tie, tie.Item.AcceptedBy);
        rate = Math.Pow(10, tie.Item.LogAdjusted) * 1.5;

        // At that rate the weakest tie passes alone; at its half, which is what one of two traces may use, it does not.
        var options = new CoordinationOptions { FalseDiscoveryRate = rate, SuspectLevel = null, AccountRate = false };
        Assert.True(Weakest(CoordinationAnalysis.Run(url.Network, url.Census, options)).Significant);
        var fused = TraceFusion.Run([new(Trace.Url, url.Network, url.Census), new(Trace.Text, Apart().Network, Apart().Census)], options);
        Assert.False(Weakest(fused).Significant);
        Assert.Equal(TieTest.None, Weakest(fused).AcceptedBy);
        Assert.All(fused.Ties, t => Assert.Equal(t.Significant, t.AcceptedBy is not TieTest.None));

        static TestedTie Weakest(CoordinationFindings findings) =>
            findings.Ties.Single(t => findings.Accounts[t.Tie.First].StartsWith("faible", StringComparison.Ordinal) && findings.Accounts[t.Tie.Second].StartsWith("faible", StringComparison.Ordinal));
    }

    // Two pairs, one of many objects and one of four, among people who share alone.
    static (TieNetwork Network, ShareCensus Census) One() => Counted(
    [
        .. Enumerable.Range(0, 12).SelectMany(o => new[] { "fort1", "fort2" }.Select(a => new Share($"f{o}", a, $"{a}{o}", 90_000L * o))),
        .. Enumerable.Range(0, 4).SelectMany(o => new[] { "faible1", "faible2" }.Select(a => new Share($"g{o}", a, $"{a}{o}", 90_000L * o))),
        .. Enumerable.Range(0, 300).Select(i => new Share($"seul{i}", $"p{i % 40}", $"p{i}", 3000L * i)),
    ]);

    static (TieNetwork Network, ShareCensus Census) Apart() => Counted(
    [
        .. Enumerable.Range(0, 300).Select(i => new Share($"t{i}", $"p{i % 40}", $"t{i}", 3000L * i)),
        .. Enumerable.Range(0, 2).Select(i => new Share("t0", $"p{i}", $"u{i}", 5)),
    ]);

    static (TieNetwork Network, ShareCensus Census) Counted(Share[] shares)
    {
        var sharing = CoSharing.Find(ShareTable.Of(shares), new() { Window = 60 });
        return (sharing.Network, sharing.Census);
    }

    static double Fused(double one, double other) => Math.Exp(TraceFusion.Combined([Math.Log(one), Math.Log(other)], FusionRule.HarmonicMean));
}
