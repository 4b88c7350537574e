namespace Beffroi.Crowdsourcing;

/// <summary>Which groups have been seen by the people who have seen many, one bit for each group. Others are few to pass over, and each group knows its own.</summary>
sealed class Regulars
{
    // From there on a bit for each group takes less room than a number for each that was seen.
    const int GroupsForOneNumber = 8 * sizeof(int);
    const int FewToPassOver = 64;

    readonly Dictionary<int, List<ulong>> _seen = [];

    /// <summary>So many that a list of those would be longer than a bit for each.</summary>
    public static bool AreMany(int passedOver, int groups) => passedOver >= Math.Max(FewToPassOver, groups / GroupsForOneNumber);

    /// <summary>One bit for each group; null for people who have seen few.</summary>
    public List<ulong>? Of(int worker) => _seen.GetValueOrDefault(worker);

    /// <summary>Remembers what somebody has seen from now on. Looks through all groups, once for a person.</summary>
    public List<ulong> Add(int worker, IReadOnlyList<Group> groups)
    {
        var seen = new List<ulong>();
        _seen.Add(worker, seen);
        foreach (var group in groups)
        {
            if (group.WasSeenBy(worker))
            {
                Mark(seen, group.Number);
            }
        }

        return seen;
    }

    /// <summary>Somebody has seen a group.</summary>
    public void Mark(int worker, Group group)
    {
        if (_seen.TryGetValue(worker, out var seen))
        {
            Mark(seen, group.Number);
        }
    }

    /// <summary>Whether a bit is set; what came since is not seen.</summary>
    public static bool Has(ReadOnlySpan<ulong> seen, int number) => number >> 6 < seen.Length && (seen[number >> 6] >> (number & 63) & 1) != 0;

    static void Mark(List<ulong> seen, int number)
    {
        while (seen.Count <= number >> 6)
        {
            seen.Add(0);
        }

        seen[number >> 6] |= 1UL << (number & 63);
    }
}
