using System.Runtime.InteropServices;

namespace Beffroi.Detection;

/// <summary>All pairs of shares within the window: each object's shares in order of time, and a window that slides over them.
/// O(n log n) in the shares, and as much as there are pairs.</summary>
sealed class SharePairs
{
    const int Blocks = 64;

    SharePairs(SharePair[] pairs, IReadOnlyList<ViralObject> viral) => (Pairs, Viral) = (pairs, viral);

    public SharePair[] Pairs { get; }

    public IReadOnlyList<ViralObject> Viral { get; }

    /// <param name="sequence">Rows considered, in the order that parts equal instants and orders the objects; null for all of them as they came.</param>
    public static SharePairs Find(ShareTable table, WindowJoin join, int[]? sequence, CancellationToken ct) => Find(table, ByObject.Of(table, sequence), join, sequence, ct);

    /// <param name="objects">The same shares by object; put in order of time on the way.</param>
    public static SharePairs Find(ShareTable table, ByObject objects, WindowJoin join, int[]? sequence, CancellationToken ct)
    {
        var cuts = objects.Cuts(Blocks);
        var found = new List<SharePair>[Blocks];
        var viral = new List<ViralObject>[Blocks];
        var options = new ParallelOptions { MaxDegreeOfParallelism = join.Workers, CancellationToken = ct };
        Parallel.For(0, Blocks, options, block =>
        {
            (found[block], viral[block]) = ([], []);
            var walk = new Slide(table, join, found[block], viral[block]);
            for (var at = cuts[block]; at < cuts[block + 1]; at++)
            {
                walk.Over(objects.Times(at), objects.Positions(at), sequence);
            }
        });
        var pairs = new SharePair[found.Sum(f => (long)f.Count)];
        var to = 0;
        foreach (var some in found)
        {
            CollectionsMarshal.AsSpan(some).CopyTo(pairs.AsSpan(to));
            to += some.Count;
        }

        return new(pairs, [.. viral.SelectMany(v => v)]);
    }

    /// <summary>The same in bounded memory: whenever there are as many pairs as may be held, they are handed over. One processor.</summary>
    public static void Walk(ShareTable table, ByObject objects, WindowJoin join, int mostPairs, List<ViralObject> viral, Action<SharePair[]> take, CancellationToken ct)
    {
        var found = new List<SharePair>();
        var walk = new Slide(table, join, found, viral, Hand, mostPairs);
        for (var at = 0; at < objects.Count; at++)
        {
            ct.ThrowIfCancellationRequested();
            walk.Over(objects.Times(at), objects.Positions(at), null);
        }

        Hand();

        void Hand()
        {
            ct.ThrowIfCancellationRequested();
            if (found.Count > 0)
            {
                take([.. found]);
                found.Clear();
            }
        }
    }

    sealed class Slide(ShareTable table, WindowJoin join, List<SharePair> found, List<ViralObject> viral, Action? full = null, int mostPairs = int.MaxValue)
    {
        readonly List<(ulong Key, SharePair Pair)> _ordered = [];

        public void Over(Span<long> times, Span<int> positions, int[]? sequence)
        {
            if (times.Length < 2)
            {
                return;
            }

            Sort(times, positions);
            if (join.MostPairsPerObject is { } most && Count(times) is var count && count > most)
            {
                var row = sequence is null ? positions[0] : sequence[positions[0]];
                viral.Add(new(table.Objects[table.ObjectColumn[row]], count));
                return;
            }

            var (accounts, contents) = (table.AccountColumn, table.ContentColumn);
            for (var (first, later) = (0, 1); later < times.Length; later++)
            {
                while (times[later] - times[first] > join.Window)
                {
                    first++;
                }

                for (var earlier = first; earlier < later; earlier++)
                {
                    var pair = sequence is null ? new SharePair(positions[earlier], positions[later]) : new(sequence[positions[earlier]], sequence[positions[later]]);
                    if (contents[pair.Earlier] != contents[pair.Later] && (join.SameAccount || accounts[pair.Earlier] != accounts[pair.Later]))
                    {
                        Keep(pair, positions[earlier], positions[later]);
                    }
                }
            }

            if (join.InOrder)
            {
                _ordered.Sort((a, b) => a.Key.CompareTo(b.Key));
                found.AddRange(_ordered.Select(o => o.Pair));
                _ordered.Clear();
            }
        }

        void Keep(SharePair pair, int one, int other)
        {
            if (join.InOrder)
            {
                _ordered.Add((((ulong)(uint)Math.Max(one, other) << 32) | (uint)Math.Min(one, other), pair));
            }
            else
            {
                found.Add(pair);
                if (found.Count == mostPairs)
                {
                    full?.Invoke();
                }
            }
        }

        long Count(ReadOnlySpan<long> times)
        {
            var count = 0L;
            for (var (first, later) = (0, 1); later < times.Length; later++)
            {
                while (times[later] - times[first] > join.Window)
                {
                    first++;
                }

                count += later - first;
            }

            return count;
        }

        // By instant, then by position: the sort of the framework keeps no order among equals.
        static void Sort(Span<long> times, Span<int> positions)
        {
            times.Sort(positions);
            for (var from = 0; from < times.Length;)
            {
                var to = from + 1;
                while (to < times.Length && times[to] == times[from])
                {
                    to++;
                }

                if (to - from > 1)
                {
                    positions[from..to].Sort();
                }

                from = to;
            }
        }
    }
}
