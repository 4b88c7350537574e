using System.Buffers.Binary;

namespace Beffroi.Ads.Pictures;

/// <summary>JPEG (ITU-T T.81): tables, frame and scans are written, application parts and comments are not, but for which side is up.</summary>
static class CleanJpeg
{
    const int MostScans = 64;

    public static CleanPicture Read(byte[] file)
    {
        using var written = new MemoryStream(file.Length);
        written.Write([0xFF, 0xD8]);
        var (at, scans, turned) = (2, 0, 1);
        (int Width, int Height)? size = null;
        // Which side is up comes first, and must be written before the tables.
        using var rest = new MemoryStream(file.Length);
        for (; ; )
        {
            if (file[at] != 0xFF)
            {
                throw new PictureRefusedException();
            }

            while (file[at] == 0xFF)
            {
                at++;
            }

            var marker = file[at++];
            if (marker == 0xD9)
            {
                CleanPicture.CheckLeft(file.AsSpan(at));
                break;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));
            var part = file.AsSpan(at + 2, length - 2);
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2 when size is null:
                    size = Frame(part);
                    Write(rest, marker, part);
                    break;
                case 0xDB or 0xC4 or 0xDD when part.Length <= 4096:
                    Write(rest, marker, part);
                    break;
                // How colours are coded (Adobe).
                case 0xEE when part.Length == 12 && part.StartsWith("Adobe"u8):
                    Write(rest, marker, part);
                    break;
                case 0xE1 when turned == 1:
                    CleanPicture.CheckLeft(part);
                    turned = Orientation(part);
                    break;
                case (>= 0xE0 and <= 0xEF) or 0xFE:
                    CleanPicture.CheckLeft(part);
                    break;
                case 0xDA when size is not null && ++scans <= MostScans && part.Length <= 20:
                    Write(rest, marker, part);
                    at = Scan(file, at + length, rest);
                    continue;
                default:
                    throw new PictureRefusedException();
            }

            at += length;
        }

        if (size is not { } known || scans == 0)
        {
            throw new PictureRefusedException();
        }

        if (turned > 1)
        {
            // An Exif part of one line: orientation.
            Write(written, 0xE1, [.. "Exif\0\0MM\0*\0\0\0\b"u8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turned, 0, 0, 0, 0, 0, 0]);
        }

        rest.WriteTo(written);
        written.Write([0xFF, 0xD9]);
        return new("image/jpeg", written.ToArray(), turned > 4 ? known.Height : known.Width, turned > 4 ? known.Width : known.Height);
    }

    static (int, int) Frame(ReadOnlySpan<byte> part)
    {
        var (height, width, components) = (BinaryPrimitives.ReadUInt16BigEndian(part[1..]), BinaryPrimitives.ReadUInt16BigEndian(part[3..]), part[5]);
        CleanPicture.CheckSize(width, height);
        return part[0] == 8 && components is 1 or 3 && part.Length == 6 + (3 * components) ? (width, height) : throw new PictureRefusedException();
    }

    // Up to the marker that ends it; restarts are part of it.
    static int Scan(byte[] file, int at, MemoryStream written)
    {
        var start = at;
        while (file[at] != 0xFF || file[at + 1] is 0 or (>= 0xD0 and <= 0xD7))
        {
            at += file[at] == 0xFF ? 2 : 1;
        }

        written.Write(file, start, at - start);
        return at;
    }

    // Exif 2.32, 4.6.4: tag 0x0112 of the first directory.
    static int Orientation(ReadOnlySpan<byte> part)
    {
        if (part.Length < 14 || !part.StartsWith("Exif\0\0"u8))
        {
            return 1;
        }

        var tiff = part[6..];
        var big = tiff.StartsWith("MM"u8);
        var directory = (int)Math.Min(Long(tiff[4..], big), int.MaxValue);
        if (directory < 8 || directory > tiff.Length - 2)
        {
            return 1;
        }

        var count = Short(tiff[directory..], big);
        for (var i = 0; i < count && directory + 2 + (12 * (i + 1)) <= tiff.Length; i++)
        {
            var entry = tiff.Slice(directory + 2 + (12 * i), 12);
            if (Short(entry, big) == 0x0112)
            {
                return Short(entry[8..], big) is var value and >= 1 and <= 8 ? value : 1;
            }
        }

        return 1;
    }

    static int Short(ReadOnlySpan<byte> bytes, bool big) => big ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    static uint Long(ReadOnlySpan<byte> bytes, bool big) => big ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    static void Write(MemoryStream written, byte marker, ReadOnlySpan<byte> part)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(part.Length + 2));
        written.Write(head);
        written.Write(part);
    }
}
