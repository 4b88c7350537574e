namespace Beffroi.Detection;

/// <summary>The chance of every tie, and the background that it rests on. The background is estimated on the ties that are not themselves significant: were it estimated
/// on all, a network that is very active and very coordinated would be its own norm and hide itself.</summary>
sealed class ChanceBackground
{
    const int MostRounds = 30;

    readonly Tie[] ties;
    readonly int[] activity;
    readonly double[] weights;
    readonly CoordinationOptions options;
    readonly ShareCensus census;
    readonly double opportunities;

    public ChanceBackground(TieNetwork network, ShareCensus census, CoordinationOptions options)
    {
        (this.census, this.options) = (census, options);
        ties = [.. network.Ties];
        activity = [.. network.Accounts.Select(a => census.Activity.TryGetValue(a, out var n) && n > 0 ? n
            : throw new ArgumentException($"The census does not know the account {a} of the network.", nameof(census)))];
        var (sum, squares) = (0.0, 0.0);
        foreach (var n in census.Activity.Values.Order())
        {
            sum += n;
            squares += (double)n * n;
        }

        opportunities = ((sum * sum) - squares) / 2;
        var active = census.Activity.Values.LongCount(n => n >= options.MinimumObjects);
        TestablePairs = active * (active - 1.0) / 2;
        var everybody = Math.Log(Math.Max(2, census.Activity.Count));
        weights = [.. ties.Select(t => options.DiscountPopular ? Math.Max(0, t.Objects - (t.LogPopularity / everybody)) : t.Objects)];
        LogChances = new double[ties.Length];
        LogAdjusted = new double[ties.Length];
        Rate = options.Background ?? Estimated();
        if (options.Background is not null)
        {
            Test(Rate, options.Model);
        }
    }

    public double TestablePairs { get; }

    public double Rate { get; }

    public IReadOnlyList<double> Weights => weights;

    /// <summary>ln of the chance of each tie.</summary>
    public double[] LogChances { get; }

    /// <summary>ln of the adjusted chance; 0 for ties of too few objects.</summary>
    public double[] LogAdjusted { get; }

    public double Expected(int tie) => Rate * activity[ties[tie].First] * activity[ties[tie].Second];

    public bool Significant(int tie) => ties[tie].Objects >= options.MinimumObjects && LogAdjusted[tie] <= Math.Log(options.FalseDiscoveryRate);

    // Ties leave the background as soon as they are significant against it, until none leaves. Rounds use the affinity law or Poisson, which are quick.
    double Estimated()
    {
        var quick = options.Model == ChanceModel.Affinity ? ChanceModel.Affinity : ChanceModel.Poisson;
        var (gone, rate) = (new bool[ties.Length], 0.0);
        for (var round = 0; round < MostRounds; round++)
        {
            var (met, chances) = (0.5, opportunities);
            for (var at = 0; at < ties.Length; at++)
            {
                if (gone[at])
                {
                    chances -= (double)activity[ties[at].First] * activity[ties[at].Second];
                }
                else
                {
                    met += ties[at].Objects;
                }
            }

            // Half a meeting more, so that where nobody ever met by chance the rate is small and not zero.
            rate = met / Math.Max(1, chances);
            Test(rate, quick);
            var left = 0;
            for (var at = 0; at < ties.Length; at++)
            {
                if (!gone[at] && Significant(at))
                {
                    gone[at] = true;
                    left++;
                }
            }

            if (left == 0)
            {
                break;
            }
        }

        if (options.Model != quick)
        {
            Test(rate, options.Model);
        }

        return rate;
    }

    void Test(double rate, ChanceModel model)
    {
        var law = new ChanceLaw(model, rate, options.Dispersion, census);
        var enough = new List<int>();
        for (var at = 0; at < ties.Length; at++)
        {
            LogChances[at] = law.LogTail(ties[at].Objects, weights[at], activity[ties[at].First], activity[ties[at].Second]);
            LogAdjusted[at] = 0;
            if (ties[at].Objects >= options.MinimumObjects)
            {
                enough.Add(at);
            }
        }

        var adjusted = BenjaminiHochberg.Adjust([.. enough.Select(at => LogChances[at])], TestablePairs);
        for (var i = 0; i < adjusted.Length; i++)
        {
            LogAdjusted[enough[i]] = adjusted[i];
        }
    }
}
