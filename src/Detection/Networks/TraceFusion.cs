namespace Beffroi.Detection;

/// <summary>How the chances of the same pair in several traces become one.</summary>
public enum FusionRule
{
    /// <summary>Harmonic mean of the chances, times the least factor that makes it valid whatever the traces have in common: 2 for two traces, 2.75 for three, 3.22 for four, below
    /// e·ln(number of traces) from three on (Vovk &amp; Wang, 2020, Biometrika 107, 791-808). The default: the same post often leaves an address, a text and hashtags at once, and must not count three times as independent evidence.</summary>
    HarmonicMean,

    /// <summary>Fisher's sum of logarithms (1932): for traces that are independent.</summary>
    Fisher,

    /// <summary>Stouffer's sum of deviates (1949): for traces that are independent; favours agreement over one striking trace.</summary>
    Stouffer,
}

/// <summary>What one trace found, to be fused with others.</summary>
/// <param name="Trace">Which one.</param>
/// <param name="Network">Its ties.</param>
/// <param name="Census">Its counts.</param>
public sealed record TraceNetwork(Trace Trace, TieNetwork Network, ShareCensus Census);

/// <summary>Several traces together: each is tested against its own chance, then pairs are judged on all.</summary>
public static class TraceFusion
{
    /// <summary>Fuses the traces of the same posts. In the result a tie adds up what it is in each trace (objects, pairs, delays), its chance is the fused one, and
    /// <see cref="CoordinationFindings.Background"/> is null. A pair that a trace does not tie has the chance 1 in it.</summary>
    /// <param name="traces">At least one; each trace once.</param>
    /// <param name="options">Null for the defaults; <see cref="CoordinationOptions.MinimumObjects"/> is asked of one trace at least, since one
    /// post that leaves an address and a text is not two; a background given from elsewhere is refused. A tie is significant when its fused chance passes
    /// <see cref="CoordinationOptions.FalseDiscoveryRate"/>, or when one of the k traces accepts it by itself at that rate over k: all the single traces together give no more than the
    /// rate, and both ways together no more than twice.</param>
    /// <param name="rule">How chances become one.</param>
    /// <exception cref="ArgumentException">No trace, or a trace twice.</exception>
    /// <exception cref="InvalidOperationException">An option is out of its bounds.</exception>
    public static CoordinationFindings Run(IReadOnlyList<TraceNetwork> traces, CoordinationOptions? options = null, FusionRule rule = FusionRule.HarmonicMean)
    {
        ArgumentNullException.ThrowIfNull(traces);
        var asked = (options ?? new()).Checked();
        if (traces.Count == 0 || traces.Select(t => t.Trace).Distinct().Count() < traces.Count)
        {
            throw new ArgumentException("At least one trace is needed, and each once.", nameof(traces));
        }

        if (asked.Background is not null)
        {
            throw new InvalidOperationException("Each trace has its own background.");
        }

        if (traces.Count == 1)
        {
            return CoordinationAnalysis.Run(traces[0].Network, traces[0].Census, asked);
        }

        string[] accounts = [.. traces.SelectMany(t => t.Network.Accounts).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var place = accounts.Select((a, at) => (a, at)).ToDictionary(p => p.a, p => p.at, StringComparer.Ordinal);
        var pairs = new SortedDictionary<(int, int), (TestedTie Sum, double[] LogChances)>();
        var (enough, already) = (new HashSet<(int, int)>(), new Dictionary<(int, int), TieTest>());

        // What any of k traces may accept by itself: the rate is shared between them.
        var single = asked with { FalseDiscoveryRate = asked.FalseDiscoveryRate / traces.Count };
        foreach (var (trace, at) in traces.OrderBy(t => t.Trace).Select((t, at) => (t, at)))
        {
            foreach (var tie in CoordinationAnalysis.Run(trace.Network, trace.Census, single).Ties)
            {
                var turned = Turned(tie.Tie, place[trace.Network.Accounts[tie.Tie.First]], place[trace.Network.Accounts[tie.Tie.Second]]);
                var key = (turned.First, turned.Second);
                var (sum, chances) = pairs.TryGetValue(key, out var known) ? known : (tie with { Tie = turned }, new double[traces.Count]);
                sum = known.LogChances is null ? sum : sum with { Tie = Added(sum.Tie, turned), Weight = sum.Weight + tie.Weight, Expected = sum.Expected + tie.Expected };
                chances[at] = tie.LogChance * Math.Log(10);
                pairs[key] = (sum, chances);
                _ = tie.Tie.Objects >= asked.MinimumObjects && enough.Add(key);
                if (tie.Significant && !(already.TryGetValue(key, out var by) && by is TieTest.Tie))
                {
                    already[key] = tie.AcceptedBy;
                }
            }
        }

        return Judged(accounts, traces, [.. pairs.Values.Select(p => p.Sum with { LogChance = Combined(p.LogChances, rule) / Math.Log(10) })], enough, already, asked);
    }

    /// <summary>ln of the fused chance of ln chances.</summary>
    internal static double Combined(double[] logChances, FusionRule rule)
    {
        var count = logChances.Length;
        return rule switch
        {
            FusionRule.HarmonicMean => Math.Min(0, Math.Log(HarmonicFactor(count)) + Math.Log(count) - logChances.Aggregate(double.NegativeInfinity, (sum, l) => LogTail.Sum(sum, -l))),
            FusionRule.Fisher => LogTail.GammaAbove(count, -logChances.Sum()),
            FusionRule.Stouffer => NormalDeviate.LogAbove(logChances.Sum(NormalDeviate.AboveLog) / Math.Sqrt(count)),
        };
    }

    /// <summary>The least number by which the harmonic mean of so many chances must be multiplied to be a chance, whatever they have in common: (y + k)² / ((y + 1) k), where
    /// y² = k ((y + 1) ln(y + 1) - y), from three on; 2 for two, where e·ln 2 is too small (Vovk &amp; Wang, 2020).</summary>
    internal static double HarmonicFactor(int count)
    {
        if (count <= 2)
        {
            return count;
        }

        var (low, high) = (1e-3, 1e3 * count);
        for (var step = 0; step < 200; step++)
        {
            var y = (low + high) / 2;
            (low, high) = count * (((y + 1) * Math.Log(y + 1)) - y) > y * y ? (y, high) : (low, y);
        }

        return (low + count) * (low + count) / ((low + 1) * count);
    }

    static CoordinationFindings Judged(string[] accounts, IReadOnlyList<TraceNetwork> traces, TestedTie[] ties, HashSet<(int, int)> several, Dictionary<(int, int), TieTest> already, CoordinationOptions options)
    {
        // An account's activity is what it shared in all; a pair could be tied if both could reach the least number of objects.
        var activity = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (account, count) in traces.SelectMany(t => t.Census.Activity))
        {
            activity[account] = activity.GetValueOrDefault(account) + count;
        }

        var active = activity.Values.LongCount(n => n >= options.MinimumObjects);
        var tests = active * (active - 1.0) / 2;
        var enough = Enumerable.Range(0, ties.Length).Where(t => several.Contains((ties[t].Tie.First, ties[t].Tie.Second)) && ties[t].Weight >= Math.Min(options.MinimumWeight, options.MinimumObjects)).ToArray();
        var adjusted = BenjaminiHochberg.Adjust([.. enough.Select(t => ties[t].LogChance * Math.Log(10))], tests);
        var judged = ties.Select(t => t with { LogAdjusted = 0, Significant = false, AcceptedBy = TieTest.None, Kept = false, InBackbone = false }).ToArray();
        for (var i = 0; i < enough.Length; i++)
        {
            // A tie that one trace makes believable by the partners of both ends is so here too.
            var by = adjusted[i] <= Math.Log(options.FalseDiscoveryRate) ? TieTest.Traces : already.GetValueOrDefault((ties[enough[i]].Tie.First, ties[enough[i]].Tie.Second));
            judged[enough[i]] = judged[enough[i]] with { LogAdjusted = adjusted[i] / Math.Log(10), Significant = by is not TieTest.None, AcceptedBy = by };
        }

        return CoordinationShape.Of(accounts, judged, activity, tests, options);
    }

    static Tie Turned(Tie tie, int first, int second) => first < second ? tie with { First = first, Second = second } : tie with
    {
        First = second,
        Second = first,
        FirstContents = tie.SecondContents,
        SecondContents = tie.FirstContents,
        FirstLeads = tie.SecondLeads,
        SecondLeads = tie.FirstLeads,
    };

    static Tie Added(Tie a, Tie b) => a with
    {
        Pairs = a.Pairs + b.Pairs,
        Objects = a.Objects + b.Objects,
        FirstContents = a.FirstContents + b.FirstContents,
        SecondContents = a.SecondContents + b.SecondContents,
        FirstLeads = a.FirstLeads + b.FirstLeads,
        SecondLeads = a.SecondLeads + b.SecondLeads,
        DelaySum = a.DelaySum + b.DelaySum,
        LogPopularity = a.LogPopularity + b.LogPopularity,
    };
}
