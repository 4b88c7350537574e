namespace Beffroi.Detection;

/// <summary>What all shares say before any window: accounts of each object, objects of each account, each once.</summary>
sealed class SharerCounts
{
    SharerCounts(int objects, int accounts) => (Sharers, Activity) = (new int[objects], new int[accounts]);

    /// <summary>Distinct accounts, by object.</summary>
    public int[] Sharers { get; }

    /// <summary>Distinct objects, by account.</summary>
    public int[] Activity { get; }

    public static SharerCounts Of(ShareTable table) => Of(table, ByObject.Of(table, null));

    public static SharerCounts Of(ShareTable table, ByObject objects)
    {
        var counts = new SharerCounts(table.Objects.Count, table.Accounts.Count);
        var last = new int[table.Accounts.Count];
        for (var at = 0; at < objects.Count; at++)
        {
            foreach (var row in objects.Positions(at))
            {
                // Objects are counted from 1 here, so that 0 is an account not met yet.
                ref var met = ref last[table.AccountColumn[row]];
                if (met != at + 1)
                {
                    met = at + 1;
                    counts.Sharers[table.ObjectColumn[row]]++;
                    counts.Activity[table.AccountColumn[row]]++;
                }
            }
        }

        return counts;
    }

    public ShareCensus Census(ShareTable table)
    {
        var activity = new Dictionary<string, int>(Activity.Length, StringComparer.Ordinal);
        for (var account = 0; account < Activity.Length; account++)
        {
            activity[table.Accounts[account]] = activity.GetValueOrDefault(table.Accounts[account]) + Activity[account];
        }

        var popularity = new Dictionary<int, long>();
        foreach (var sharers in Sharers)
        {
            popularity[sharers] = popularity.GetValueOrDefault(sharers) + 1;
        }

        return new() { Activity = activity, Popularity = popularity };
    }

    /// <summary>Sum of the logarithms, from the smallest number up: the same however the objects came.</summary>
    public static double LogSum(Span<int> sharers)
    {
        sharers.Sort();
        var sum = 0.0;
        foreach (var count in sharers)
        {
            sum += Math.Log(count);
        }

        return sum;
    }
}
