using System.Buffers.Binary;

namespace Beffroi.Detection;

/// <summary>Shares parted by object over several streams, so that each part can be joined by itself: all shares of an object are in the same one.</summary>
/// <param name="parts">Where to write; the part of an object is its hash modulo their number. They are not closed.</param>
/// <remarks>A record is the lengths of the three identifiers (4 bytes each), the instant (8 bytes) and the identifiers, then the next record follows.</remarks>
public sealed class SharePartitions(IReadOnlyList<Stream> parts) : ShareSink
{
    const int Head = 20;

    readonly byte[] _head = new byte[Head];

    /// <summary>Shares written.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<byte> objectId, ReadOnlySpan<byte> accountId, ReadOnlySpan<byte> contentId, long timestamp)
    {
        var part = parts[(int)(IdPool.Hash(objectId) % (ulong)parts.Count)];
        BinaryPrimitives.WriteInt32LittleEndian(_head, objectId.Length);
        BinaryPrimitives.WriteInt32LittleEndian(_head.AsSpan(4), accountId.Length);
        BinaryPrimitives.WriteInt32LittleEndian(_head.AsSpan(8), contentId.Length);
        BinaryPrimitives.WriteInt64LittleEndian(_head.AsSpan(12), timestamp);
        part.Write(_head);
        part.Write(objectId);
        part.Write(accountId);
        part.Write(contentId);
        Count++;
    }

    /// <summary>Reads a part back.</summary>
    /// <exception cref="InvalidDataException">The part is cut short or is not one.</exception>
    public static ShareTable Read(Stream part, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(part);
        var table = new ShareTable();
        Span<byte> head = stackalloc byte[Head];
        var bytes = new byte[1024];
        while (part.ReadAtLeast(head, Head, throwOnEndOfStream: false) is not 0 and var read)
        {
            ct.ThrowIfCancellationRequested();
            var (o, a, c) = (BinaryPrimitives.ReadInt32LittleEndian(head), BinaryPrimitives.ReadInt32LittleEndian(head[4..]), BinaryPrimitives.ReadInt32LittleEndian(head[8..]));
            if (read < Head || (uint)o > IdPool.Longest || (uint)a > IdPool.Longest || (uint)c > IdPool.Longest)
            {
                throw new InvalidDataException("A part of the shares is damaged.");
            }

            if (bytes.Length < o + a + c)
            {
                bytes = new byte[o + a + c];
            }

            var ids = bytes.AsSpan(0, o + a + c);
            if (part.ReadAtLeast(ids, ids.Length, throwOnEndOfStream: false) < ids.Length)
            {
                throw new InvalidDataException("A part of the shares is cut short.");
            }

            table.Add(ids[..o], ids.Slice(o, a), ids[(o + a)..], BinaryPrimitives.ReadInt64LittleEndian(head[12..]));
        }

        return table;
    }
}
