namespace Beffroi.Detection;

/// <summary>Accounts that have more unlikely partners than chance gives them. A pair that met twice says little among millions of pairs; an account with five such partners says
/// much: members of a loose network are found by their number of partners before any of their ties is.</summary>
sealed class AccountTest
{
    readonly double logLevel;
    readonly double rate;
    readonly int least;
    readonly ChanceLaw law;
    readonly (int Activity, int Accounts)[] classes;
    readonly Dictionary<int, double> expected = [];

    public AccountTest(ShareCensus census, double rate, CoordinationOptions options)
    {
        (this.rate, least, logLevel) = (rate, options.MinimumObjects, Math.Log(options.SuspectLevel ?? 0));
        law = new(options.Model is ChanceModel.Affinity ? ChanceModel.Affinity : ChanceModel.Poisson, rate, options.Dispersion, census);

        // Everybody of an activity up to 64 as they are, then by steps of a twentieth, each at its highest.
        classes = [.. census.Activity.Values.Where(n => n >= least).GroupBy(n => n <= 64 ? n : (int)Math.Ceiling(Math.Pow(1.05, Math.Ceiling(Math.Log(n) / Math.Log(1.05)))))
            .OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))];
    }

    /// <summary>Whether the chance of a tie is within the level of suspicion.</summary>
    public bool Suspect(double logChance) => logChance <= logLevel;

    /// <summary>How many partners of that kind chance gives an account of that activity.</summary>
    public double Expected(int activity) => expected.TryGetValue(activity, out var known) ? known
        : expected[activity] = classes.Sum(c => c.Accounts * Reach(activity, c.Activity));

    /// <summary>ln of the chance of so many partners, adjusted to the number of accounts, for those who have any.</summary>
    public double[] Adjusted(IReadOnlyList<int> partners, IReadOnlyList<int> activity)
    {
        var some = Enumerable.Range(0, partners.Count).Where(a => partners[a] > 0).ToArray();
        var adjusted = BenjaminiHochberg.Adjust([.. some.Select(a => LogTail.Poisson(partners[a], Expected(activity[a])))], classes.Sum(c => (double)c.Accounts));
        var all = new double[partners.Count];
        for (var i = 0; i < some.Length; i++)
        {
            all[some[i]] = adjusted[i];
        }

        return all;
    }

    // The chance that two accounts of those activities meet so often that their tie is suspect: the tail at the first count whose tail is within the level.
    double Reach(int first, int second)
    {
        var mean = rate * first * second;
        var (low, high) = (least, least);
        while (Tail(high) > logLevel)
        {
            (low, high) = (high + 1, (2 * high) + (int)Math.Min(1e6, mean) + 1);
        }

        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Tail(middle) > logLevel ? (middle + 1, high) : (low, middle);
        }

        return Math.Exp(Tail(high));

        double Tail(int count) => law.LogTail(count, count, first, second);
    }
}
