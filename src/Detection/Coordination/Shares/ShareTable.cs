namespace Beffroi.Detection;

/// <summary>Shares in memory, in columns: 20 bytes a share, and each identifier once.</summary>
public sealed class ShareTable : ShareSink
{
    int[] _objects = new int[1024];
    int[] _accounts = new int[1024];
    int[] _contents = new int[1024];
    long[] _times = new long[1024];

    /// <summary>Shares.</summary>
    public int Count { get; private set; }

    /// <summary>What is shared.</summary>
    public IdPool Objects { get; } = new();

    /// <summary>Who shares.</summary>
    public IdPool Accounts { get; } = new();

    /// <summary>The posts.</summary>
    public IdPool Contents { get; } = new();

    /// <summary>Object of each share, its number in <see cref="Objects"/>.</summary>
    public ReadOnlySpan<int> ObjectOf => _objects.AsSpan(0, Count);

    /// <summary>Account of each share, its number in <see cref="Accounts"/>.</summary>
    public ReadOnlySpan<int> AccountOf => _accounts.AsSpan(0, Count);

    /// <summary>Post of each share, its number in <see cref="Contents"/>.</summary>
    public ReadOnlySpan<int> ContentOf => _contents.AsSpan(0, Count);

    /// <summary>Instant of each share, seconds since 1970-01-01 UTC.</summary>
    public ReadOnlySpan<long> TimeOf => _times.AsSpan(0, Count);

    internal int[] ObjectColumn => _objects;

    internal int[] AccountColumn => _accounts;

    internal int[] ContentColumn => _contents;

    internal long[] TimeColumn => _times;

    /// <summary>A share as it was given.</summary>
    public Share this[int row] => new(Objects[ObjectOf[row]], Accounts[AccountOf[row]], Contents[ContentOf[row]], TimeOf[row]);

    /// <summary>A table of some shares.</summary>
    public static ShareTable Of(IEnumerable<Share> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        var table = new ShareTable();
        foreach (var share in shares)
        {
            table.Add(share);
        }

        return table;
    }

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<byte> objectId, ReadOnlySpan<byte> accountId, ReadOnlySpan<byte> contentId, long timestamp) =>
        Add(objectId, Accounts.Add(accountId), contentId, timestamp);

    internal void Add(ReadOnlySpan<byte> objectId, int account, ReadOnlySpan<byte> contentId, long timestamp)
    {
        if (Count == _times.Length)
        {
            var room = Count + (Count / 2);
            Array.Resize(ref _objects, room);
            Array.Resize(ref _accounts, room);
            Array.Resize(ref _contents, room);
            Array.Resize(ref _times, room);
        }

        _objects[Count] = Objects.Add(objectId);
        _accounts[Count] = account;
        _contents[Count] = Contents.Add(contentId);
        _times[Count++] = timestamp;
    }

    /// <summary>Gives back the memory that only reading needs: half of that of the identifiers. More shares can still be added, the first of them at a price.</summary>
    public void Rest()
    {
        Objects.Rest();
        Accounts.Rest();
        Contents.Rest();
    }

    /// <summary>Who shares how much, and how popular objects are.</summary>
    public ShareCensus Census() => SharerCounts.Of(this).Census(this);
}
