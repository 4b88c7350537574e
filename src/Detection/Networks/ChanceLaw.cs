namespace Beffroi.Detection;

/// <summary>See <see cref="ChanceModel"/>. All have the mean rate × activity × activity.</summary>
sealed class ChanceLaw(ChanceModel model, double rate, double dispersion, ShareCensus census)
{
    readonly (int Accounts, long Objects)[] classes = model == ChanceModel.PoissonBinomial ? Classes(census) : [];

    /// <summary>ln of the chance of so many objects or more. The laws of whole counts take the weight rounded down, which is on the safe side.</summary>
    public double LogTail(int objects, double weight, int first, int second)
    {
        var mean = rate * first * second;
        var whole = Math.Min(objects, (int)Math.Floor(weight + 1e-9));
        return model switch
        {
            ChanceModel.Affinity => Detection.LogTail.Overdispersed(weight, mean, dispersion),
            ChanceModel.Poisson => Detection.LogTail.Poisson(weight, mean),
            ChanceModel.Hypergeometric => Detection.LogTail.Hypergeometric(whole, Math.Max((long)Math.Min(1e15, Math.Round(1 / rate)), Math.Max(first, second)), first, second),
            ChanceModel.PoissonBinomial => Detection.PoissonBinomial.LogTail(whole, Draws(first, second, mean)),
        };
    }

    // Each object of a class has the chance first × m / M of being shared by one and second × m / M by the other (at most 1), times the share of meetings within the
    // window, the same for all, which makes the mean what it is.
    List<(long, double)> Draws(int first, int second, double mean)
    {
        var shares = classes.Sum(c => (double)c.Accounts * c.Objects);
        var both = classes.Select(c => (c.Objects, Chance: Math.Min(1, first * (c.Accounts / shares)) * Math.Min(1, second * (c.Accounts / shares)))).ToArray();
        var met = both.Sum(c => c.Objects * c.Chance);
        return [.. both.Select(c => (c.Objects, Math.Min(1, c.Chance * mean / met)))];
    }

    // Popularity in powers of two: within a class everybody takes its mean.
    static (int, long)[] Classes(ShareCensus census) =>
        census.Popularity.Count > 0
            ? [.. census.Popularity.Where(p => p.Key > 1).GroupBy(p => int.Log2(p.Key)).OrderBy(g => g.Key)
                .Select(g => ((int)Math.Round((double)g.Sum(p => p.Key * p.Value) / g.Sum(p => p.Value)), g.Sum(p => p.Value)))]
            : throw new ArgumentException("This model needs the popularity of objects.", nameof(census));
}
