using System.Buffers.Binary;
using System.IO.Compression;

namespace Beffroi.Chat.Evidence.Pictures;

/// <summary>Brightness of a PNG (W3C, third edition, 2023; ISO/IEC 15948): every colour type and depth, interlaced or not.</summary>
static class PngPicture
{
    // Adam7 (8.1): first column, first row, and the steps between.
    static readonly (int X, int Y, int Across, int Down)[] Passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    sealed record Head(int Width, int Height, int Depth, int Colours, bool Interlaced)
    {
        public int Channels => Colours switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => throw new PictureException("No such colour type.") };
        public int BitsPerPoint => Depth * Channels;
    }

    public static Luminance Read(byte[] file)
    {
        Head? head = null;
        byte[] palette = [], transparent = [];
        using var packed = new MemoryStream();
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            if (length < 0 || length > file.Length - at - 12)
            {
                throw new PictureException("A chunk goes past the end.");
            }

            var data = file.AsSpan(at + 8, length);
            switch (BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 4)))
            {
                case 0x49484452: // IHDR
                    head = new(BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]), data[8], data[9], data[12] == 1);
                    break;
                case 0x504C5445: // PLTE
                    palette = data.ToArray();
                    break;
                case 0x74524E53: // tRNS
                    transparent = data.ToArray();
                    break;
                case 0x49444154: // IDAT
                    packed.Write(data);
                    break;
                case 0x49454E44: // IEND
                    at = file.Length;
                    break;
            }

            at = Math.Min(file.Length, at + 12 + length);
        }

        if (head is null || head.Depth is not (1 or 2 or 4 or 8 or 16))
        {
            throw new PictureException("It has no head.");
        }

        Luminance.CheckSize(head.Width, head.Height);
        packed.Position = 0;
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        var picture = new Luminance(head.Width, head.Height, new byte[head.Width * head.Height]);
        foreach (var (x, y, across, down) in head.Interlaced ? Passes : [(0, 0, 1, 1)])
        {
            Pass(rows, head, new(palette, transparent, head.Depth, head.Colours), picture, (x, y, across, down));
        }

        return picture;
    }

    static void Pass(ZLibStream rows, Head head, PngPoints points, Luminance picture, (int X, int Y, int Across, int Down) pass)
    {
        var columns = (head.Width - pass.X + pass.Across - 1) / pass.Across;
        var lines = (head.Height - pass.Y + pass.Down - 1) / pass.Down;
        if (columns <= 0 || lines <= 0)
        {
            return;
        }

        var step = Math.Max(1, head.BitsPerPoint / 8);
        var length = (int)((((long)columns * head.BitsPerPoint) + 7) / 8);
        byte[] before = new byte[length], line = new byte[length];
        for (var r = 0; r < lines; r++)
        {
            var filter = rows.ReadByte();
            if (filter < 0 || rows.ReadAtLeast(line, length, throwOnEndOfStream: false) < length)
            {
                throw new PictureException("It ends before its last line.");
            }

            Unfilter(filter, line, before, step);
            var start = ((pass.Y + (r * pass.Down)) * head.Width) + pass.X;
            for (var c = 0; c < columns; c++)
            {
                picture.Values[start + (c * pass.Across)] = points.Brightness(line, c);
            }

            (before, line) = (line, before);
        }
    }

    // Filters of clause 9.
    static void Unfilter(int filter, byte[] line, byte[] before, int step)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var (left, up, upLeft) = (i < step ? 0 : line[i - step], before[i], i < step ? 0 : before[i - step]);
            line[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, upLeft),
                _ => throw new PictureException("No such filter."),
            });
        }
    }

    static int Paeth(int left, int up, int upLeft)
    {
        var (a, b, c) = (Math.Abs(up - upLeft), Math.Abs(left - upLeft), Math.Abs(left + up - (2 * upLeft)));
        return a <= b && a <= c ? left : b <= c ? up : upLeft;
    }
}

/// <summary>Points of a line of a PNG.</summary>
sealed class PngPoints(byte[] palette, byte[] transparent, int depth, int colours)
{
    public byte Brightness(byte[] line, int column) => colours switch
    {
        0 => Grey(line, column),
        2 => Colour(line, column * 3, transparentColour: true),
        3 => Palette(Sample(line, column)),
        4 => Luminance.OnWhite(Byte(line, column * 2), Byte(line, (column * 2) + 1)),
        _ => Luminance.OnWhite(Colour(line, column * 4, transparentColour: false), Byte(line, (column * 4) + 3)),
    };

    byte Grey(byte[] line, int column)
    {
        var sample = Sample(line, column);
        return transparent.Length >= 2 && sample == (transparent[0] << 8 | transparent[1]) ? (byte)255
            : (byte)(depth == 16 ? sample >> 8 : sample * 255 / ((1 << depth) - 1));
    }

    byte Colour(byte[] line, int first, bool transparentColour)
    {
        if (transparentColour && transparent.Length >= 6 && Enumerable.Range(0, 3).All(i => Sample(line, first + i) == (transparent[2 * i] << 8 | transparent[(2 * i) + 1])))
        {
            return 255;
        }

        return Luminance.Of(Byte(line, first), Byte(line, first + 1), Byte(line, first + 2));
    }

    byte Palette(int index) => Luminance.OnWhite(
        Luminance.Of(palette[3 * index], palette[(3 * index) + 1], palette[(3 * index) + 2]), index < transparent.Length ? transparent[index] : 255);

    int Byte(byte[] line, int sample) => depth == 16 ? line[2 * sample] : line[sample];

    int Sample(byte[] line, int sample) => depth switch
    {
        16 => line[2 * sample] << 8 | line[(2 * sample) + 1],
        8 => line[sample],
        _ => line[sample * depth / 8] >> (8 - depth - (sample * depth % 8)) & ((1 << depth) - 1),
    };
}
