using System.Runtime.InteropServices;

namespace Beffroi.Detection;

/// <summary>The ties of a stream, by the numbers of their accounts, the smaller first. Nearly all rest on one pair of shares: there are millions of these, and none is an object of its own,
/// so that the collector of memory has nothing to follow.</summary>
sealed class RunningTies
{
    readonly Dictionary<(int First, int Second), SinglePair> single = [];
    readonly Dictionary<(int First, int Second), RunningTie> grown = [];

    // Since it was last asked what changed: those that began, and those that grew.
    readonly List<(int First, int Second)> begun = [];
    readonly List<(int First, int Second)> touched = [];

    public int Count => single.Count + grown.Count;

    public void Add(Waiting first, Waiting second, ulong thing)
    {
        var ends = (first.Account, second.Account);
        if (!grown.TryGetValue(ends, out var tie))
        {
            ref var alone = ref CollectionsMarshal.GetValueRefOrAddDefault(single, ends, out var isKnown);
            if (!isKnown)
            {
                alone = new(thing, first.Content, second.Content, first.Timestamp, second.Timestamp);
                begun.Add(ends);
                return;
            }

            tie = alone.Tie(ends);
            single.Remove(ends);
            grown.Add(ends, tie);
        }

        tie.Add(first, second, thing);
        if (!tie.IsTouched)
        {
            tie.IsTouched = true;
            touched.Add(ends);
        }
    }

    public IEnumerable<((int First, int Second) Ends, RunningTie Tie)> All() => single.Select(t => (t.Key, t.Value.Tie(t.Key))).Concat(grown.Select(t => (t.Key, t.Value)));

    /// <summary>Those that changed since the last call, of so many objects at least.</summary>
    public List<((int First, int Second) Ends, RunningTie Tie)> Changed(int leastObjects)
    {
        var changed = new List<((int First, int Second) Ends, RunningTie Tie)>(touched.Count);
        foreach (var ends in leastObjects <= 1 ? begun : [])
        {
            if (single.TryGetValue(ends, out var alone))
            {
                changed.Add((ends, alone.Tie(ends)));
            }
        }

        foreach (var ends in touched)
        {
            var tie = grown[ends];
            tie.IsTouched = false;
            if (tie.Objects >= leastObjects)
            {
                changed.Add((ends, tie));
            }
        }

        begun.Clear();
        touched.Clear();
        return changed;
    }

    /// <summary>How many were last touched within so many seconds, by halvings: the first place counts those of more than half of it, the last those of its smallest part.</summary>
    public void CountByAge(long watermark, long idle, Span<int> counts)
    {
        foreach (var tie in single.Values)
        {
            CountAge(watermark - tie.Last, idle, counts);
        }

        foreach (var tie in grown.Values)
        {
            CountAge(watermark - tie.Last, idle, counts);
        }
    }

    /// <returns>How many were let go of.</returns>
    public int Forget(long before)
    {
        var kept = Count;
        foreach (var (ends, tie) in single)
        {
            if (tie.Last < before)
            {
                single.Remove(ends);
            }
        }

        foreach (var (ends, tie) in grown)
        {
            if (tie.Last < before)
            {
                grown.Remove(ends);
            }
        }

        if (Count < kept)
        {
            begun.RemoveAll(ends => !single.ContainsKey(ends));
            touched.RemoveAll(ends => !grown.ContainsKey(ends));
        }

        return kept - Count;
    }

    /// <summary>Says of each account of a tie that it is used.</summary>
    public void Mark(bool[] used)
    {
        foreach (var (first, second) in single.Keys)
        {
            (used[first], used[second]) = (true, true);
        }

        foreach (var (first, second) in grown.Keys)
        {
            (used[first], used[second]) = (true, true);
        }
    }

    /// <summary>Gives the accounts other numbers, in the same order.</summary>
    public void Rename(int[] numbers)
    {
        Renamed(single, numbers);
        Renamed(grown, numbers);
        Renamed(begun, numbers);
        Renamed(touched, numbers);
    }

    public void Write(BinaryWriter writer)
    {
        StreamCheckpoint.WriteMany(writer, single, t =>
        {
            writer.Write(t.Key.First);
            writer.Write(t.Key.Second);
            t.Value.Write(writer);
        });
        StreamCheckpoint.WriteMany(writer, grown, t =>
        {
            writer.Write(t.Key.First);
            writer.Write(t.Key.Second);
            t.Value.Write(writer);
        });
    }

    /// <exception cref="InvalidDataException">A tie names an account that is not there, or is told twice.</exception>
    public void Read(BinaryReader reader, int accounts)
    {
        StreamCheckpoint.ReadMany(reader, () => single.Add(Ends(reader, accounts), SinglePair.Read(reader)));
        StreamCheckpoint.ReadMany(reader, () => grown.Add(Ends(reader, accounts), RunningTie.Read(reader)));
        if (grown.Keys.Any(single.ContainsKey))
        {
            throw new InvalidDataException("The state of this coordination stream tells a tie twice.");
        }
    }

    static (int First, int Second) Ends(BinaryReader reader, int accounts)
    {
        var (first, second) = (reader.ReadInt32(), reader.ReadInt32());
        return first >= 0 && second > first && second < accounts ? (first, second) : throw new InvalidDataException("The state of this coordination stream names accounts that it does not have.");
    }

    static void CountAge(long since, long idle, Span<int> counts)
    {
        var age = Math.Max(1, since);
        if (age <= idle)
        {
            counts[System.Numerics.BitOperations.Log2((ulong)(idle / age))]++;
        }
    }

    static void Renamed<T>(Dictionary<(int First, int Second), T> ties, int[] numbers)
    {
        var moved = ties.ToArray();
        ties.Clear();
        foreach (var (ends, tie) in moved)
        {
            ties.Add((numbers[ends.First], numbers[ends.Second]), tie);
        }
    }

    static void Renamed(List<(int First, int Second)> ends, int[] numbers)
    {
        foreach (ref var end in CollectionsMarshal.AsSpan(ends))
        {
            end = (numbers[end.First], numbers[end.Second]);
        }
    }
}
