namespace Beffroi.Chat.Evidence.Pictures;

/// <summary>
/// Brightness of a JPEG (ITU-T T.81, 1992), sequential or progressive with Huffman codes; colours are passed over.
/// Of a large one only the mean of each 8 × 8 block is read, which its first coefficient is: an eighth of the size, for a sixty-fourth of the memory.
/// </summary>
sealed class JpegPicture
{
    /// <summary>Points a side from which the means are enough: more than the 32 cells of <see cref="PictureHash"/>.</summary>
    const int LargeSide = 512;
    const int MaximumScans = 200;

    internal static readonly byte[] ZigZag =
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
    ];

    readonly byte[] _file;
    readonly JpegBits _bits;
    readonly int[][] _quantities = new int[4][];
    readonly JpegCodes?[] _dc = new JpegCodes?[4];
    readonly JpegCodes?[] _ac = new JpegCodes?[4];
    JpegFrame? _frame;
    int _restart;

    JpegPicture(byte[] file)
    {
        _file = file;
        _bits = new(file) { Position = 2 };
    }

    public static Luminance Read(byte[] file) => new JpegPicture(file).Read();

    Luminance Read()
    {
        var scans = 0;
        for (; ; )
        {
            var marker = _bits.ToMarker();
            if (marker == 0xD9)
            {
                break;
            }

            if (marker is >= 0xD0 and <= 0xD8 or 0x01)
            {
                continue;
            }

            var start = _bits.Position + 2;
            var end = _bits.Position + (_file[_bits.Position] << 8 | _file[_bits.Position + 1]);
            if (end < start || end > _file.Length)
            {
                throw new PictureException("A segment goes past the end.");
            }

            _bits.Position = end;
            Segment(marker, start, end);
            if (marker == 0xDA && ++scans > MaximumScans)
            {
                throw new PictureException("It has too many scans.");
            }
        }

        return (_frame ?? throw new PictureException("It has no frame.")).Brightness(_quantities);
    }

    void Segment(int marker, int start, int end)
    {
        switch (marker)
        {
            case 0xC0 or 0xC1 or 0xC2:
                _frame = _frame is null ? JpegFrame.Read(_file, start, marker == 0xC2, LargeSide) : throw new PictureException("It has two frames.");
                break;
            case 0xC4:
                Codes(start, end);
                break;
            case 0xDB:
                Quantities(start, end);
                break;
            case 0xDD:
                _restart = _file[start] << 8 | _file[start + 1];
                break;
            case 0xEE:
                // Adobe's segment: transform 0 with three colours is red, green and blue, of which the first is not the brightness.
                if (end - start >= 12 && _file.AsSpan(start, 5).SequenceEqual("Adobe"u8) && _file[start + 11] == 0 && _frame is not { Components.Length: 1 })
                {
                    throw new PictureException("It has no channel of brightness.");
                }

                break;
            case 0xDA:
                new JpegScan(_file, start, _frame ?? throw new PictureException("A scan comes before its frame."), _bits, _dc, _ac, _restart).Run();
                break;
            case 0xC3 or (>= 0xC5 and <= 0xC7) or (>= 0xC9 and <= 0xCF and not 0xCC):
                throw new PictureException("It is coded in a way that is not read.");
        }
    }

    void Codes(int at, int end)
    {
        while (at + 17 <= end)
        {
            var (kind, place) = (_file[at] >> 4, _file[at] & 3);
            var counts = _file.AsSpan(at + 1, 16);
            var total = 0;
            foreach (var count in counts)
            {
                total += count;
            }

            (kind == 0 ? _dc : _ac)[place] = new(counts, _file.AsSpan(at + 17, total).ToArray());
            at += 17 + total;
        }
    }

    void Quantities(int at, int end)
    {
        while (at + 65 <= end)
        {
            var (wide, place) = (_file[at] >> 4 != 0, _file[at] & 3);
            at++;
            var table = new int[64];
            for (var i = 0; i < 64; i++, at += wide ? 2 : 1)
            {
                table[ZigZag[i]] = wide ? _file[at] << 8 | _file[at + 1] : _file[at];
            }

            _quantities[place] = table;
        }
    }
}
