namespace Beffroi.Psychometrics;

/// <summary>A flash rule: a fixed number of items, each of greatest information among the best few, on a capacity whose moves are capped and whose prior is moved to
/// the last capacity at each answer. Made after the published source of a public certification; a comparison, not a recommendation: a prior that
/// follows the estimate counts the first answers twice.</summary>
public sealed record FlashDesign : TestDesign
{
    /// <summary>Items, at least 1. Default 32.</summary>
    public int Length { get; init => field = (int)Require.AtLeast(1, value, nameof(Length)); } = 32;

    /// <summary>The next item is drawn among this many best ones, from 1 to 100. Default 5.</summary>
    public int TopCount { get; init => field = (int)Require.Within(1, 100, value, nameof(TopCount)); } = 5;

    /// <summary>Largest move of the capacity at one answer, in logits, above 0. Default 0.5.</summary>
    public double LargestMove { get; init => field = Require.AtLeast(1e-3, value, nameof(LargestMove)); } = 0.5;

    /// <summary>Capacity before any answer, in logits, in [-6, 6]. Default 0.</summary>
    public double Start { get; init => field = Require.Within(-6, 6, value, nameof(Start)); }

    /// <summary>Variance of the prior that follows the capacity, in logits squared, in [0.1, 10]. Default 1.5.</summary>
    public double PriorVariance { get; init => field = Require.Within(0.1, 10, value, nameof(PriorVariance)); } = 1.5;

    internal override Func<Sitting, SittingRecord> Prepare(SimulatedBank bank, SimulationScenario scenario)
    {
        var curves = new ScoreCurves(bank.Used, Quadrature.Normal(0, 1.5));
        return sitting => Run(sitting, bank.Used, curves);
    }

    SittingRecord Run(Sitting sitting, ItemBank bank, ScoreCurves curves)
    {
        var chance = new SplitMix64(sitting.TestSeed);
        var log = new double[curves.Grid.Points.Length];
        var (asked, capacity) = (new List<int>(), Start);
        var posterior = After(log, capacity, curves);
        while (asked.Count < Math.Min(Length, bank.Items.Length) && !sitting.HasLeft(asked.Count))
        {
            var item = Next(bank, asked, capacity, chance);
            asked.Add(item);
            if (sitting.Answer(item) is { } score)
            {
                curves.Add(item, score, log);
                posterior = After(log, capacity, curves);
                capacity = Math.Clamp(posterior.Mean, capacity - LargestMove, capacity + LargestMove);
            }
        }

        return new() { Asked = [.. asked], Posterior = posterior, Estimate = (capacity, posterior.StandardDeviation) };
    }

    Posterior After(double[] log, double capacity, ScoreCurves curves) =>
        Posterior.Given(curves.Grid.Reweighted(capacity, Math.Sqrt(PriorVariance)), log);

    int Next(ItemBank bank, List<int> asked, double capacity, SplitMix64 chance)
    {
        var best = Enumerable.Range(0, bank.Items.Length).Where(item => !asked.Contains(item))
            .OrderByDescending(item => bank.Items[item].Model.Information(capacity)).Take(TopCount).ToArray();
        return best[chance.Below(best.Length)];
    }
}
