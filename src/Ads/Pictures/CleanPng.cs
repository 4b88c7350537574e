using System.Buffers.Binary;
using System.IO.Compression;

namespace Beffroi.Ads.Pictures;

/// <summary>PNG (ISO/IEC 15948): its points are unpacked, counted and packed again; of the other parts, only those that say how to draw them are written.</summary>
static class CleanPng
{
    /// <summary>Bytes of all points, unpacked.</summary>
    const long MostUnpacked = 101_000_000;

    // Colours, transparency and their scale: nothing of them is a text.
    static readonly string[] Kept = ["PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT"];

    public static CleanPicture Read(byte[] file)
    {
        using var written = new MemoryStream(file.Length);
        written.Write(file, 0, 8);
        using var packed = new MemoryStream(file.Length);
        Head? head = null;
        for (var at = 8; ;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            var type = System.Text.Encoding.Latin1.GetString(file, at + 4, 4);
            var part = file.AsSpan(at + 8, length);
            if (PngCheck.Of(file.AsSpan(at + 4, length + 4)) != BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)) || (head is null) != (type is "IHDR"))
            {
                throw new PictureRefusedException();
            }

            at = checked(at + 12 + length);
            switch (type)
            {
                case "IHDR":
                    head = Head.Read(part);
                    Write(written, type, part);
                    break;
                case "IDAT":
                    packed.Write(part);
                    break;
                case "IEND":
                    CleanPicture.CheckLeft(file.AsSpan(at));
                    Write(written, "IDAT", Packed(packed, head!.Value));
                    Write(written, "IEND", []);
                    return new("image/png", written.ToArray(), head!.Value.Width, head.Value.Height);
                case var kept when Kept.Contains(kept, StringComparer.Ordinal) && length <= 1024:
                    Write(written, type, part);
                    break;
                case var critical when char.IsAsciiLetterUpper(critical[0]):
                    throw new PictureRefusedException();
                default:
                    CleanPicture.CheckLeft(part);
                    break;
            }
        }
    }

    // What hides behind the last point is not unpacked, so it is not written.
    static ReadOnlySpan<byte> Packed(MemoryStream packed, Head head)
    {
        packed.Position = 0;
        using var points = new ZLibStream(packed, CompressionMode.Decompress);
        using var again = new MemoryStream((int)packed.Length);
        using (var zip = new ZLibStream(again, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var (lines, bytes) in head.Passes)
            {
                var line = new byte[bytes + 1];
                for (var i = 0; i < lines; i++)
                {
                    points.ReadExactly(line);
                    if (line[0] > 4)
                    {
                        throw new PictureRefusedException();
                    }

                    zip.Write(line);
                }
            }
        }

        return again.GetBuffer().AsSpan(0, (int)again.Length);
    }

    static void Write(MemoryStream written, string type, ReadOnlySpan<byte> part)
    {
        var whole = new byte[part.Length + 4];
        System.Text.Encoding.Latin1.GetBytes(type, whole);
        part.CopyTo(whole.AsSpan(4));
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(number, (uint)part.Length);
        written.Write(number);
        written.Write(whole);
        BinaryPrimitives.WriteUInt32BigEndian(number, PngCheck.Of(whole));
        written.Write(number);
    }

    readonly record struct Head(int Width, int Height, int BitsPerPoint, bool Interlaced)
    {
        public static Head Read(ReadOnlySpan<byte> part)
        {
            var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(part), BinaryPrimitives.ReadUInt32BigEndian(part[4..]));
            CleanPicture.CheckSize(width, height);
            var (depth, colour) = (part[8], part[9]);
            var known = colour switch
            {
                0 => depth is 1 or 2 or 4 or 8 or 16,
                3 => depth is 1 or 2 or 4 or 8,
                2 or 4 or 6 => depth is 8 or 16,
                _ => false,
            };
            if (part.Length != 13 || !known || part[10] != 0 || part[11] != 0 || part[12] > 1)
            {
                throw new PictureRefusedException();
            }

            var samples = colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
            Head head = new((int)width, (int)height, depth * samples, part[12] == 1);
            return head.Passes.Sum(p => (long)p.Lines * (p.Bytes + 1)) <= MostUnpacked ? head : throw new PictureRefusedException(CleanPicture.TooLarge);
        }

        // Adam7 has seven (clause 8.2); each pass without points has no line.
        public IEnumerable<(int Lines, int Bytes)> Passes
        {
            get
            {
                (int X, int Y, int Across, int Down)[] passes = Interlaced ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)] : [(0, 0, 1, 1)];
                foreach (var (x, y, across, down) in passes)
                {
                    var (columns, lines) = ((Width - x + across - 1) / across, (Height - y + down - 1) / down);
                    if (columns > 0 && lines > 0)
                    {
                        yield return (lines, (int)((((long)columns * BitsPerPoint) + 7) / 8));
                    }
                }
            }
        }
    }
}

/// <summary>CRC-32 of ISO 3309, as PNG writes it.</summary>
static class PngCheck
{
    static readonly uint[] Steps = [.. Enumerable.Range(0, 256).Select(n =>
    {
        var rest = (uint)n;
        for (var bit = 0; bit < 8; bit++)
        {
            rest = (rest & 1) == 1 ? 0xEDB88320 ^ rest >> 1 : rest >> 1;
        }

        return rest;
    })];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var rest = uint.MaxValue;
        foreach (var b in bytes)
        {
            rest = Steps[(rest ^ b) & 0xFF] ^ rest >> 8;
        }

        return ~rest;
    }
}
