namespace Beffroi.Crowdsourcing;

/// <summary>Answers in compact arrays, ordered by item, then worker, then label: the order in which they came has no effect on anything.
/// An answer that comes twice with the same label counts once; two different labels of one person on one item are two answers, since nothing
/// tells which is meant.</summary>
public sealed class VoteTable
{
    /// <summary>Most classes that answers may have.</summary>
    public const int MaxClasses = 1000;

    /// <summary>Most cells of all confusions together (workers × classes²), and of all posteriors (items × classes): 800 MB each.</summary>
    public const long MaxCells = 100_000_000;

    readonly int[] _starts;
    readonly int[] _workers;
    readonly int[] _labels;

    VoteTable(int items, int workers, int classes, int[] starts, int[] workerOf, int[] labelOf) =>
        (Items, Workers, Classes, _starts, _workers, _labels) = (items, workers, classes, starts, workerOf, labelOf);

    /// <summary>Number of items, also those without an answer.</summary>
    public int Items { get; }

    /// <summary>Number of people, also those who did not answer.</summary>
    public int Workers { get; }

    /// <summary>Number of classes (labels that may be answered).</summary>
    public int Classes { get; }

    /// <summary>Number of answers, repeats left out.</summary>
    public int Count => _labels.Length;

    internal ReadOnlySpan<int> Starts => _starts;

    internal ReadOnlySpan<int> WorkerColumn => _workers;

    internal ReadOnlySpan<int> LabelColumn => _labels;

    /// <summary>Who answered on an item, in increasing order.</summary>
    /// <param name="item">The item, from 0 to <see cref="Items"/> - 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such item.</exception>
    public ReadOnlySpan<int> WorkersOf(int item) => _workers.AsSpan(_starts[item].._starts[item + 1]);

    /// <summary>What they answered, in the order of <see cref="WorkersOf"/>.</summary>
    /// <param name="item">The item, from 0 to <see cref="Items"/> - 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such item.</exception>
    public ReadOnlySpan<int> LabelsOf(int item) => _labels.AsSpan(_starts[item].._starts[item + 1]);

    /// <summary>Every answer, ordered by item, worker, label.</summary>
    public IEnumerable<Vote> All()
    {
        for (var item = 0; item < Items; item++)
        {
            for (var at = _starts[item]; at < _starts[item + 1]; at++)
            {
                yield return new(item, _workers[at], _labels[at]);
            }
        }
    }

    /// <summary>A table of answers.</summary>
    /// <param name="items">Number of items, 0 or more.</param>
    /// <param name="workers">Number of people, 0 or more.</param>
    /// <param name="classes">Number of classes, from 1 to <see cref="MaxClasses"/>.</param>
    /// <param name="votes">The answers, in any order.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is out of its bounds, together they pass <see cref="MaxCells"/>, or an answer names what they do not hold.</exception>
    public static VoteTable Of(int items, int workers, int classes, ReadOnlySpan<Vote> votes)
    {
        Require.Within(0, int.MaxValue - 1, items);
        Require.Within(0, int.MaxValue - 1, workers);
        Require.Within(1, MaxClasses, classes);
        if ((long)items * classes > MaxCells || (long)workers * classes * classes > MaxCells)
        {
            throw new ArgumentOutOfRangeException(nameof(classes), classes, $"Items × classes and workers × classes² may not pass {MaxCells}.");
        }

        var starts = Counted(items, workers, classes, votes);
        var keys = new long[votes.Length];
        var next = starts.AsSpan(0, items).ToArray();
        foreach (var vote in votes)
        {
            keys[next[vote.Item]++] = ((long)vote.Worker << 32) | (uint)vote.Label;
        }

        return Sorted(items, workers, classes, starts, keys);
    }

    static int[] Counted(int items, int workers, int classes, ReadOnlySpan<Vote> votes)
    {
        var starts = new int[items + 1];
        foreach (var vote in votes)
        {
            if ((uint)vote.Item >= (uint)items || (uint)vote.Worker >= (uint)workers || (uint)vote.Label >= (uint)classes)
            {
                throw new ArgumentOutOfRangeException(nameof(votes), vote, "An answer is outside the table.");
            }

            starts[vote.Item + 1]++;
        }

        for (var item = 0; item < items; item++)
        {
            starts[item + 1] += starts[item];
        }

        return starts;
    }

    // Each item's answers in order, repeats out.
    static VoteTable Sorted(int items, int workers, int classes, int[] starts, long[] keys)
    {
        var kept = 0;
        for (var item = 0; item < items; item++)
        {
            var own = keys.AsSpan(starts[item]..starts[item + 1]);
            own.Sort();
            starts[item] = kept;
            for (var at = 0; at < own.Length; at++)
            {
                if (at == 0 || own[at] != own[at - 1])
                {
                    keys[kept++] = own[at];
                }
            }
        }

        starts[items] = kept;
        var (workerOf, labelOf) = (new int[kept], new int[kept]);
        for (var at = 0; at < kept; at++)
        {
            (workerOf[at], labelOf[at]) = ((int)(keys[at] >> 32), (int)keys[at]);
        }

        return new(items, workers, classes, starts, workerOf, labelOf);
    }
}
