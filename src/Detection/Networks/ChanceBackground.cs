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

    // From below: only pairs that met little make the first background; those who met more and are not significant against it come back into it, until none does.
    // From above, a network that makes most of all meetings would never leave. Rounds use the affinity law or Poisson, which are quick.
    double Estimated()
    {
        var quick = options.Model == ChanceModel.Affinity ? ChanceModel.Affinity : ChanceModel.Poisson;
        var little = Little();
        var aside = ties.Select(t => t.Objects > little).ToArray();
        var rate = 0.0;
        for (var (round, moved) = (0, true); moved && round < MostRounds; round++)
        {
            var (met, chances) = (0.5, opportunities);
            for (var at = 0; at < ties.Length; at++)
            {
                (met, chances) = aside[at] ? (met, chances - Opportunity(at)) : (met + ties[at].Objects, chances);
            }

            // Half a meeting more, so that where nobody ever met by chance the rate is small and not zero.
            rate = met / Math.Max(1, chances);
            Test(rate, quick);
            moved = false;
            for (var at = 0; at < ties.Length; at++)
            {
                moved |= aside[at] != Significant(at);
                aside[at] = Significant(at);
            }
        }

        if (options.Model != quick)
        {
            Test(rate, options.Model);
        }

        return rate;
    }

    double Opportunity(int tie) => (double)activity[ties[tie].First] * activity[ties[tie].Second];

    // As many objects as half of the opportunities never exceed: 1 but in dense data, where everybody has met everybody.
    int Little()
    {
        var half = opportunities - ties.Select((_, at) => Opportunity(at)).Sum();
        var little = 0;
        foreach (var group in ties.Select((t, at) => (t.Objects, at)).GroupBy(t => t.Objects).OrderBy(g => g.Key).TakeWhile(_ => half < opportunities / 2))
        {
            half += group.Sum(t => Opportunity(t.at));
            little = group.Key;
        }

        return Math.Max(1, little);
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
