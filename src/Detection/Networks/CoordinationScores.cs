namespace Beffroi.Detection;

/// <summary>Continuous coordination of accounts: ties are laid from the strongest to the weakest, and an account scores by how early it finds itself in a group of the least
/// size (after Nizzoli, Tardelli, Avvenuti, Cresci &amp; Tesconi, 2021, ICWSM 15, 443-454). How early is told by the surprise of the tie, not by its rank: a rank is high for
/// somebody even where nobody is coordinated.</summary>
static class CoordinationScores
{
    const int Least = 3;

    /// <param name="bar">log₁₀ of the chance at which the score is one half, below 0.</param>
    public static (double Score, double LogChance)[] Of(int accounts, TestedTie[] ties, double bar)
    {
        var parents = Enumerable.Range(0, accounts).ToArray();
        var members = Enumerable.Range(0, accounts).Select(a => new List<int> { a }).ToArray();
        var scores = new (double, double)[accounts];
        var entered = new bool[accounts];
        var order = Enumerable.Range(0, ties.Length).OrderBy(t => ties[t].LogChance).ToArray();
        for (var at = 0; at < order.Length;)
        {
            // Ties of the same strength come together, so that their order changes nothing.
            var (level, end) = (ties[order[at]].LogChance, at);
            for (; end < order.Length && ties[order[end]].LogChance == level; end++)
            {
                var (a, b) = (Root(parents, ties[order[end]].Tie.First), Root(parents, ties[order[end]].Tie.Second));
                if (a != b)
                {
                    var (small, large) = members[a].Count < members[b].Count ? (a, b) : (b, a);
                    parents[small] = large;
                    members[large].AddRange(members[small]);
                    members[small].Clear();
                }
            }

            for (; at < end; at++)
            {
                // A pair that is kept by itself is a group.
                var tie = ties[order[at]];
                foreach (var account in new[] { tie.Tie.First, tie.Tie.Second }.Where(a => tie.Kept && !entered[a]))
                {
                    entered[account] = true;
                    scores[account] = (Score(level, bar), level);
                }

                var root = Root(parents, ties[order[at]].Tie.First);
                if (members[root].Count < Least)
                {
                    continue;
                }

                foreach (var account in members[root].Where(a => !entered[a]))
                {
                    entered[account] = true;
                    scores[account] = (Score(level, bar), level);
                }

                // Those who are in need not be looked at again: one stands for all.
                var size = members[root].Count;
                if (size > 2 * Least)
                {
                    members[root].RemoveRange(Least, size - Least);
                }
            }
        }

        return scores;
    }

    static double Score(double level, double bar) => double.IsNegativeInfinity(level) ? 1 : level / (level + bar);

    static int Root(int[] parents, int node)
    {
        while (parents[node] != node)
        {
            parents[node] = parents[parents[node]];
            node = parents[node];
        }

        return node;
    }
}
