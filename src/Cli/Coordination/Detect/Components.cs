namespace Beffroi.Cli.Coordination.Detect;

/// <summary>Accounts that edges join, step by step.</summary>
static class Components
{
    /// <summary>Accounts with an edge to another, and the groups that they make.</summary>
    public static (int Accounts, int Groups) Count(IEnumerable<(int From, int To)> edges, int accounts)
    {
        int[] parents = [.. Enumerable.Range(0, accounts)];
        var joined = new bool[accounts];
        foreach (var (from, to) in edges)
        {
            if (from != to)
            {
                joined[from] = joined[to] = true;
                parents[Root(from)] = Root(to);
            }
        }

        return (joined.Count(j => j), Enumerable.Range(0, accounts).Count(a => joined[a] && Root(a) == a));

        int Root(int at)
        {
            while (parents[at] != at)
            {
                at = parents[at] = parents[parents[at]];
            }

            return at;
        }
    }
}
