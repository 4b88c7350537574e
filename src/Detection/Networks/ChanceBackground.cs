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
    readonly long active;
    double[] accounts = [];

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
        active = census.Activity.Values.LongCount(n => n >= options.MinimumObjects);
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

    public bool Significant(int tie) => Enough(tie) && LogAdjusted[tie] <= Bar && (!options.AccountRate || (accounts[ties[tie].First] <= Bar && accounts[ties[tie].Second] <= Bar));

    /// <summary>Whether the tie rests on enough objects to be looked at.</summary>
    public bool Enough(int tie) => ties[tie].Objects >= options.MinimumObjects && weights[tie] >= Math.Min(options.MinimumWeight, options.MinimumObjects);

    double Bar => Math.Log(options.FalseDiscoveryRate);

    // From below: only pairs that met little make the first background; those who met more and are not significant against it come back into it, until none does.
    // From above, a network that makes most of all meetings would never leave. Meetings between two accounts that both have a significant tie stay out too, whether they are
    // themselves significant or not: a network also meets in ones and twos. Rounds use the affinity law or Poisson, which are quick.
    double Estimated()
    {
        var quick = options.Model == ChanceModel.Affinity ? ChanceModel.Affinity : ChanceModel.Poisson;
        var little = Little();
        var aside = Ends(t => ties[t].Objects > little);
        var rate = 0.0;
        for (var (round, moved) = (0, true); moved && round < MostRounds; round++)
        {
            var (sum, squares) = (0.0, 0.0);
            for (var account = 0; account < aside.Length; account++)
            {
                var n = aside[account] ? (double)activity[account] : 0;
                (sum, squares) = (sum + n, squares + (n * n));
            }

            // Half a meeting more, so that where nobody ever met by chance the rate is small and not zero.
            var met = 0.5 + ties.Where(t => !(aside[t.First] && aside[t.Second])).Sum(t => (double)t.Objects);
            rate = met / Math.Max(1, opportunities - (((sum * sum) - squares) / 2));
            Test(rate, quick);
            var now = Ends(Significant);
            moved = !now.AsSpan().SequenceEqual(aside);
            aside = now;
        }

        if (options.Model != quick)
        {
            Test(rate, options.Model);
        }

        return rate;
    }

    bool[] Ends(Func<int, bool> chosen)
    {
        var ends = new bool[activity.Length];
        for (var at = 0; at < ties.Length; at++)
        {
            if (chosen(at))
            {
                (ends[ties[at].First], ends[ties[at].Second]) = (true, true);
            }
        }

        return ends;
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
            if (Enough(at))
            {
                enough.Add(at);
            }
        }

        var adjusted = BenjaminiHochberg.Adjust([.. enough.Select(at => LogChances[at])], TestablePairs);
        for (var i = 0; i < adjusted.Length; i++)
        {
            LogAdjusted[enough[i]] = adjusted[i];
        }

        if (options.AccountRate)
        {
            accounts = AccountRates(enough);
        }
    }

    // Each account over its own pairs (Simes, 1986), then accounts over each other: the levels of a hierarchy of tests (Yekutieli, 2008).
    double[] AccountRates(List<int> enough)
    {
        var own = new List<double>[activity.Length];
        foreach (var at in enough)
        {
            (own[ties[at].First] ??= []).Add(LogChances[at]);
            (own[ties[at].Second] ??= []).Add(LogChances[at]);
        }

        var some = Enumerable.Range(0, own.Length).Where(a => own[a] is not null).ToArray();
        var adjusted = BenjaminiHochberg.Adjust([.. some.Select(a => BenjaminiHochberg.Adjust(own[a], active - 1).Min())], active);
        var rates = new double[activity.Length];
        for (var i = 0; i < some.Length; i++)
        {
            rates[some[i]] = adjusted[i];
        }

        return rates;
    }
}
