using System.Buffers.Binary;
using System.Text;

namespace Beffroi.Chat.Evidence.CaseFiles;

/// <summary>One file of an archive.</summary>
/// <param name="Start">Of its content.</param>
sealed record ZipPart(string Name, int Header, int Start, int Length, uint Crc)
{
    public int End => Start + Length;
}

/// <summary>
/// Archives that any tool opens (PKWARE APPNOTE 6.3.10) and that have one form only: nothing compressed, no date, no comment, no freedom.
/// From the contents every other byte follows, so that a byte that differs can be named.
/// </summary>
static class PlainZip
{
    public const int HeaderLength = 30;

    /// <summary>Names are UTF-8 (bit 11).</summary>
    const ushort Flags = 0x0800;

    /// <summary>1 January 1980, which is 0 for ZIP but for its day and month.</summary>
    const uint NoDate = 0x00210000;

    public static byte[] Header(string name, int length, uint crc)
    {
        var bytes = new byte[HeaderLength + Encoding.UTF8.GetByteCount(name)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, 0x04034B50);
        Common(bytes.AsSpan(4), name, length, crc);
        Encoding.UTF8.GetBytes(name, bytes.AsSpan(HeaderLength));
        return bytes;
    }

    /// <summary>The directory and the end, which follow the parts.</summary>
    public static byte[] Directory(IReadOnlyList<ZipPart> parts)
    {
        using var directory = new MemoryStream();
        foreach (var part in parts)
        {
            var entry = new byte[46 + Encoding.UTF8.GetByteCount(part.Name)];
            BinaryPrimitives.WriteUInt32LittleEndian(entry, 0x02014B50);
            BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(4), 20);
            Common(entry.AsSpan(6), part.Name, part.Length, part.Crc);
            BinaryPrimitives.WriteInt32LittleEndian(entry.AsSpan(42), part.Header);
            Encoding.UTF8.GetBytes(part.Name, entry.AsSpan(46));
            directory.Write(entry);
        }

        var end = new byte[22];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)parts.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)parts.Count);
        BinaryPrimitives.WriteInt32LittleEndian(end.AsSpan(12), (int)directory.Length);
        BinaryPrimitives.WriteInt32LittleEndian(end.AsSpan(16), parts.Count == 0 ? 0 : parts[^1].End);
        directory.Write(end);
        return directory.ToArray();
    }

    /// <summary>The parts from the beginning, as far as they follow each other up to an offset; the offset where they no longer do, or that one.</summary>
    public static (List<ZipPart> Parts, int Stop) Parts(ReadOnlySpan<byte> file, int until)
    {
        var parts = new List<ZipPart>();
        var at = 0;
        while (at + HeaderLength <= until && BinaryPrimitives.ReadUInt32LittleEndian(file[at..]) == 0x04034B50)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(file[(at + 18)..]);
            var start = at + HeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(file[(at + 26)..]);
            if (length < 0 || start > until || length > until - start)
            {
                break;
            }

            var name = Encoding.UTF8.GetString(file[(at + HeaderLength)..start]);
            var crc = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 14)..]);
            if (!file[at..start].SequenceEqual(Header(name, length, crc)))
            {
                break;
            }

            parts.Add(new(name, at, start, length, crc));
            at = start + length;
        }

        return (parts, at);
    }

    static void Common(Span<byte> bytes, string name, int length, uint crc)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, 20);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[2..], Flags);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[6..], NoDate);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[10..], crc);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[14..], length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[18..], length);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[22..], (ushort)Encoding.UTF8.GetByteCount(name));
    }
}
