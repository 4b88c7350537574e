namespace Beffroi.Detection;

/// <summary>Our own mode: which accounts share together more than chance explains, in which clusters, how strongly. A score is a reason to look, never a proof.</summary>
public static class CoordinationAnalysis
{
    /// <summary>Tests every tie of a network against chance, keeps those that chance does not explain and that hold together, and finds their clusters.</summary>
    /// <param name="network">Ties of one trace within one window, from one common object up (ties of a single object measure the background).</param>
    /// <param name="census">Who shares how much in the same input, for every account.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">The census does not know an account of the network.</exception>
    /// <exception cref="InvalidOperationException">An option is out of its bounds.</exception>
    public static CoordinationFindings Run(TieNetwork network, ShareCensus census, CoordinationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(census);
        var asked = (options ?? new()).Checked();
        var background = new ChanceBackground(network, census, asked);
        var loose = Loose(network, census, background, asked);
        var tested = network.Ties.Select((tie, at) => new TestedTie
        {
            Tie = tie,
            Weight = background.Weights[at],
            Expected = background.Expected(at),
            LogChance = background.LogChances[at] / Math.Log(10),
            LogAdjusted = background.LogAdjusted[at] / Math.Log(10),
            Significant = background.Significant(at) || loose[at],
            AcceptedBy = background.Significant(at) ? TieTest.Tie : loose[at] ? TieTest.Partners : TieTest.None,
        }).ToArray();
        return CoordinationShape.Of(network.Accounts, tested, census.Activity, background.TestablePairs, asked) with { Background = background.Rate };
    }

    // Ties that both ends make believable: unlikely each, and each end has more unlikely partners than chance gives.
    static bool[] Loose(TieNetwork network, ShareCensus census, ChanceBackground background, CoordinationOptions options)
    {
        var test = new AccountTest(census, background.Rate, options);
        bool[] suspect = [.. network.Ties.Select((_, at) => background.Enough(at) && test.Suspect(background.LogChances[at]))];
        var partners = new int[network.Accounts.Count];
        foreach (var tie in network.Ties.Where((_, at) => suspect[at]))
        {
            partners[tie.First]++;
            partners[tie.Second]++;
        }

        var adjusted = test.Adjusted(partners, [.. network.Accounts.Select(a => census.Activity[a])]);
        var bar = Math.Log(options.FalseDiscoveryRate);
        return [.. network.Ties.Select((t, at) => suspect[at] && adjusted[t.First] <= bar && adjusted[t.Second] <= bar)];
    }
}
