using System.Runtime.InteropServices;

namespace Beffroi.Detection;

/// <summary>The window join, share after share: for each object the shares of the last seconds wait in memory, and each newcomer is paired with them. Shares come in any order within
/// the lateness allowed. On the same input it gives the ties of the whole file at once.</summary>
/// <remarks>Memory: the shares of (window + lateness), a fingerprint of 64 bits for each distinct object, post and account × object that ties rest on, and, when popularity is
/// counted, one for each account × object. <see cref="Forget"/> lets go of what has been idle, <see cref="MostWaiting"/> bounds what one object costs.</remarks>
public sealed partial class RunningCoordination
{
    readonly Dictionary<ulong, List<Waiting>> objects = [];
    readonly PriorityQueue<ulong, long> leaving = new();
    readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    readonly List<string> accounts = [];
    readonly RunningTies ties = new();
    readonly ObjectPopularity popularity = new();

    /// <summary>Opens an empty stream.</summary>
    /// <param name="window">Seconds between two shares of a pair at most, 0 or more.</param>
    /// <param name="lateness">Seconds by which a share may come after a later one, 0 or more.</param>
    /// <param name="countPopularity">Whether to count who shares what even out of the window (<see cref="Tie.LogPopularity"/>, <see cref="Census"/>).</param>
    public RunningCoordination(int window, int lateness = 0, bool countPopularity = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(window);
        ArgumentOutOfRangeException.ThrowIfNegative(lateness);
        (Window, Lateness, CountPopularity) = (window, lateness, countPopularity);
    }

    /// <summary>Seconds between two shares of a pair at most.</summary>
    public int Window { get; }

    /// <summary>Seconds by which a share may come after a later one.</summary>
    public int Lateness { get; }

    /// <summary>Whether popularity is counted.</summary>
    public bool CountPopularity { get; }

    /// <summary>A share is paired with at most so many of those that came last before it with the same object, 1 or more: what ten thousand people share within a minute, they share by
    /// chance. No limit by default, as in the computation of the whole file.</summary>
    public int MostWaiting { get; init; } = int.MaxValue;

    /// <summary>Ties kept now.</summary>
    public int Ties => ties.Count;

    /// <summary>The instant before which nothing is expected any more: the latest share less the lateness; <see cref="long.MinValue"/> before the first share.</summary>
    public long Watermark { get; private set; } = long.MinValue;

    /// <summary>Shares taken in.</summary>
    public long Taken { get; private set; }

    /// <summary>Shares that came before the watermark and were left out.</summary>
    public long TooLate { get; private set; }

    /// <summary>Shares that wait for a partner: what bounds memory.</summary>
    public int Buffered { get; private set; }

    /// <summary>Takes a share in; false when it comes too late.</summary>
    /// <exception cref="ArgumentException">The object or the account is empty.</exception>
    public bool Add(Share share)
    {
        ArgumentException.ThrowIfNullOrEmpty(share.ObjectId, nameof(share));
        ArgumentException.ThrowIfNullOrEmpty(share.AccountId, nameof(share));
        if (share.Timestamp < Watermark)
        {
            TooLate++;
            return false;
        }

        Taken++;
        if (share.Timestamp - Lateness > Watermark)
        {
            Watermark = share.Timestamp - Lateness;
            Leave();
        }

        var account = Number(share.AccountId);
        var (thing, content) = (ChanceStream.Of(share.ObjectId), ChanceStream.Of(share.ContentId));
        if (CountPopularity)
        {
            popularity.Add(thing, account, share.Timestamp);
        }

        ref var waiting = ref CollectionsMarshal.GetValueRefOrAddDefault(objects, thing, out var known);
        waiting ??= [];
        foreach (var other in waiting)
        {
            if (Math.Abs(other.Timestamp - share.Timestamp) <= Window && other.Account != account && other.Content != content)
            {
                Pair(new(account, content, share.Timestamp), other, thing);
            }
        }

        if (waiting.Count >= MostWaiting)
        {
            waiting.RemoveAt(0);
            Buffered--;
        }

        waiting.Add(new(account, content, share.Timestamp));
        Buffered++;
        if (!known)
        {
            leaving.Enqueue(thing, share.Timestamp + Window);
        }

        return true;
    }

    /// <summary>The ties so far, accounts in the order in which they came into a tie… sorted by identifier, so that the order of shares changes nothing.</summary>
    public TieNetwork Network()
    {
        var all = ties.All().ToArray();
        var tied = all.SelectMany(t => new[] { t.Ends.First, t.Ends.Second }).Distinct().OrderBy(a => accounts[a], StringComparer.Ordinal).ToArray();
        var place = tied.Select((account, at) => (account, at)).ToDictionary(p => p.account, p => p.at);
        return new(
            [.. tied.Select(a => accounts[a])],
            [.. all.Select(t => t.Tie.Tie(place[t.Ends.First], place[t.Ends.Second], CountPopularity ? popularity : null)).OrderBy(t => t.First).ThenBy(t => t.Second)]);
    }

    /// <summary>Who shared how much so far.</summary>
    /// <exception cref="InvalidOperationException">Popularity is not counted.</exception>
    public ShareCensus Census() => CountPopularity ? popularity.Census(accounts) : throw new InvalidOperationException("This stream does not count popularity.");

    /// <summary>Lets go of the ties, and of the objects, that nothing has touched since an instant (seconds since 1970): what keeps an endless stream bounded. What is let go of is no
    /// longer in <see cref="Network"/> nor <see cref="Census"/>.</summary>
    /// <returns>Ties let go of.</returns>
    public int Forget(long before)
    {
        var forgotten = ties.Forget(before);
        popularity.Forget(before);
        ForgetNames();
        return forgotten;
    }

    void Pair(Waiting a, Waiting b, ulong thing)
    {
        var (first, second) = a.Account < b.Account ? (a, b) : (b, a);
        ties.Add(first, second, thing);
    }

    int Number(string account)
    {
        if (!numbers.TryGetValue(account, out var number))
        {
            numbers.Add(account, number = accounts.Count);
            accounts.Add(account);
        }

        return number;
    }

    // An object is looked at when its oldest share may leave; what still waits brings it back.
    void Leave()
    {
        while (leaving.TryPeek(out var thing, out var when) && when < Watermark)
        {
            leaving.Dequeue();
            var waiting = objects[thing];
            Buffered -= waiting.RemoveAll(w => w.Timestamp + Window < Watermark);
            if (waiting.Count == 0)
            {
                objects.Remove(thing);
            }
            else
            {
                leaving.Enqueue(thing, waiting.Min(w => w.Timestamp) + Window);
            }
        }
    }
}
