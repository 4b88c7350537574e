namespace Beffroi.Detection;

/// <summary>Ties too many for memory: parts of the shares are joined one by one into sorted runs on streams, and the runs are merged.</summary>
/// <remarks>A run holds, for two accounts, its pairs and the 64-bit hashes of its distinct objects (with how many accounts share them) and posts, so that what several runs share is counted once.
/// Two objects or posts of one tie would have to share a hash to be counted as one: with a million of them, one chance in 40 million.</remarks>
public static class TieRuns
{
    /// <summary>Joins the shares of one part and writes their ties as sorted runs.</summary>
    /// <param name="part">All shares of some objects.</param>
    /// <param name="join">The window. One processor is used, whatever it says: parts are independent.</param>
    /// <param name="loops">Whether pairs of one account count too, as in <see cref="QutNetwork"/>.</param>
    /// <param name="mostPairs">Pairs held in memory, 12 bytes each and more while they are sorted; a run is written whenever there are as many.</param>
    /// <param name="run">Gives the stream of the next run; it is closed once written.</param>
    /// <returns>Objects left out because the join asked for it.</returns>
    public static IReadOnlyList<ViralObject> Write(ShareTable part, WindowJoin join, bool loops, int mostPairs, Func<Stream> run, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(join);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostPairs, 1);
        var ranks = part.Accounts.Ranks();
        var viral = new List<ViralObject>();
        var objects = ByObject.Of(part, null);
        var sharers = SharerCounts.Of(part, objects).Sharers;
        SharePairs.Walk(part, objects, join with { SameAccount = loops, Workers = 1 }, mostPairs, viral, pairs =>
        {
            using var stream = run();
            new TieRunWriter(part, ranks, sharers).Write(PairGroups.Of(part, pairs, ranks, 1), stream);
        }, ct);
        return viral;
    }

    /// <summary>Merges runs into ties, in order of the bytes of their accounts; one tie in memory at a time.</summary>
    /// <param name="runs">Runs from their first byte; they are closed at the end.</param>
    /// <exception cref="InvalidDataException">A run is cut short.</exception>
    public static IEnumerable<NamedTie> Merge(IReadOnlyList<Stream> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var readers = runs.Select(r => new TieRunReader(r)).ToList();
        var queue = new PriorityQueue<TieRunReader, TieRunReader>(Comparer<TieRunReader>.Create((a, b) => a.Against(b)));
        try
        {
            foreach (var reader in readers.Where(r => r.Next()))
            {
                queue.Enqueue(reader, reader);
            }

            var merge = new TieRunMerge();
            while (queue.TryPeek(out var first, out _))
            {
                merge.Start(first);
                while (queue.TryPeek(out var same, out _) && merge.IsOf(same))
                {
                    queue.Dequeue();
                    merge.Add(same);
                    if (same.Next())
                    {
                        queue.Enqueue(same, same);
                    }
                }

                yield return merge.Tie();
            }
        }
        finally
        {
            readers.ForEach(r => r.Dispose());
        }
    }

    /// <summary>A network of merged ties.</summary>
    public static TieNetwork Network(IEnumerable<NamedTie> ties)
    {
        ArgumentNullException.ThrowIfNull(ties);
        var accounts = new IdPool();
        var kept = new List<Tie>();
        foreach (var tie in ties)
        {
            kept.Add(tie.Counts with { First = accounts.Add(tie.First.Span), Second = accounts.Add(tie.Second.Span) });
        }

        var ranks = accounts.Ranks();
        return TiedAccounts.Network(accounts, ranks, [.. kept.Select(t => t with { First = ranks[t.First], Second = ranks[t.Second] })]);
    }
}

/// <summary>A tie that names its accounts.</summary>
/// <param name="First">The account that comes first by its bytes, UTF-8.</param>
/// <param name="Second">The other; the same for a loop.</param>
/// <param name="Counts">All the rest; its two indices mean nothing.</param>
public sealed record NamedTie(ReadOnlyMemory<byte> First, ReadOnlyMemory<byte> Second, Tie Counts);
